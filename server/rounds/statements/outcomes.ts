import { PAGE_SIZE } from '#core/contract'
import { decideOutcome, type OutcomeView, type TopicOutcome } from '#core/rounds'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import type { ServerParts } from '#server/platform/http/parts'
import { actInRound } from '../in-round'
import { officeIn } from '../office-in'
import { readableRound, type ReadableRound } from '../readable'
import { findDiscussed, listDiscussed, lockDiscussed, presentOutcome, topicEnding } from './outcome-rows'
import { votePlaceOfRound } from './vote-place'

interface OneTopic {
  roundId: string
  topicId: string
}

/** 每个议题谈出了什么. Three queries. */
export async function listOutcomes(
  context: Context,
  asked: { roundId: string; cursor?: string | undefined },
) {
  return outcomesOfRound(context, await readableRound(context, asked.roundId), asked.cursor)
}

/** The same of a round that is known. One query; two for the residents' committee. */
export async function outcomesOfRound(
  context: Pick<Context, 'db' | 'actor' | 'now'>,
  { row, round }: ReadableRound,
  cursor?: string,
) {
  const { db, actor } = context
  const { community_id: communityId, round_id: roundId } = row
  const [after] = decodeCursor(cursor, idCursor) ?? []
  const place = await votePlaceOfRound(db, context, row)
  const rows = await listDiscussed(db, { communityId, roundId }, { after, limit: PAGE_SIZE + 1 })
  return toPage(
    rows,
    PAGE_SIZE,
    (topic) => [topic.topic_id],
    (topic) => presentOutcome(topic, actor, { round, place }),
  )
}

/** One of them. Throws NOT_FOUND. */
export async function readOutcome(context: Context, { roundId, topicId }: OneTopic): Promise<OutcomeView> {
  const { db, actor, region } = context
  const { row, round } = await readableRound(context, roundId)
  const topic = await findDiscussed(db, { communityId: region.regionId, roundId, topicId })
  if (!topic) throw new DomainError('NOT_FOUND')
  const place = await votePlaceOfRound(db, context, row)
  return presentOutcome(topic, actor, { round, place })
}

export interface PutDownOutcome extends OneTopic {
  revision: number
  outcome: TopicOutcome
  text: string
}

/** 写下谈出了什么. By the convener; the last counts until the discussion is over. Throws ROUND_WORDS_REFUSED, TOPIC_HAS_VOTE, STATE_CHANGED. */
export function putDownOutcome(
  asked: Context,
  { roundId, topicId, revision, outcome, text }: PutDownOutcome,
  { contentCheck }: Pick<ServerParts, 'contentCheck'>,
): Promise<OutcomeView> {
  return actInRound(asked, { roundId, right: 'convene' }, async ({ context, tx, row, round, at }) => {
    const { actor } = context
    const topic = await lockDiscussed(tx, { communityId: row.community_id, roundId, topicId })
    if (!topic) throw new DomainError('NOT_FOUND')
    enforce(decideOutcome(actor, round, topicEnding(topic)))
    if (topic.revision !== revision) throw new DomainError('STATE_CHANGED')
    if (contentCheck.check(text).verdict !== 'clear') throw new DomainError('ROUND_WORDS_REFUSED', 'text')
    const changes = { outcome, outcome_text: text, outcome_at: at, revision: topic.revision + 1 }
    await tx
      .updateTable('topics')
      .set(changes)
      .where('community_id', '=', row.community_id)
      .where('topic_id', '=', topicId)
      .execute()
    await record(tx, {
      regionId: row.community_id,
      at,
      personId: actor.personId,
      role: officeIn(actor, row)?.role ?? null,
      act: 'topic.put_down_outcome',
      subject: { kind: 'topic', id: topicId },
    })
    const place = await votePlaceOfRound(tx, context, row)
    return presentOutcome({ ...topic, ...changes }, actor, { round, place })
  })
}
