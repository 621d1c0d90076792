import fc from 'fast-check'
import type { Actor, HeldRole } from '../../permissions'
import type { Round } from '../round'
import { ROUND_STATES } from '../workflow'
import { SESSION_STATES, type DiscussionSession } from './session'

/** Lives in the scope. */
export const resident: Actor = {
  personId: 'resident',
  roles: [],
  homes: [
    { homeId: 'home', path: ['building', 'home'], relation: 'owner', isAdult: true, since: new Date(0) },
  ],
}
const inOffice = (personId: string, role: HeldRole['role']): Actor => ({
  personId,
  roles: [{ role, placeId: 'building', isLead: false }],
  homes: [],
})
/** Convenes, lives elsewhere. */
export const head = inOffice('head', 'building_head')
/** Observes. */
export const worker = inOffice('worker', 'grid_worker')
export const stranger: Actor = { personId: 'stranger', roles: [], homes: [] }

/** A round that discusses, as who lives in its scope meets it, or who doesn't. */
export const round = (actor: Actor, more: Partial<Round> = {}): Round => ({
  communityId: 'community',
  placeId: 'building',
  jurisdiction: ['district', 'community', 'building'],
  chosen: false,
  state: 'discussion',
  wordsState: 'shown',
  convenerId: 'head',
  convenerRole: 'building_head',
  convenerGone: false,
  nextConvenerId: null,
  idleAt: null,
  standing: { homesInScope: actor.homes.map(({ homeId }) => homeId), tookPart: false },
  ...more,
})

/** A session of it. */
export const session = (actor: Actor, more: Partial<DiscussionSession> = {}): DiscussionSession => ({
  round: round(actor),
  state: 'open',
  hostId: null,
  notes: 0,
  joined: false,
  ...more,
})

export const anyone = fc.constantFrom(resident, head, worker, stranger)

/** Any session, as somebody meets it. */
export const anySession = (actor: Actor) =>
  fc.record({
    round: fc
      .record({ state: fc.constantFrom(...ROUND_STATES), wordsState: fc.constantFrom('shown', 'hidden') })
      .map((more) => round(actor, more as Partial<Round>)),
    state: fc.constantFrom(...SESSION_STATES),
    hostId: fc.constantFrom(null, 'resident', 'head', 'another'),
    notes: fc.nat(3),
    joined: fc.boolean(),
  })
