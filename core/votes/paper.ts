import { ALLOWED, refused, type Decision } from '../permissions'
import { decideChoices, type ChoosableItem } from './choices'
import { BALLOT_VOID_REASONS, differingItems, type BallotVoidReason, type Choices } from './joint'
import { THIRD_SEAT, type TellerSeat } from './tellers'

/** 废票, as a teller may find it in the envelope. That nobody agrees is found by the count. */
export const KEYED_VOID_REASONS = BALLOT_VOID_REASONS.filter(
  (reason): reason is Exclude<BallotVoidReason, 'differ'> => reason !== 'differ',
) as [Exclude<BallotVoidReason, 'differ'>, ...Exclude<BallotVoidReason, 'differ'>[]]
export type KeyedVoidReason = (typeof KEYED_VOID_REASONS)[number]

/** What one teller read on a ballot: what it chooses, or why it is void. An item that is left out was left blank. */
export type Keyed = { choices: Choices } | { voidReason: KeyedVoidReason }

/** What a teller sent: the one or the other, never both. Undefined: neither is meant. */
export function keyedOf({
  choices,
  voidReason,
}: {
  choices?: Choices | undefined
  voidReason?: KeyedVoidReason | undefined
}): Keyed | undefined {
  if (choices && voidReason === undefined) return { choices }
  return voidReason !== undefined && !choices ? { voidReason } : undefined
}

/** What an envelope holds, once that is settled. */
export interface ReadBallot {
  choices: Choices
  voidReason: BallotVoidReason | null
}

/** What has been keyed in, by seat. */
export type KeyedBySeat = Partial<Record<TellerSeat, Keyed>>

/** Whether two read the same. That a ballot is void is what they agree on, whichever reason each of them saw. */
export function isReadAlike(one: Keyed, other: Keyed, itemIds: readonly string[]): boolean {
  if ('voidReason' in one || 'voidReason' in other) return 'voidReason' in one && 'voidReason' in other
  return differingItems([one, other], itemIds).length === 0
}

/**
 * 两人一致. Where the two agree that is what it holds; where they differ, whichever two of the three agree; where all three
 * differ it is void (domain.md 7). Undefined: somebody has yet to key it in.
 */
export function settleEnvelope(
  { 1: one, 2: other, 3: third }: KeyedBySeat,
  itemIds: readonly string[],
): ReadBallot | undefined {
  if (!one || !other) return undefined
  if (isReadAlike(one, other, itemIds)) return readBallot(one)
  if (!third) return undefined
  const agreed = [one, other].find((keyed) => isReadAlike(keyed, third, itemIds))
  return agreed ? readBallot(agreed) : { choices: {}, voidReason: 'differ' }
}

const readBallot = (keyed: Keyed): ReadBallot =>
  'voidReason' in keyed
    ? { choices: {}, voidReason: keyed.voidReason }
    : { choices: keyed.choices, voidReason: null }

/** Whether what was keyed in may stand on a ballot: each item that is answered with what there is to choose, one at least. */
export function decideKeyed(items: readonly ChoosableItem[], keyed: Keyed): Decision {
  if ('voidReason' in keyed) return ALLOWED
  const answered = Object.keys(keyed.choices)
  if (answered.length === 0) return refused('VOTE_CHOICE_WRONG', 'choices')
  const known = items.filter(({ itemId }) => answered.includes(itemId))
  return decideChoices(known, keyed.choices)
}

/** 信封到哪一步了. `unopened`: its voter cast online, which has precedence. */
export const ENVELOPE_STATES = ['received', 'keyed_once', 'third', 'settled', 'unopened'] as const
export type EnvelopeState = (typeof ENVELOPE_STATES)[number]

/** How far an envelope has come. */
export interface EnvelopeProgress {
  /** Its voter has a ballot standing that was cast online. */
  castOnline: boolean
  settled: boolean
  /** Seats that have keyed it in. */
  keyedSeats: readonly TellerSeat[]
}

/** Where an envelope stands. */
export function envelopeStateOf({ castOnline, settled, keyedSeats }: EnvelopeProgress): EnvelopeState {
  if (castOnline) return 'unopened'
  if (settled) return 'settled'
  if (keyedSeats.length >= THIRD_SEAT - 1) return 'third'
  return keyedSeats.length === 0 ? 'received' : 'keyed_once'
}

/** Whether it waits for this teller. */
export function waitsForTeller(seat: TellerSeat, envelope: EnvelopeProgress): boolean {
  const state = envelopeStateOf(envelope)
  if (seat === THIRD_SEAT) return state === 'third'
  return (state === 'received' || state === 'keyed_once') && !envelope.keyedSeats.includes(seat)
}

/** 录入: the two first, each for themselves; one's own may be corrected until the other has keyed it in; then the third. */
export function decideKeyEnvelope(seat: TellerSeat, envelope: EnvelopeProgress): Decision {
  const state = envelopeStateOf(envelope)
  if (state === 'unopened') return refused('VOTE_ENVELOPE_UNOPENED')
  if (state === 'settled') return refused('VOTE_ENVELOPE_SETTLED')
  if (seat === THIRD_SEAT) return state === 'third' ? ALLOWED : refused('VOTE_THIRD_EARLY')
  return state === 'third' ? refused('VOTE_ENVELOPE_THIRD') : ALLOWED
}

/** 还能改: what this teller keyed in and the other has not. */
export function keyedAndOpen(seat: TellerSeat, envelope: EnvelopeProgress): boolean {
  return envelopeStateOf(envelope) === 'keyed_once' && envelope.keyedSeats.includes(seat)
}
