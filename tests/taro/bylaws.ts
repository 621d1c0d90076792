import type { BylawItem, BylawView } from '#core/votes'
import { COMMUNITY } from './people'
import { photo } from './matters'

export const BYLAW_ID = 'b1000000-0000-4000-8000-000000000001'

export const bylawItem = (more: Partial<BylawItem> = {}): BylawItem => ({
  bylawId: BYLAW_ID,
  placeName: '湖光苑',
  title: '湖光苑业主大会议事规则',
  adoptedOn: '2026-05-10',
  state: 'in_force',
  ...more,
})

/** In force, for one who lives there. */
export const bylawView = (more: Partial<BylawView> = {}): BylawView => ({
  ...bylawItem(),
  communityId: COMMUNITY,
  clause: '未交回表决票的业主，计入多数人选的那一边。',
  photos: [photo({ photoId: 'p1' }), photo({ photoId: 'p2' })],
  recordedBy: '陈主任（居委会）',
  recordedAt: '2026-11-01T02:00:00.000Z',
  decidedBy: '周书记（社区书记）',
  decidedAt: '2026-11-02T02:00:00.000Z',
  endedBy: null,
  endedAt: null,
  reason: null,
  acts: [],
  ...more,
})
