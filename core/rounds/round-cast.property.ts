import type { Actor } from '../permissions'
import { inOffice, living } from '../permissions/actors.property'
import type { Round } from './round'

export const COMMUNITY = 'community'
const PATH = [COMMUNITY, 'estate', 'building']

/** A round of a building, convened by its head, as one asker meets it. */
export const round = (more: Partial<Round> = {}, homesInScope: readonly string[] = []): Round => ({
  communityId: COMMUNITY,
  jurisdiction: ['district', 'subdistrict', ...PATH, 'grid'],
  placeId: 'building',
  chosen: false,
  state: 'agenda',
  wordsState: 'shown',
  convenerId: 'convener',
  convenerRole: 'building_head',
  convenerGone: false,
  nextConvenerId: null,
  idleAt: null,
  standing: { homesInScope, tookPart: false },
  ...more,
})

/** Who may meet a round: neighbours, offices over the place, the same offices elsewhere, and nobody in particular. */
export const CAST = {
  convener: inOffice('convener', 'building_head', 'building'),
  /** Convened it, and is in no office any more. */
  formerConvener: inOffice('convener', 'volunteer', COMMUNITY),
  otherHead: inOffice('otherHead', 'building_head', 'building'),
  headAcross: inOffice('headAcross', 'building_head', 'other building'),
  council: inOffice('council', 'council_member', 'building'),
  neighbour: living('neighbour', ...PATH),
  across: living('across', COMMUNITY, 'estate', 'other building'),
  property: inOffice('property', 'property_staff', 'estate'),
  gridWorker: inOffice('gridWorker', 'grid_worker', 'grid'),
  staff: inOffice('staff', 'community_staff', COMMUNITY),
  residentsCommittee: inOffice('residentsCommittee', 'residents_committee', COMMUNITY),
  auditor: inOffice('auditor', 'auditor', 'district'),
  administrator: inOffice('administrator', 'administrator', 'district'),
  nobody: { personId: 'nobody', roles: [], homes: [] },
} satisfies Record<string, Actor>
export type Who = keyof typeof CAST
export const EVERYBODY = Object.keys(CAST) as Who[]

/** The round as this one meets it: with their homes in its scope. */
export const metBy = (who: Who, more: Partial<Round> = {}): Round => {
  const given = round(more)
  const homes = CAST[who].homes.filter(({ path }) => path.includes(given.placeId))
  const homesInScope = given.chosen ? [] : homes.map(({ homeId }) => homeId)
  return { ...given, standing: more.standing ?? { homesInScope, tookPart: false } }
}
