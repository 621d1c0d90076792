import type { Insertable } from 'kysely'
import { newId, type Tables } from '#server/platform/db/index'
import type { Neighbourhood } from '../builders/neighbourhood'
import type { TestServer } from './test-server'

type Row = Insertable<Tables['wishes']>

/** Many wishes of one building, said to its estate, in the state that is asked for. Answers their ids, oldest first. */
export async function manyWishes(
  { db, clock }: Pick<TestServer, 'db' | 'clock'>,
  place: Neighbourhood,
  count: number,
  { authorId, helperId, ...more }: { authorId: string; helperId?: string } & Partial<Row>,
): Promise<string[]> {
  const { communityId, estateId, buildingId, gridId } = place.community
  const now = clock.now
  const rows = Array.from({ length: count }, (_, index): Row => ({
    community_id: communityId,
    wish_id: newId(),
    author_id: authorId,
    place_id: buildingId,
    place_name: '湖光苑 3号楼',
    jurisdiction: [place.districtId, place.subdistrictId, communityId, estateId, buildingId, gridId],
    scope: 'estate',
    scope_place_id: estateId,
    scope_name: '湖光苑',
    kind: 'lend',
    title: '借一架梯子',
    shown_as: 'resident',
    words_state: 'shown',
    state: helperId ? 'claimed' : 'published',
    helper_id: helperId ?? null,
    claimed_at: helperId ? now : null,
    published_at: now,
    stands_until: new Date(now.getTime() + 90 * 86_400_000 + index),
    seconds_needed: 2,
    submitted_at: now,
    changed_at: now,
    revision: 1,
    ...more,
  }))
  await db.insertInto('wishes').values(rows).execute()
  return rows.map((row) => row.wish_id)
}

/** Somebody's home wants them too. */
export async function secondAll(
  { db, clock }: Pick<TestServer, 'db' | 'clock'>,
  communityId: string,
  wishIds: readonly string[],
  by: { personId: string; homeId: string },
): Promise<void> {
  await db
    .insertInto('wish_seconds')
    .values(
      wishIds.map((wish_id) => ({
        community_id: communityId,
        wish_id,
        home_id: by.homeId,
        person_id: by.personId,
        at: clock.now,
      })),
    )
    .execute()
}

/** Somebody offered to help with them, and waits. */
export async function offerAll(
  { db, clock }: Pick<TestServer, 'db' | 'clock'>,
  communityId: string,
  wishIds: readonly string[],
  personId: string,
): Promise<void> {
  await db
    .insertInto('wish_offers')
    .values(
      wishIds.map((wish_id) => ({
        community_id: communityId,
        wish_id,
        offer_id: newId(),
        person_id: personId,
        name: '小周',
        offered_at: clock.now,
        lapses_at: new Date(clock.now.getTime() + 172_800_000),
        state: 'waiting' as const,
      })),
    )
    .execute()
}
