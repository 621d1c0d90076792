/** Matters as the server presents them, for tests of screens. */
import type { HomeView, MatterItem, MatterView } from '#core/matters'

export const MATTER = 'a0000000-0000-4000-8000-000000000001'

const standing = {
  state: 'submitted',
  level: 'grid',
  holderName: '第二网格',
  leadName: null,
  outcome: null,
  closedBy: null,
  resolvedAt: null,
  changedAt: '2026-11-16T12:12:00.000Z',
  mine: true,
  awaitsAnswer: false,
} as const

export const item = (more: Partial<MatterItem> = {}): MatterItem => ({
  matterId: MATTER,
  title: '楼道灯不亮',
  serviceCode: 'stair_lamp',
  placeName: '湖光苑 3号楼 2单元',
  submittedAt: '2026-11-16T12:12:00.000Z',
  ...standing,
  ...more,
})

type Entry = MatterView['timeline'][number]

export const entry = (more: Partial<Entry> = {}): Entry => ({
  seq: 1,
  act: 'submit',
  at: '2026-11-16T12:12:00.000Z',
  byName: null,
  unitName: null,
  mine: false,
  teamName: null,
  outcome: null,
  note: null,
  ...more,
})

export const matter = (more: Partial<MatterView> = {}): MatterView => ({
  matterId: MATTER,
  communityId: 'c0000000-0000-4000-8000-000000000001',
  title: '楼道灯不亮',
  text: '从上周开始的',
  wordsShown: true,
  serviceCode: 'stair_lamp',
  placeId: 'entrance',
  placeName: '湖光苑 3号楼 2单元',
  floor: '3–4 楼',
  submittedAt: '2026-11-16T12:12:00.000Z',
  ...standing,
  revision: 1,
  timeline: [entry({ mine: true })],
  acts: [],
  ...more,
})

export const homeView = (more: Partial<HomeView> = {}): HomeView => ({
  place: { placeId: 'building', name: '3号楼', pathName: '湖光苑 · 东湖社区' },
  places: [
    { placeId: 'building', name: '3号楼' },
    { placeId: 'estate', name: '湖光苑' },
  ],
  waiting: [],
  desk: null,
  feed: { items: [item()], nextCursor: null },
  unread: 0,
  ...more,
})
