/** Matters as the server presents them, for tests of screens. */
import type { HomeView, MatterItem, MatterView, SavedFilter, TeamItem } from '#core/matters'
import type { PhotoView } from '#core/photos'

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
  reviewAt: null,
  mine: true,
  awaitsAnswer: false,
} as const

export const item = (more: Partial<MatterItem> = {}): MatterItem => ({
  matterId: MATTER,
  title: '楼道灯不亮',
  serviceCode: 'stair_lamp',
  placeName: '湖光苑 3号楼 2单元',
  floor: null,
  channel: 'resident',
  submittedAt: '2026-11-16T12:12:00.000Z',
  joinedHomes: 0,
  revision: 1,
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
  toName: null,
  reviewAt: null,
  channel: null,
  legalBasis: null,
  proposedOwner: null,
  ...more,
})

export const matter = (more: Partial<MatterView> = {}): MatterView => ({
  matterId: MATTER,
  communityId: 'c0000000-0000-4000-8000-000000000001',
  title: '楼道灯不亮',
  text: '从上周开始的',
  wordsShown: true,
  wordsState: 'shown',
  shownAs: 'resident',
  reporterName: null,
  serviceCode: 'stair_lamp',
  kind: 'component',
  visibility: 'public',
  channel: 'resident',
  placeId: 'entrance',
  placeName: '湖光苑 3号楼 2单元',
  floor: '3–4 楼',
  submittedAt: '2026-11-16T12:12:00.000Z',
  ...standing,
  supportNames: [],
  complainedName: null,
  joinedHomes: 0,
  joined: false,
  mayJoin: false,
  mayReadContact: false,
  deferrals: 0,
  askedReviewAt: null,
  reinspectAt: null,
  mergedInto: null,
  fromWishId: null,
  revision: 1,
  timeline: [entry({ mine: true })],
  photos: [],
  photosBlurred: false,
  acts: [],
  ...more,
})

export const team = (more: Partial<TeamItem> = {}): TeamItem => ({
  kind: 'grid',
  placeId: 'g2',
  name: '第二网格',
  members: ['张师傅'],
  persons: [],
  ...more,
})

export const photo = (more: Partial<PhotoView> = {}): PhotoView => ({
  photoId: 'before',
  moment: 'before',
  seq: 0,
  width: 1600,
  height: 1200,
  thumbUrl: '/api/photos/before/thumb',
  displayUrl: '/api/photos/before/display',
  mine: false,
  ...more,
})

export const savedFilter = (more: Partial<SavedFilter> = {}): SavedFilter => ({
  filterId: 'f1',
  name: '三号楼的灯',
  list: 'mine',
  serviceCode: 'stair_lamp',
  placeName: null,
  ...more,
})

export const homeView = (more: Partial<HomeView> = {}): HomeView => ({
  place: { placeId: 'building', name: '3号楼', pathName: '湖光苑 · 东湖社区' },
  places: [
    { placeId: 'building', name: '3号楼' },
    { placeId: 'estate', name: '湖光苑' },
  ],
  votes: [],
  waiting: [],
  desk: null,
  notices: [],
  feed: { items: [item()], nextCursor: null },
  unread: 0,
  ...more,
})
