/** Votes in which silence counts, as the server presents them, for tests of screens. */
import type { BylawInForce, DeliveryNote, DeliveryRow, SilenceOfVote, VoteItemView } from '#core/votes'
import { HOME_602, ownersItem, ownersResult, ownersVote } from './votes'

export const BYLAW: BylawInForce = {
  bylawId: 'b0000000-0000-4000-8000-000000000001',
  title: '湖光苑管理规约',
  clause: '送达后没有交票的，算作同意票多的一方。',
  adoptedOn: '2025-06-01',
}

export const deliveryNote = (more: Partial<DeliveryNote> = {}): DeliveryNote => ({
  deliveryId: 'd0000000-0000-4000-8000-000000000001',
  how: 'handed',
  number: null,
  at: '2026-07-03T02:00:00.000Z',
  byName: '老周（楼栋长）',
  acts: [],
  ...more,
})

export const deliveryRow = (more: Partial<DeliveryRow> = {}): DeliveryRow => ({
  voterId: HOME_602,
  name: '2单元 602 室',
  areaCentiM2: 8950,
  delivery: null,
  contested: null,
  ...more,
})

export const silence = (more: Partial<SilenceOfVote> = {}): SilenceOfVote => ({
  bylaw: BYLAW,
  delivered: 12,
  of: 48,
  own: [{ voterId: HOME_602, name: '2单元 602 室', delivery: null }],
  ...more,
})

/** Posted, of owners. */
export const silentVote = (more: Parameters<typeof ownersVote>[0] = {}) =>
  ownersVote({ state: 'notice', turnout: null, silence: silence(), decidedBy: 'imputed', ...more })

/** Raw it failed on its turnout; with silence it passed. */
export const silentResult: NonNullable<VoteItemView['result']> = {
  ...ownersResult,
  participated: { persons: 40, area_centi_m2: 300_000 },
  turnout_met: false,
  passed: false,
  imputed: ownersResult,
}

export const silentItem = () => ownersItem({ result: silentResult })
