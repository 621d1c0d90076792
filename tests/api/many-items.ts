import type { Insertable } from 'kysely'
import { newId, type Tables } from '#server/platform/db/index'
import type { TestServer } from './test-server'

type Server = Pick<TestServer, 'db' | 'clock'>

/** The round they are in. */
interface OfRound {
  communityId: string
  roundId: string
}

/** Things to be done that a round agreed on. Answers their ids, first to last. */
export async function manyItems(
  { db, clock }: Server,
  { communityId, roundId }: OfRound,
  count: number,
  more: Partial<Insertable<Tables['action_items']>> & { author_id: string },
): Promise<string[]> {
  const rows = Array.from({ length: count }, (): Insertable<Tables['action_items']> => ({
    community_id: communityId,
    item_id: newId(),
    round_id: roundId,
    title: '装两张长椅',
    promise: '长椅装在楼前',
    words_state: 'shown',
    state: 'open',
    due_on: '2026-12-01',
    owner_kind: 'resident',
    is_project: true,
    created_at: clock.now,
    revision: 1,
    ...(more.owner_id ? { accepted_at: clock.now } : {}),
    ...more,
  }))
  await db.insertInto('action_items').values(rows).execute()
  return rows.map((row) => row.item_id)
}

/** Money that came in for an item. Answers the ids of the entries, first to last. */
export async function manyLedgerEntries(
  { db, clock }: Server,
  { communityId, itemId }: { communityId: string; itemId: string },
  count: number,
  more: Partial<Insertable<Tables['ledger_entries']>> & { person_id: string },
): Promise<string[]> {
  const rows = Array.from({ length: count }, (): Insertable<Tables['ledger_entries']> => ({
    community_id: communityId,
    item_id: itemId,
    entry_id: newId(),
    kind: 'money_in',
    amount_fen: 100,
    what: '邻居凑的',
    on_day: '2026-11-18',
    at: clock.now,
    ...more,
  }))
  await db.insertInto('ledger_entries').values(rows).execute()
  return rows.map((row) => row.entry_id)
}

/** Lessons of a round. Answers their ids, first to last. */
export async function manyLessons(
  { db, clock }: Server,
  { communityId, roundId }: OfRound,
  count: number,
  more: Partial<Insertable<Tables['round_lessons']>> & { author_id: string },
): Promise<string[]> {
  const rows = Array.from({ length: count }, (): Insertable<Tables['round_lessons']> => ({
    community_id: communityId,
    round_id: roundId,
    lesson_id: newId(),
    text: '先量好尺寸再买',
    words_state: 'shown',
    at: clock.now,
    ...more,
  }))
  await db.insertInto('round_lessons').values(rows).execute()
  return rows.map((row) => row.lesson_id)
}

/** Somebody of the building took part. */
export async function takesPart(
  { db, clock }: Server,
  { communityId, roundId }: OfRound,
  personId: string,
  homeId: string | null,
): Promise<void> {
  await db
    .insertInto('round_participants')
    .values({
      community_id: communityId,
      round_id: roundId,
      person_id: personId,
      home_id: homeId,
      since: clock.now,
    })
    .execute()
}
