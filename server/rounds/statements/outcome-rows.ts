import { sql, type Selectable } from 'kysely'
import { decideOutcome, mayDraftVote, type OutcomeView, type Round } from '#core/rounds'
import type { Actor } from '#core/permissions'
import type { VotePlace } from '#core/votes'
import type { Database, Tables, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction

/** A topic with the vote drafted of it, if there is one that wasn't withdrawn. */
export type DiscussedRow = Pick<
  Selectable<Tables['topics']>,
  | 'topic_id'
  | 'round_id'
  | 'title'
  | 'text'
  | 'place_id'
  | 'state'
  | 'words_state'
  | 'outcome'
  | 'outcome_text'
  | 'outcome_at'
  | 'revision'
> & { vote_id: string | null; vote_state: string | null; vote_convener: string | null }

const discussed = (db: Reader, communityId: string, roundId: string) =>
  db
    .selectFrom('topics as t')
    .leftJoin('votes as v', (join) =>
      join
        .onRef('v.community_id', '=', 't.community_id')
        .onRef('v.vote_id', '=', 't.vote_id')
        .on('v.state', '<>', 'withdrawn'),
    )
    .select([
      't.topic_id',
      't.round_id',
      't.title',
      't.text',
      't.place_id',
      't.state',
      't.words_state',
      't.outcome',
      't.outcome_text',
      't.outcome_at',
      't.revision',
      'v.vote_id',
      'v.state as vote_state',
      'v.convener_id as vote_convener',
    ])
    .where('t.community_id', '=', communityId)
    .where('t.round_id', '=', roundId)
    .where('t.state', '=', 'open')
    .where('t.words_state', '=', 'shown')

/** Topics that a round discusses, first to last. */
export function listDiscussed(
  db: Reader,
  { communityId, roundId }: { communityId: string; roundId: string },
  { after, limit }: { after: string | undefined; limit: number },
): Promise<DiscussedRow[]> {
  return discussed(db, communityId, roundId)
    .$if(after !== undefined, (query) => query.where('t.topic_id', '>', after ?? ''))
    .orderBy('t.topic_id')
    .limit(limit)
    .execute()
}

/** One of them. */
export function findDiscussed(
  db: Reader,
  { communityId, roundId, topicId }: { communityId: string; roundId: string; topicId: string },
): Promise<DiscussedRow | undefined> {
  return discussed(db, communityId, roundId).where('t.topic_id', '=', topicId).executeTakeFirst()
}

/** The same, locked until the transaction ends: its outcome is put down once, and its vote drafted once. */
export function lockDiscussed(
  tx: Transaction,
  { communityId, roundId, topicId }: { communityId: string; roundId: string; topicId: string },
): Promise<DiscussedRow | undefined> {
  return discussed(tx, communityId, roundId)
    .where('t.topic_id', '=', topicId)
    .forUpdate('t')
    .executeTakeFirst()
}

/** How many topics a round discusses, and of how many the discussion ended. */
export async function countOutcomes(
  db: Reader,
  { community_id, round_id }: { community_id: string; round_id: string },
): Promise<{ of: number; ended: number }> {
  const { rows } = await sql<{ of_all: string; ended: string }>`
    select count(*) as of_all, count(*) filter (where outcome is not null) as ended from topics
    where community_id = ${community_id} and round_id = ${round_id} and state = 'open'
      and words_state = 'shown'`.execute(db)
  return { of: Number(rows[0]?.of_all ?? 0), ended: Number(rows[0]?.ended ?? 0) }
}

/** What the rules ask of it. */
export const topicEnding = (row: DiscussedRow) => ({
  state: row.state,
  outcome: row.outcome,
  hasVote: row.vote_id !== null,
})

/** How a topic's discussion ended, as one reader finds it. A draft is its convener's alone. `place`: of the round, as votes see it. */
export function presentOutcome(
  row: DiscussedRow,
  actor: Actor,
  { round, place }: { round: Round; place: VotePlace },
): OutcomeView {
  const seesVote = row.vote_state !== 'draft' || row.vote_convener === actor.personId
  return {
    topicId: row.topic_id,
    title: row.title,
    text: row.text,
    placeId: row.place_id,
    outcome: row.outcome,
    outcomeText: row.outcome_text,
    outcomeAt: row.outcome_at?.toISOString() ?? null,
    voteId: seesVote ? row.vote_id : null,
    revision: row.revision,
    may: {
      putDown: decideOutcome(actor, round, topicEnding(row)).allowed,
      draftVote: mayDraftVote(actor, round, topicEnding(row), place),
    },
  }
}
