/** Wishes as the server presents them, for tests of screens. */
import { dateOf, lastDayOf } from '#core/calendar'
import type { OfferView, WishItem, WishOrigin, WishView } from '#core/wishes'
import { COMMUNITY } from './people'

export const WISH = 'd0000000-0000-4000-8000-000000000001'

/** A day in Asia/Shanghai, so many days from today. */
export const inDays = (days: number): string => dateOf(lastDayOf(new Date(), days))
const SAID_AT = '2026-11-15T08:20:00.000Z'

const facts = {
  wishId: WISH,
  title: '想请人教我用手机挂号',
  kind: 'teach',
  byName: '3号楼的一位住户',
  forOther: false,
  state: 'published',
  wantedBy: null,
  whenSuits: null,
  standsUntil: '2027-02-13T16:00:00.000Z',
  submittedAt: SAID_AT,
  changedAt: SAID_AT,
  seconds: 0,
  secondsNeeded: 5,
  helperName: null,
  mine: false,
  helping: false,
  organisationHelps: false,
  replaceUntil: null,
} as const

export const wishItem = (more: Partial<WishItem> = {}): WishItem => ({
  ...facts,
  thumbUrl: null,
  thanks: null,
  offersWaiting: 0,
  ...more,
})

type Entry = WishView['timeline'][number]

export const wishEntry = (more: Partial<Entry> = {}): Entry => ({
  seq: 1,
  act: 'submit',
  at: SAID_AT,
  byName: '3号楼的一位住户',
  mine: false,
  helperName: null,
  note: null,
  ...more,
})

export const wishView = (more: Partial<WishView> = {}): WishView => ({
  ...facts,
  communityId: COMMUNITY,
  text: '每次复查都要女儿请假替我挂',
  where: '楼下长椅',
  scope: 'estate',
  scopeName: '湖光苑',
  placeName: '湖光苑 3号楼',
  shownAs: 'resident',
  wordsState: null,
  declinedReason: null,
  publishedAt: SAID_AT,
  claimedAt: null,
  contactedAt: null,
  deliveredAt: null,
  askedAgainAt: null,
  offers: [],
  offersWaiting: 0,
  offered: false,
  seconded: false,
  maySecond: false,
  mayTakeBackSecond: false,
  contactMasked: null,
  mayReadContact: false,
  mayOfferFor: [],
  consent: null,
  proposal: null,
  mergedInto: null,
  photos: [],
  timeline: [wishEntry(), wishEntry({ seq: 2, act: 'publish', byName: null })],
  revision: 2,
  acts: [],
  ...more,
})

export const offerView = (more: Partial<OfferView> = {}): OfferView => ({
  offerId: 'o1',
  name: '小周',
  note: '我周末都在家',
  offeredAt: '2026-11-16T08:20:00.000Z',
  lapsesAt: '2026-11-18T08:20:00.000Z',
  ...more,
})

export const origin = (more: Partial<WishOrigin> = {}): WishOrigin => ({
  placeId: 'b3',
  name: '湖光苑 3号楼',
  home: true,
  scopes: [
    { scope: 'building', placeId: 'b3', name: '3号楼' },
    { scope: 'estate', placeId: 'estate', name: '湖光苑' },
    { scope: 'community', placeId: COMMUNITY, name: '东湖社区' },
  ],
  ...more,
})

export const wishPage = (items: WishItem[], more: Record<string, unknown> = {}) => ({
  items,
  nextCursor: null,
  counts: { waiting: items.length, helping: 3, fulfilled: 100 },
  lately: null,
  ...more,
})
