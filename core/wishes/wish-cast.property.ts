import type { Actor } from '../permissions'
import { inOffice, living } from '../permissions/actors.property'
import { NO_STANDING, type Wish, type WishStanding } from '.'

export const NOW = new Date('2026-11-18T02:00:00.000Z')
const COMMUNITY = 'community'
const PATH = [COMMUNITY, 'estate', 'building']

/** A wish said to the estate from a building in it, as one asker meets it. */
export const wish = (more: Partial<Wish> = {}, standing: Partial<WishStanding> = {}): Wish => ({
  communityId: COMMUNITY,
  jurisdiction: ['district', 'subdistrict', ...PATH, 'grid'],
  authorId: 'author',
  placeId: 'building',
  forOther: false,
  state: 'published',
  wordsState: 'shown',
  scope: 'estate',
  scopePlaceId: 'estate',
  helper: null,
  wantedBy: null,
  publishedAt: NOW,
  standsUntil: new Date('2027-02-16T16:00:00.000Z'),
  claimedAt: null,
  contactedAt: null,
  deliveredAt: null,
  askedAgainAt: null,
  memberLeftAt: null,
  seconds: 0,
  secondsNeeded: 5,
  proposal: null,
  standing: { ...NO_STANDING, ...standing },
  ...more,
})

/** The same, helped with by `helper`. */
export const claimed = (more: Partial<Wish> = {}, standing: Partial<WishStanding> = {}): Wish =>
  wish(
    { state: 'claimed', helper: { personId: 'helper', organisationId: null }, claimedAt: NOW, ...more },
    standing,
  )

/** Everybody who may have to do with it. */
export const CAST = {
  author: living('author', ...PATH),
  helper: living('helper', ...PATH),
  neighbour: living('neighbour', ...PATH),
  across: living('across', COMMUNITY, 'estate', 'building across'),
  elsewhere: living('elsewhere', COMMUNITY, 'another estate', 'another building'),
  stranger: { personId: 'stranger', roles: [], homes: [] } as Actor,
  volunteer: inOffice('volunteer', 'volunteer', COMMUNITY),
  head: inOffice('head', 'building_head', 'building'),
  otherHead: inOffice('otherHead', 'building_head', 'another building'),
  gridWorker: inOffice('gridWorker', 'grid_worker', 'grid'),
  staff: inOffice('staff', 'community_staff', COMMUNITY),
  otherStaff: inOffice('otherStaff', 'community_staff', 'another community'),
  auditor: inOffice('auditor', 'auditor', 'district'),
  administrator: inOffice('administrator', 'administrator', 'district'),
} satisfies Record<string, Actor>
export type Who = keyof typeof CAST
export const EVERYBODY = Object.keys(CAST) as Who[]
