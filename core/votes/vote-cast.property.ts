import type { Actor, HeldRole, Relation } from '../permissions'
import type { Vote, VotePlace } from './vote'

export const COMMUNITY = 'community'
const PATH = [COMMUNITY, 'estate', 'building']
/** The way down to the building that votes, grid included. */
export const JURISDICTION = ['district', 'subdistrict', ...PATH, 'grid']

/** Wednesday, 18 November 2026, 10:00 in Shanghai: notice is given. */
export const NOTICE_AT = new Date('2026-11-18T02:00:00.000Z')
export const OPENS_AT = new Date('2026-11-21T16:00:00.000Z')
/** Saturday, 28 November, 20:00: voting ends and the result is posted. */
export const CLOSES_AT = new Date('2026-11-28T12:00:00.000Z')
/** The end of 5 December: seven days after the result, the first not counted. */
export const OBJECTIONS_END = new Date('2026-12-05T16:00:00.000Z')

/** A vote of the homes of a building, convened by its head, as one asker meets it. */
export const vote = (more: Partial<Vote> = {}, onRoll = false): Vote => ({
  communityId: COMMUNITY,
  placeId: 'building',
  jurisdiction: JURISDICTION,
  electorate: 'homes',
  rules: ['households'],
  hasCommittee: true,
  state: 'notice',
  convenerId: 'convener',
  convenerRole: 'building_head',
  noticeAt: more.state === 'draft' ? null : NOTICE_AT,
  opensAt: OPENS_AT,
  closesAt: CLOSES_AT,
  closedAt: null,
  undecidedRoll: 0,
  undecidedResult: 0,
  upheldResult: 0,
  voidAskedById: null,
  onPaper: false,
  countsSilence: false,
  standing: { onRoll },
  ...more,
})

/** The same among its owners. */
export const ownersVote = (more: Partial<Vote> = {}, onRoll = false): Vote =>
  vote({ electorate: 'owners', rules: ['owners_ordinary'], ...more }, onRoll)

/** Its result is posted. */
export const ended = (more: Partial<Vote> = {}, onRoll = false): Vote =>
  vote({ state: 'closed', closedAt: CLOSES_AT, ...more }, onRoll)

const living = (personId: string, path: string[], relation: Relation = 'owner'): Actor => ({
  personId,
  roles: [],
  homes: [
    {
      homeId: `home of ${personId}`,
      path: [...path, `home of ${personId}`],
      relation,
      isAdult: true,
      since: new Date(0),
    },
  ],
})
export const inOffice = (personId: string, role: HeldRole['role'], placeId: string): Actor => ({
  personId,
  roles: [{ role, placeId, isLead: false }],
  homes: [],
})

/** Everybody who may have to do with it. Who is on the roll is said by the vote. */
export const CAST = {
  convener: inOffice('convener', 'building_head', 'building'),
  neighbour: living('neighbour', PATH),
  across: living('across', [COMMUNITY, 'estate', 'building across']),
  nobody: { personId: 'nobody', roles: [], homes: [] } as Actor,
  otherHead: inOffice('otherHead', 'building_head', 'building'),
  headAcross: inOffice('headAcross', 'building_head', 'building across'),
  committee: inOffice('committee', 'owners_committee', 'estate'),
  otherCommittee: inOffice('otherCommittee', 'owners_committee', 'another estate'),
  residentsCommittee: inOffice('residentsCommittee', 'residents_committee', COMMUNITY),
  gridWorker: inOffice('gridWorker', 'grid_worker', 'grid'),
  gridChief: inOffice('gridChief', 'grid_chief', 'grid'),
  staff: inOffice('staff', 'community_staff', COMMUNITY),
  otherStaff: inOffice('otherStaff', 'community_staff', 'another community'),
  secretary: inOffice('secretary', 'community_secretary', COMMUNITY),
  otherSecretary: inOffice('otherSecretary', 'community_secretary', 'another community'),
  subdistrict: inOffice('subdistrict', 'subdistrict_staff', 'subdistrict'),
  district: inOffice('district', 'district_staff', 'district'),
  auditor: inOffice('auditor', 'auditor', 'district'),
  administrator: inOffice('administrator', 'administrator', 'district'),
  property: inOffice('property', 'property_staff', 'estate'),
  volunteer: inOffice('volunteer', 'volunteer', COMMUNITY),
  agency: inOffice('agency', 'agency_officer', 'grid'),
} satisfies Record<string, Actor>
export type Who = keyof typeof CAST
export const EVERYBODY = Object.keys(CAST) as Who[]

export const at = (kind: VotePlace['kind'], hasCommittee = true): VotePlace => ({
  placeId: kind,
  kind,
  jurisdiction: ['district', 'subdistrict', COMMUNITY, ...(kind === 'community' ? [] : ['estate', kind])],
  hasCommittee,
})
