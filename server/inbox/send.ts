import type { InboxKind, InboxSubject } from '#core/inbox'
import { newId, type Transaction } from '#server/platform/db/index'

/** One message for several persons. `about` holds nothing a reader may not see. */
export interface Message {
  communityId: string
  personIds: readonly string[]
  kind: InboxKind
  about: string
  subject: { kind: InboxSubject; id: string }
  at: Date
}

/** Puts a message into each person's inbox, in the transaction of what it tells. */
export async function sendToInbox(tx: Transaction, message: Message): Promise<void> {
  const persons = [...new Set(message.personIds)]
  if (persons.length === 0) return
  await tx
    .insertInto('inbox_items')
    .values(
      persons.map((personId) => ({
        community_id: message.communityId,
        person_id: personId,
        item_id: newId(),
        kind: message.kind,
        about: message.about,
        subject_kind: message.subject.kind,
        subject_id: message.subject.id,
        at: message.at,
      })),
    )
    .execute()
}
