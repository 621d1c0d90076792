import type { InboxKind } from '#core/inbox'
import { sendToInbox } from '#server/inbox/index'
import type { Transaction } from '#server/platform/db/index'
import { topicTitleFor } from './names'
import type { StoredTopic } from './repository'
import { listTopicSeconds } from './seconds'

interface Told {
  kind: InboxKind
  at: Date
  /** Who did it isn't told of it; null: the clock. */
  byPersonId: string | null
}

/** Sends a message about a topic. What a moderator hid is named to its author alone. */
export async function tellOfTopic(
  tx: Transaction,
  row: StoredTopic,
  personIds: readonly string[],
  { kind, at, byPersonId }: Told,
): Promise<void> {
  const heard = [...new Set(personIds)].filter((id) => id !== byPersonId)
  for (const about of new Set(heard.map((id) => topicTitleFor(row, id))))
    await sendToInbox(tx, {
      communityId: row.community_id,
      personIds: heard.filter((id) => topicTitleFor(row, id) === about),
      kind,
      about,
      subject: { kind: 'topic', id: row.topic_id },
      at,
    })
}

/** Tells its author and who seconded it. */
export async function tellSeconders(tx: Transaction, row: StoredTopic, told: Told): Promise<void> {
  const seconds = await listTopicSeconds(tx, row)
  await tellOfTopic(tx, row, [row.author_id, ...seconds.map(({ personId }) => personId)], told)
}
