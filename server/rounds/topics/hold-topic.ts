import { DomainError } from '#core/errors'
import { holdHomes } from '#server/people/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { holdRoundOfTopic } from '../repository'
import { takePart } from '../take-part'
import { touchRound } from '../touch-round'
import { topicMetIn, type MetTopic } from './met-by'
import { findTopic, lockTopics, type TopicRow } from './repository'

export interface HeldTopic extends MetTopic {
  /** The caller as somebody of the homes that they have at this moment, none of which is left before the transaction ends. */
  context: Context
  tx: Transaction
  /** Another topic that was asked for, locked as well. */
  other: TopicRow | undefined
  at: Date
}

interface Asked {
  topicId: string
  /** Which other topic the act has to do with, as the topic stands. */
  other?: (row: TopicRow) => string | null
  /** What is taken before the topic itself. */
  before?: (tx: Transaction) => Promise<void>
}

/**
 * A topic, locked, for something done with it: in a round, while its phase can't end; of several topics always in the order of
 * their ids. Throws NOT_FOUND; STATE_CHANGED where it moved into a round at this moment.
 */
export function actOnHeldTopic<Answer>(
  asked: Context,
  { topicId, other, before }: Asked,
  work: (held: HeldTopic) => Promise<Answer>,
): Promise<Answer> {
  return asked.transact(async (tx) => {
    const { actor, region, now } = asked
    const homeIds = await holdHomes(tx, region.regionId, actor.personId)
    const homes = actor.homes.filter(({ homeId }) => homeIds.includes(homeId))
    const context = { ...asked, actor: { ...actor, homes } }
    await before?.(tx)
    const round = await holdRoundOfTopic(tx, context.actor, region.regionId, topicId)
    const seen = other && (await findTopic(tx, region.regionId, topicId))
    const otherId = (seen && other?.(seen)) ?? null
    const rows = await lockTopics(tx, region.regionId, otherId ? [topicId, otherId] : [topicId])
    const row = rows.find(({ topic_id: id }) => id === topicId)
    if (!row) throw new DomainError('NOT_FOUND')
    if (row.round_id !== (round?.row.round_id ?? null)) throw new DomainError('STATE_CHANGED')
    return work({
      ...(await topicMetIn(tx, context.actor, row, round)),
      context,
      tx,
      other: rows.find(({ topic_id: id }) => id === otherId && id !== topicId),
      at: now(),
    })
  })
}

/** Who did something with a topic of a round takes part in the round. */
export async function takePartByTopic({ tx, context, roundRow, topic, at }: HeldTopic): Promise<void> {
  if (!roundRow) return
  const homeId = topic.round?.standing.homesInScope[0] ?? null
  if (topic.round) await touchRound(tx, roundRow, { actor: context.actor, round: topic.round, at })
  await takePart(tx, roundRow, { personId: context.actor.personId, homeId, at })
}
