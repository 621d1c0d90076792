import { sql } from 'kysely'
import type { InboxKind } from '#core/inbox'
import { isRoundOpen, isToldStep, type RoundStepName, type RoundToldStep } from '#core/rounds'
import { sendToInbox } from '#server/inbox/index'
import type { Database, Transaction } from '#server/platform/db/index'
import { enqueue, type Jobs } from '#server/platform/jobs/index'
import { lockRound, setRound, type RoundRow } from './repository'

/** Memberships looked at in one transaction. */
const BATCH = 200

/** What everybody in the scope is told, by a job. */
const ALL_HEAR: Record<RoundToldStep, InboxKind> = {
  invite: 'round_invited',
  change: 'round_changed',
  publish_agenda: 'round_discussion',
  begin_action: 'round_action',
  begin_evaluation: 'round_evaluation',
  close: 'round_closed',
  withdraw: 'round_withdrawn',
  abandon: 'round_abandoned',
}

export interface ToldOfRound {
  /** Null: the clock. */
  byPersonId: string | null
  at: Date
}

/** Sends a message about a round, never to who did it. */
export async function tellPersonsOfRound(
  tx: Transaction,
  row: Pick<RoundRow, 'community_id' | 'round_id' | 'question' | 'words_state'>,
  { kind, personIds }: { kind: InboxKind; personIds: readonly string[] },
  { byPersonId, at }: ToldOfRound,
): Promise<void> {
  await sendToInbox(tx, {
    communityId: row.community_id,
    personIds: personIds.filter((id) => id !== byPersonId),
    kind,
    about: row.words_state === 'shown' ? row.question : '',
    subject: { kind: 'round', id: row.round_id },
    at,
  })
}

/**
 * Tells everybody in the scope of what they have to know of, after what they are being told already, as soon as the round's words are on
 * show. Of a round to which nobody was invited yet, who takes part in it is told how it ended.
 */
export async function tellOfRoundAct(
  tx: Transaction,
  row: RoundRow,
  act: RoundStepName,
  told: ToldOfRound,
): Promise<void> {
  if (!isToldStep(act)) return
  if (row.invited_at === null) {
    if (!isRoundOpen(row.state)) await tellParticipants(tx, row, ALL_HEAR[act], told)
    return
  }
  // Changed twice before anybody was told of it: told once.
  const untold = row.told_after === null ? row.telling : row.telling.slice(1)
  const telling = untold[untold.length - 1] === act ? row.telling : [...row.telling, act]
  await setRound(tx, row, { telling })
  await goOnTelling(tx, { ...row, telling })
}

/** What waits to be told is told, by a job; not while neighbours may not read of it. */
export async function goOnTelling(tx: Transaction, row: RoundRow): Promise<void> {
  if (row.telling.length === 0 || row.words_state !== 'shown') return
  const payload = { communityId: row.community_id, roundId: row.round_id }
  await enqueue(tx, 'tell_round', payload, { runAt: new Date(0), key: `tell_round:${row.round_id}` })
}

/** Tells who takes part in it. */
export async function tellParticipants(
  tx: Transaction,
  row: RoundRow,
  kind: InboxKind,
  told: ToldOfRound,
): Promise<void> {
  const participants = await tx
    .selectFrom('round_participants')
    .select('person_id')
    .where('community_id', '=', row.community_id)
    .where('round_id', '=', row.round_id)
    .where('left_at', 'is', null)
    .execute()
  await tellPersonsOfRound(
    tx,
    row,
    { kind, personIds: participants.map(({ person_id: personId }) => personId) },
    told,
  )
}

/**
 * Tells everybody in the scope, batch by batch. How far it came is saved with the batch, under the round's lock: two workers share the work, and
 * after a kill the next one goes on.
 */
export async function tellRound(
  db: Database,
  { communityId, roundId }: Jobs['tell_round'],
  now: Date,
): Promise<void> {
  let more = true
  while (more) {
    more = await db.transaction().execute(async (tx) => {
      const row = await lockRound(tx, communityId, roundId)
      const act = row?.words_state === 'shown' ? row.telling[0] : undefined
      return row && act ? tellBatch(tx, row, act, now) : false
    })
  }
}

/** Goes on with what a killed server left half told: its job stays locked for hours. */
export async function tellUntoldRounds(db: Database, now: Date): Promise<void> {
  const untold = await db
    .selectFrom('rounds')
    .select(['community_id as communityId', 'round_id as roundId'])
    .where('telling', '<>', sql<RoundToldStep[]>`'{}'`)
    .where('words_state', '=', 'shown')
    .execute()
  for (const round of untold) await tellRound(db, round, now)
}

/** Answers whether there is more to tell. */
async function tellBatch(tx: Transaction, row: RoundRow, act: RoundToldStep, at: Date): Promise<boolean> {
  const { persons, last } = await listNextPersons(tx, row)
  if (last === undefined) {
    const telling = row.telling.slice(1)
    await setRound(tx, row, { telling, told_after: null })
    return telling.length > 0
  }
  await setRound(tx, row, { told_after: last })
  const byPersonId = await whoDid(tx, row, act)
  await tellPersonsOfRound(tx, row, { kind: ALL_HEAR[act], personIds: persons }, { byPersonId, at })
  return true
}

/** Who did it the last time; null: the clock. Index: the key of round_events. */
async function whoDid(tx: Transaction, row: RoundRow, act: RoundToldStep): Promise<string | null> {
  const event = await tx
    .selectFrom('round_events')
    .select('person_id')
    .where('community_id', '=', row.community_id)
    .where('round_id', '=', row.round_id)
    .where('act', '=', act)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return event?.person_id ?? null
}

/** The next memberships of the community: who lives in the scope, and how far that is. Index: the key of memberships. */
async function listNextPersons(
  tx: Transaction,
  row: RoundRow,
): Promise<{ persons: string[]; last: string | undefined }> {
  const chosen = row.chosen
    ? sql`and exists (select 1 from round_homes h where h.community_id = ${row.community_id}
        and h.round_id = ${row.round_id} and h.home_id = m.home_id)`
    : sql``
  const { rows } = await sql<{ membershipId: string; personId: string; there: boolean }>`
    select m.membership_id as "membershipId", m.person_id as "personId",
      m.state = 'confirmed' and m.home_path @> array[${row.place_id}]::uuid[] ${chosen} as there
    from memberships m where m.community_id = ${row.community_id}
      ${row.told_after ? sql`and m.membership_id > ${row.told_after}` : sql``}
    order by m.membership_id limit ${BATCH}`.execute(tx)
  const there = rows.filter((membership) => membership.there).map(({ personId }) => personId)
  return { persons: [...new Set(there)], last: rows[rows.length - 1]?.membershipId }
}
