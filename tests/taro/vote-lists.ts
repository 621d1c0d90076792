/** Votes in lists, and the places where somebody convenes them, as the server presents them, for tests of screens. */
import { dateOf, lastDayOf } from '#core/calendar'
import type { VoteItem, VotePlaceView, VoteView } from '#core/votes'
import { COMMUNITY } from './people'

export const VOTE = 'f0000000-0000-4000-8000-000000000001'

/** A day in Asia/Shanghai, so many days from today. */
export const inDays = (days: number): string => dateOf(lastDayOf(new Date(), days))
/** 20:00 in Shanghai on that day. */
export const eveningOf = (days: number): string => new Date(`${inDays(days)}T20:00:00+08:00`).toISOString()

const facts = {
  voteId: VOTE,
  title: '三楼的花坛要不要改成停车位',
  state: 'open',
  electorate: 'homes',
  binding: 'binding',
  placeName: '湖光苑 3号楼',
  noticeAt: '2026-11-10T02:00:00.000Z',
  opensAt: '2026-11-13T16:00:00.000Z',
  closesAt: eveningOf(5),
  closedAt: null,
} as const

export const voteItem = (more: Partial<VoteItem> = {}): VoteItem => ({
  ...facts,
  toCast: 0,
  byProxyFor: [],
  turnout: { persons: 41, of: 96 },
  passed: null,
  ...more,
})

export const votePage = (items: VoteItem[], nextCursor: string | null = null) => ({ items, nextCursor })

/** A building of which somebody is head. */
export const votePlace = (more: Partial<VotePlaceView> = {}): VotePlaceView => ({
  placeId: 'building',
  name: '湖光苑 3号楼',
  kind: 'building',
  electorates: ['homes', 'owners', 'residents'],
  ownersBinding: 'advisory',
  earliest: { owners: inDays(16), other: inDays(4) },
  bylaw: null,
  ...more,
})

/** A draft as its convener reads it. */
export const draftedVote = (more: Partial<VoteView> = {}): VoteView => ({
  ...facts,
  state: 'draft',
  noticeAt: null,
  communityId: COMMUNITY,
  placeId: 'building',
  text: '花坛荒了两年，改成两个车位，轮着停。',
  castBefore: [],
  items: [
    {
      itemId: 'i1',
      subject: 'shared_space',
      title: '花坛改成两个车位',
      rule: 'households',
      options: ['approve', 'against', 'abstain'],
      maxChoices: null,
      result: null,
    },
  ],
  disclosure: 'totals',
  parkingCounts: false,
  applicantUnit: null,
  principalsPerProxy: 1,
  convenerName: '陈阿姨（楼栋长）',
  mine: true,
  rollObjectionsUntil: null,
  resultObjectionsUntil: null,
  resultDueAt: null,
  certifiedAt: null,
  certifiedBy: null,
  certifier: 'community_secretary',
  certifierGap: null,
  textSha256: null,
  noticeSha256: null,
  frozenSha256: null,
  head: null,
  roll: null,
  turnout: null,
  voters: [],
  proxies: [],
  objections: { roll: 0, rollOpen: 0, result: 0, resultOpen: 0 },
  timeline: [],
  voidAsked: null,
  paper: null,
  silence: null,
  decidedBy: 'raw',
  topic: null,
  draft: {
    opensOn: inDays(6),
    closesOn: inDays(13),
    earliestOn: inDays(4),
    vacantHomeIds: [],
    expectedAreaCentiM2: null,
    tellerIds: [],
    demandId: null,
  },
  may: {
    cast: false,
    objectRoll: false,
    objectResult: false,
    seeMissing: false,
    readBulletin: false,
    follow: true,
    printBallots: false,
    change: true,
    receiveEnvelopes: false,
    keyEnvelopes: false,
    replaceTeller: false,
    fileProxy: false,
    decideProxies: false,
    seeDeliveries: false,
    recordDelivery: false,
    acknowledgeDelivery: false,
  },
  revision: 3,
  acts: [],
  ...more,
})
