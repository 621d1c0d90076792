/** A round in its agenda and its topics as the server presents them, for tests of screens. */
import type { RoundView, TopicItem, TopicView } from '#core/rounds'
import { COMMUNITY } from './people'

export const ROUND = '01990000-0000-7000-8000-00000000e001'
export const TOPIC = '01990000-0000-7000-8000-00000000e002'
export const OTHER_TOPIC = '01990000-0000-7000-8000-00000000e003'

export const agendaView = (more: Partial<RoundView> = {}): RoundView => ({
  roundId: ROUND,
  question: '楼前那块空地，怎么用才好？',
  placeName: '湖光苑 3号楼',
  state: 'agenda',
  convenerName: '陈阿姨（楼栋长）',
  homes: 24,
  homesTakingPart: 2,
  meetsAt: null,
  meetsWhere: null,
  communityId: COMMUNITY,
  placeId: 'building',
  placeKind: 'building',
  text: null,
  chosen: false,
  wordsState: null,
  mine: false,
  invitedAt: null,
  idleAt: null,
  nextConvenerName: null,
  createdAt: '2026-11-18T02:00:00.000Z',
  revision: 1,
  gate: [],
  timeline: [],
  follows: null,
  followedBy: null,
  may: { takePart: true, convene: false, object: false },
  acts: [],
  ...more,
})

export const topicItem = (more: Partial<TopicItem> = {}): TopicItem => ({
  topicId: TOPIC,
  title: '加两张长椅',
  text: null,
  byName: '湖光苑 3号楼的一位住户',
  mine: false,
  state: 'open',
  wordsState: null,
  seconds: 1,
  secondsNeeded: 3,
  seconded: false,
  maySecond: true,
  mayTakeBack: false,
  proposal: null,
  mergedInto: null,
  outcome: null,
  outcomeText: null,
  createdAt: '2026-11-18T03:00:00.000Z',
  revision: 1,
  acts: [],
  ...more,
})

export const topicView = (more: Partial<TopicView> = {}): TopicView => ({
  ...topicItem(),
  communityId: COMMUNITY,
  placeId: 'building',
  placeName: '湖光苑 3号楼',
  round: { roundId: ROUND, question: '楼前那块空地，怎么用才好？', state: 'agenda' },
  origin: null,
  onBoardAt: null,
  metAt: null,
  tookIn: [],
  declined: null,
  ...more,
})

export const pageOf = (...items: unknown[]) => ({ items, nextCursor: null })
