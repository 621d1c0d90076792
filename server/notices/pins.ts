import { DomainError } from '#core/errors'
import type { WordsState } from '#core/moderation'
import { freePin, pinEndsAt } from '#core/notices'
import type { Transaction } from '#server/platform/db/index'
import { listTakenPins, type NoticeRow } from './repository'

type Pin = Pick<NoticeRow, 'pin_slot' | 'pinned_until'>

/** PostgreSQL's unique violation: another notice took that one of the place's three a moment before. */
const TAKEN = '23505'

/** Saves a pin. Throws STATE_CHANGED when somebody else's came first. */
export async function unlessPinTaken<T>(save: () => Promise<T>): Promise<T> {
  try {
    return await save()
  } catch (error) {
    throw (error as { code?: string }).code === TAKEN ? new DomainError('STATE_CHANGED') : error
  }
}

interface Wish {
  communityId: string
  placeId: string
  wordsState: WordsState
  /** Days on top; left out: not on top. */
  pinDays?: number | undefined
}

/**
 * One of the place's three, where the notice is to stay on top. What residents don't see takes none: the wish is kept
 * until they do. Throws NOTICE_PINS_FULL.
 */
export async function pinOf(
  tx: Transaction,
  { communityId, placeId, wordsState, pinDays }: Wish,
  now: Date,
): Promise<Pin> {
  if (pinDays === undefined) return { pin_slot: null, pinned_until: null }
  const pinnedUntil = pinEndsAt(now, pinDays)
  if (wordsState !== 'shown') return { pin_slot: null, pinned_until: pinnedUntil }
  const slot = freePin(await listTakenPins(tx, communityId, placeId, now))
  if (slot === undefined) throw new DomainError('NOTICE_PINS_FULL', 'pinDays')
  return { pin_slot: slot, pinned_until: pinnedUntil }
}

/** The pin of a notice whose words get this state: given back while they are hidden, taken when they show and one is free. */
export async function pinWhen(
  tx: Transaction,
  row: NoticeRow,
  wordsState: WordsState,
  now: Date,
): Promise<Pin> {
  const until = row.pinned_until
  if (wordsState !== 'shown' || row.withdrawn_at) return { pin_slot: null, pinned_until: until }
  if (!until || until <= now) return { pin_slot: null, pinned_until: null }
  const slot = freePin(await listTakenPins(tx, row.community_id, row.place_id, now))
  return slot === undefined ? { pin_slot: null, pinned_until: null } : { pin_slot: slot, pinned_until: until }
}
