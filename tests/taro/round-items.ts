import type { ItemCard, ItemView, LedgerEntryView } from '#core/rounds'
import { COMMUNITY } from './people'

export const ROUND = '01990000-0000-7000-8000-00000000e001'
export const ITEM = '01990000-0000-7000-8000-00000000e002'
const PLACE = '01990000-0000-7000-8000-00000000b001'

const facts = {
  itemId: ITEM,
  title: '装两张长椅',
  promise: '长椅装在楼前，够四个人坐',
  state: 'open' as const,
  ownerKind: 'resident' as const,
  ownerName: null,
  taken: false,
  mine: false,
  dueOn: '2099-12-01',
  isProject: false,
  topicId: null,
  rated: null,
  ratings: { kept: 0, partly: 0, not_kept: 0 },
}

/** Put down by the head, taken on by nobody yet. */
export const itemCard = (more: Partial<ItemCard> = {}): ItemCard => ({ ...facts, mayRate: false, ...more })

export const itemView = (more: Partial<ItemView> = {}): ItemView => ({
  ...facts,
  communityId: COMMUNITY,
  roundId: ROUND,
  question: '楼前那块空地，怎么用才好',
  roundState: 'action',
  placeId: PLACE,
  wordsState: null,
  byName: '赵大爷（楼栋长）',
  written: false,
  organisationId: null,
  link: null,
  steps: [
    {
      stepId: 'step-1',
      seq: 1,
      act: 'write',
      at: '2026-11-18T02:00:00.000Z',
      byName: '赵大爷（楼栋长）',
      mine: false,
      note: null,
      reportable: false,
      photos: [],
    },
  ],
  may: { change: false, link: false, keepLedger: false, rate: false },
  acts: ['accept'],
  revision: 1,
  ...more,
})

export const ledgerEntry = (more: Partial<LedgerEntryView> = {}): LedgerEntryView => ({
  entryId: 'entry-1',
  kind: 'money_out',
  amountFen: -12_345,
  what: '两张长椅',
  withWhom: null,
  onDay: '2026-11-18',
  byName: '李阿姨',
  at: '2026-11-18T02:00:00.000Z',
  corrects: null,
  corrected: false,
  photos: [],
  ...more,
})
