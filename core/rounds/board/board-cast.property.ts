import type { Actor, HeldRole } from '../../permissions'
import type { BoardTopic } from '..'

export const NOW = new Date('2026-11-18T02:00:00.000Z')
const COMMUNITY = 'community'
const PATH = [COMMUNITY, 'estate', 'building']

/** A topic on the board of a building, as one asker meets it. */
export const boardTopic = (more: Partial<BoardTopic> = {}): BoardTopic => ({
  topicId: 'topic',
  communityId: COMMUNITY,
  jurisdiction: ['district', 'subdistrict', ...PATH, 'grid'],
  placeId: 'building',
  placeKind: 'building',
  round: null,
  authorId: 'author',
  homeId: 'home of author',
  state: 'open',
  wordsState: 'shown',
  seconds: 1,
  secondsNeeded: 3,
  metAt: null,
  silentAt: null,
  proposalInto: null,
  outcome: null,
  standing: { secondedHomes: [], ownSeconds: [] },
  ...more,
})

/** The same for somebody who seconds it for their home. */
export const seconding = (who: string): Pick<BoardTopic, 'standing'> => ({
  standing: { secondedHomes: [`home of ${who}`], ownSeconds: [`home of ${who}`] },
})

const living = (personId: string, path: readonly string[], isAdult = true): Actor => ({
  personId,
  roles: [],
  homes: [
    {
      homeId: `home of ${personId}`,
      path: [...path, `home of ${personId}`],
      relation: 'family',
      isAdult,
      since: new Date(0),
    },
  ],
})
const inOffice = (personId: string, role: HeldRole['role'], placeId: string): Actor => ({
  personId,
  roles: [{ role, placeId, isLead: false }],
  homes: [],
})

/** Everybody who may have to do with it. */
export const CAST = {
  author: living('author', PATH),
  neighbour: living('neighbour', PATH),
  child: living('child', PATH, false),
  across: living('across', [COMMUNITY, 'estate', 'building across']),
  stranger: { personId: 'stranger', roles: [], homes: [] } as Actor,
  volunteer: inOffice('volunteer', 'volunteer', COMMUNITY),
  head: inOffice('head', 'building_head', 'building'),
  council: inOffice('council', 'council_member', 'building'),
  otherHead: inOffice('otherHead', 'building_head', 'building across'),
  gridWorker: inOffice('gridWorker', 'grid_worker', 'grid'),
  staff: inOffice('staff', 'community_staff', COMMUNITY),
  committee: inOffice('committee', 'residents_committee', COMMUNITY),
  otherStaff: inOffice('otherStaff', 'community_staff', 'another community'),
  auditor: inOffice('auditor', 'auditor', 'district'),
} satisfies Record<string, Actor>
export type Who = keyof typeof CAST
export const EVERYBODY = Object.keys(CAST) as Who[]
