import {
  choicesFor,
  decideChoice,
  INBOX_TOPICS,
  type InboxChoice,
  type InboxTopic,
  type TopicChoice,
} from '#core/inbox'
import { enforce } from '#core/permissions'
import type { Context } from '#server/platform/context'

/** 消息设置: what the caller chose in this community, topic by topic; at once where nothing was chosen. */
export async function listChoices({ db, actor, region }: Context): Promise<{ items: TopicChoice[] }> {
  const rows = await db
    .selectFrom('inbox_choices')
    .select(['topic', 'choice'])
    .where('community_id', '=', region.regionId)
    .where('person_id', '=', actor.personId)
    .execute()
  const chosen = new Map(rows.map(({ topic, choice }) => [topic, choice]))
  return {
    items: INBOX_TOPICS.map((topic) => ({
      topic,
      choice: chosen.get(topic) ?? 'at_once',
      choices: choicesFor(topic),
    })),
  }
}

/** Changes one topic. What is kept back already comes at its hour. */
export async function chooseTopic(
  { actor, region, transact }: Context,
  { topic, choice }: { topic: InboxTopic; choice: InboxChoice },
): Promise<{ done: true }> {
  enforce(decideChoice(topic, choice))
  return transact(async (tx) => {
    await tx
      .insertInto('inbox_choices')
      .values({ community_id: region.regionId, person_id: actor.personId, topic, choice })
      .onConflict((conflict) =>
        conflict.columns(['community_id', 'person_id', 'topic']).doUpdateSet({ choice }),
      )
      .execute()
    return { done: true }
  })
}
