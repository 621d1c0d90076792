import { conveningRoles } from '#core/rounds'
import { listStaffIds } from '#server/people/index'
import type { Transaction } from '#server/platform/db/index'
import { setTopic, type StoredTopic } from '../topics/repository'
import { tellOfTopic } from '../topics/tell-topic'
import { scheduleSilence } from './clock'

/** Who is told to answer for the topics of a place: those in an office in which rounds are convened there. */
const listConvenerIds = (tx: Transaction, row: StoredTopic, at: Date): Promise<string[]> =>
  listStaffIds(tx, row.jurisdiction, conveningRoles(row.place_kind), at)

const isReadOnBoard = (row: StoredTopic): boolean =>
  row.round_id === null && row.state === 'open' && row.words_state === 'shown'

/**
 * Once enough homes second a topic of the board, who convenes there is told, and has seven days (domain.md 6). `before`: as it was
 * before these seconds.
 */
export async function tellWhenMet(
  tx: Transaction,
  before: Pick<StoredTopic, 'met_at'>,
  after: StoredTopic,
  at: Date,
): Promise<void> {
  if (before.met_at !== null || after.met_at === null || !isReadOnBoard(after)) return
  await tellOfTopic(tx, after, await listConvenerIds(tx, after, at), {
    kind: 'board_met',
    at,
    byPersonId: null,
  })
  await scheduleSilence(tx, after)
}

/** A moderator let neighbours read it: the days begin now, where enough homes second it already. */
export async function beginDaysWhenShown(tx: Transaction, row: StoredTopic, at: Date): Promise<void> {
  if (row.met_at === null || row.silent_at !== null || !isReadOnBoard(row)) return
  const begun = { ...row, met_at: at }
  await setTopic(tx, row, { met_at: at })
  await tellWhenMet(tx, { met_at: null }, begun, at)
}
