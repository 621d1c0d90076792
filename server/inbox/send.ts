import { sql } from 'kysely'
import { heldUntil, topicOf, type InboxKind, type InboxSubject, type InboxTopic } from '#core/inbox'
import { newId, type Transaction } from '#server/platform/db/index'

/** One message for several persons. `about` holds nothing a reader may not see. */
export interface Message {
  communityId: string
  personIds: readonly string[]
  kind: InboxKind
  /** What one chooses it by, where its kind hides what it tells: who is asked to act can't have switched that off. */
  topic?: InboxTopic | undefined
  about: string
  subject: { kind: InboxSubject; id: string }
  at: Date
}

/**
 * Puts a message into each person's inbox, in the transaction of what it tells: one statement for all of them. It joins
 * what was told before about the same thing. Who wants this topic once a day gets it later (`deliverHeld`); who wants no
 * word of it finds it in the list, read. Persons are taken in one order, so that two senders never wait for each other;
 * who closed their account is told nothing.
 */
export async function sendToInbox(tx: Transaction, message: Message): Promise<void> {
  const persons = [...new Set(message.personIds)].sort()
  if (persons.length === 0) return
  const { communityId, kind, topic = topicOf(kind), about, subject, at } = message
  await sql`
    with heard as materialized (
      select p.person_id, p.item_id, coalesce((select c.choice from inbox_choices c where c.community_id = ${communityId}
        and c.person_id = p.person_id and c.topic = ${topic}), 'at_once') as choice
      from unnest(${persons}::uuid[], ${persons.map(() => newId())}::uuid[]) as p (person_id, item_id)
      where (select k.closed_at is null from people k where k.person_id = p.person_id)
    ), told as (
      insert into inbox_items
        (community_id, person_id, item_id, kind, about, subject_kind, subject_id, at, held_until)
      select ${communityId}, person_id, item_id, ${kind}, ${about}, ${subject.kind}, ${subject.id}, ${at},
        case when choice = 'daily' then ${heldUntil(at)}::timestamptz end
      from heard
    )
    insert into inbox_groups as kept
      (community_id, person_id, subject_kind, subject_id, kind, about, at, last_item_id, unread, count)
    select ${communityId}, person_id, ${subject.kind}, ${subject.id}, ${kind}, ${about}, ${at}::timestamptz, item_id,
      case when choice = 'never' then 0 else 1 end, 1
    from heard where choice <> 'daily'
    on conflict (community_id, person_id, subject_kind, subject_id) do update set
      kind = excluded.kind, about = excluded.about, at = excluded.at,
      last_item_id = greatest(kept.last_item_id, excluded.last_item_id),
      unread = kept.unread + excluded.unread, count = kept.count + 1`.execute(tx)
}
