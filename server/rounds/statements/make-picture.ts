import { sql } from 'kysely'
import {
  isPictureDue,
  isStatementsPhase,
  OPINION_CHANGES_AT_LEAST,
  type Opinion,
  type StoredPicture,
} from '#core/rounds'
import type { ContactBox } from '#server/platform/crypto/index'
import type { Database, Transaction } from '#server/platform/db/index'
import { pictureOpinions, type OpinionPicture } from '../picture-opinions'
import { findRound } from '../repository'
import { listStatementsToAsk } from './repository'
import { openAnswers } from './sealed-answers'

interface InOneRound {
  communityId: string
  roundId: string
}

/**
 * Makes the pictures that are due, and throws away what was said in rounds whose discussion is over. A job, once a minute: a picture is
 * never made while somebody waits for it.
 */
export async function tendOpinions(db: Database, box: ContactBox, now: Date): Promise<void> {
  // From round to round by the key, without reading all that was said in between.
  const { rows } = await sql<InOneRound>`
    with recursive answered as (
      (select community_id, round_id from round_opinions order by community_id, round_id limit 1)
      union all
      select later.* from answered a cross join lateral (select community_id, round_id from round_opinions
        where (community_id, round_id) > (a.community_id, a.round_id) order by community_id, round_id limit 1) later)
    select a.community_id as "communityId", a.round_id as "roundId" from answered a
    cross join lateral (select r.state from rounds r
      where r.community_id = a.community_id and r.round_id = a.round_id offset 0) r
    where r.state <> 'discussion' or ${OPINION_CHANGES_AT_LEAST} <= (select count(*) from round_opinions o
      where o.community_id = a.community_id and o.round_id = a.round_id and o.unpictured)`.execute(db)
  for (const round of rows) await makePicture(db, box, round, now)
}

/** The picture of one round, where enough changed since the last one; after the discussion the last one, and the answers go. */
export async function makePicture(
  db: Database,
  box: ContactBox,
  round: InOneRound,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await findRound(tx, round.communityId, round.roundId)
    if (!row) return
    await lockPicture(tx, round)
    const sealed = await listSealed(tx, round)
    if (isPictureDue(sealed.filter(({ unpictured }) => unpictured).length))
      await drawAnew(tx, box, { round, sealed, now })
    if (!isStatementsPhase(row.state)) await throwAway(tx, round, sealed.length)
  })
}

/** Of two workers one draws, and the other finds nothing left to draw. */
async function lockPicture(tx: Transaction, { communityId, roundId }: InOneRound): Promise<void> {
  await sql`insert into opinion_pictures (community_id, round_id) values (${communityId}, ${roundId})
    on conflict (community_id, round_id) do update set people = opinion_pictures.people`.execute(tx)
}

interface Sealed {
  participant_key: Buffer
  answers_sealed: Buffer
  unpictured: boolean
}

function listSealed(tx: Transaction, { communityId, roundId }: InOneRound): Promise<Sealed[]> {
  return tx
    .selectFrom('round_opinions')
    .select(['participant_key', 'answers_sealed', 'unpictured'])
    .where('community_id', '=', communityId)
    .where('round_id', '=', roundId)
    .execute()
}

async function drawAnew(
  tx: Transaction,
  box: ContactBox,
  { round, sealed, now }: { round: InOneRound; sealed: readonly Sealed[]; now: Date },
): Promise<void> {
  const statements = await listStatementsToAsk(tx, round.communityId, round.roundId)
  const opinions: Opinion[] = sealed.map(({ participant_key: key, answers_sealed }) => ({
    personId: key.toString('hex'),
    stances: openAnswers(box, round, key, answers_sealed),
  }))
  const picture = pictureOpinions(
    opinions,
    statements.map(({ statement_id }) => statement_id),
  )
  if (!picture) return
  await tx
    .updateTable('opinion_pictures')
    .set({
      picture: JSON.stringify(storedOf(picture)),
      groups_sealed: box.seal(JSON.stringify(Object.fromEntries(picture.groupOf)), aboutGroups(round)),
      made_at: now,
    })
    .where('community_id', '=', round.communityId)
    .where('round_id', '=', round.roundId)
    .execute()
  await markPictured(tx, round, sealed)
}

export const aboutGroups = ({ communityId, roundId }: InOneRound): string =>
  `opinion groups ${communityId} ${roundId}`

const hundredths = (value: number): number => Math.round(value * 100)

function storedOf({ groups, meets }: OpinionPicture): StoredPicture {
  return {
    groups: groups.map(({ people, x, y, holds }) => ({ people, x: hundredths(x), y: hundredths(y), holds })),
    meets,
  }
}

/** Who said something meanwhile is not in the picture: their row was sealed anew. */
async function markPictured(
  tx: Transaction,
  { communityId, roundId }: InOneRound,
  sealed: readonly Sealed[],
): Promise<void> {
  await sql`update round_opinions o set unpictured = false
    from unnest(${sealed.map(({ participant_key }) => participant_key)}::bytea[],
      ${sealed.map(({ answers_sealed }) => answers_sealed)}::bytea[]) as seen (key, answers)
    where o.community_id = ${communityId} and o.round_id = ${roundId}
      and o.participant_key = seen.key and o.answers_sealed = seen.answers`.execute(tx)
}

/** 讨论完了: groups and counts stay; who said what is gone, for whoever has the key as well. */
async function throwAway(
  tx: Transaction,
  { communityId, roundId }: InOneRound,
  people: number,
): Promise<void> {
  await tx
    .updateTable('opinion_pictures')
    .set({ people, groups_sealed: null })
    .where('community_id', '=', communityId)
    .where('round_id', '=', roundId)
    .execute()
  await tx
    .deleteFrom('round_opinions')
    .where('community_id', '=', communityId)
    .where('round_id', '=', roundId)
    .execute()
}
