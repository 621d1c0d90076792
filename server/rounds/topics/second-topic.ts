import { decideSecondTopic, homesToSecond, ownSecondsOf, standingAfter, type TopicItem } from '#core/rounds'
import { enforce } from '#core/permissions'
import type { Context } from '#server/platform/context'
import { tellWhenMet } from '../board/met'
import { actOnHeldTopic, takePartByTopic } from './hold-topic'
import { recordTopic } from './on-record'
import { presentTopicItems } from './present-topic'
import { topicOf } from './repository'
import { addTopicSeconds, removeTopicSeconds } from './seconds'

/** 附议, once per home; or taking it back. No step of the topic: nobody's act is refused for it. */
export function secondTopic(
  asked: Context,
  { topicId, wanted }: { topicId: string; wanted: boolean },
): Promise<TopicItem> {
  return actOnHeldTopic(asked, { topicId }, async (held) => {
    const { context, tx, row, topic, roundRow, at } = held
    const { actor } = context
    enforce(decideSecondTopic(actor, topic, wanted))
    const { personId } = actor
    const homeIds = wanted ? homesToSecond(actor, topic).map(({ homeId }) => homeId) : ownSecondsOf(topic)
    const seconded = wanted
      ? await addTopicSeconds(
          tx,
          row,
          homeIds.map((homeId) => ({ homeId, personId })),
          at,
        )
      : await removeTopicSeconds(tx, row, { homeIds, personId }, at)
    const changed = { ...row, ...seconded }
    await takePartByTopic(held)
    await recordTopic(tx, row, { act: wanted ? 'second' : 'take_back_second', at, personId })
    await tellWhenMet(tx, row, changed, at)
    // Nothing else of it changed under the locks: it isn't asked for again.
    const known = topicOf(changed, topic.round, standingAfter(topic.standing, homeIds, wanted))
    const [item] = await presentTopicItems(tx, context, row.community_id, [
      { row: changed, topic: known, roundRow },
    ])
    return item as TopicItem
  })
}
