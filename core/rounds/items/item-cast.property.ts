import fc from 'fast-check'
import type { Actor, HeldRole, Role } from '../../permissions'
import { NO_ROUND_STANDING, type Round, type RoundStanding } from '../round'
import { ROUND_STATES } from '../workflow'
import type { Item } from './item'
import { ITEM_OWNER_KINDS, ITEM_STATES } from './workflow'

const PATH = ['community', 'building']
const office = (role: Role, placeId = 'building'): HeldRole => ({ role, placeId, isLead: false })
const home = (homeId: string, isAdult = true): Actor['homes'][number] => ({
  homeId,
  path: [...PATH, homeId],
  relation: 'owner',
  isAdult,
  since: new Date(0),
})
const person = (personId: string, more: Partial<Actor> = {}): Actor => ({
  personId,
  roles: [],
  homes: [],
  ...more,
})

/** Everybody who may meet an item. */
export const CAST = {
  head: person('head', { roles: [office('building_head')] }),
  owner: person('owner', { homes: [home('h1')] }),
  neighbour: person('neighbour', { homes: [home('h2')] }),
  child: person('child', { homes: [home('h2', false)] }),
  council: person('council', { roles: [office('council_member')] }),
  property: person('property', { roles: [office('property_staff')] }),
  gridWorker: person('gridWorker', { roles: [office('grid_worker')] }),
  staff: person('staff', { roles: [office('community_staff', 'community')] }),
  stranger: person('stranger'),
} satisfies Record<string, Actor>
export type Who = keyof typeof CAST
export const EVERYBODY = Object.keys(CAST) as Who[]

/** The round of the building as one of them meets it. */
export function roundMetBy(
  who: Who,
  more: Partial<Round> = {},
  standing: Partial<RoundStanding> = {},
): Round {
  return {
    communityId: 'community',
    jurisdiction: PATH,
    placeId: 'building',
    chosen: false,
    state: 'action',
    wordsState: 'shown',
    convenerId: 'head',
    convenerRole: 'building_head',
    convenerGone: false,
    nextConvenerId: null,
    idleAt: null,
    standing: {
      ...NO_ROUND_STANDING,
      homesInScope: CAST[who].homes.map(({ homeId }) => homeId),
      ...standing,
    },
    ...more,
  }
}

/** An item put down by the head, as one of them meets it. */
export const itemMetBy = (who: Who, more: Partial<Item> = {}): Item => ({
  round: roundMetBy(who),
  authorId: 'head',
  state: 'open',
  wordsState: 'shown',
  ownerKind: 'resident',
  ownerId: null,
  inOrganisation: false,
  isProject: false,
  ...more,
})

/** Any item that somebody may meet, in any phase. */
export const anItemMet = fc
  .record({
    who: fc.constantFrom(...EVERYBODY),
    phase: fc.constantFrom(...ROUND_STATES),
    tookPart: fc.boolean(),
    state: fc.constantFrom(...ITEM_STATES),
    ownerKind: fc.constantFrom(...ITEM_OWNER_KINDS),
    ownerId: fc.constantFrom(null, 'owner', 'property', 'council'),
    inOrganisation: fc.boolean(),
    isProject: fc.boolean(),
  })
  .map(({ who, phase, tookPart, ...item }) => ({
    actor: CAST[who],
    item: itemMetBy(who, { ...item, round: roundMetBy(who, { state: phase }, { tookPart }) }),
  }))
