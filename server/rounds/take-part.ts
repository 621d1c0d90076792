import type { Database, Transaction } from '#server/platform/db/index'
import { sql } from 'kysely'
import type { RoundRow } from './repository'

interface Participant {
  personId: string
  /** The home they act for; null: in office. */
  homeId: string | null
  at: Date
}

/** Puts down, once, that somebody took part. */
export async function takePart(
  tx: Transaction,
  row: Pick<RoundRow, 'community_id' | 'round_id'>,
  { personId, homeId, at }: Participant,
): Promise<void> {
  await tx
    .insertInto('round_participants')
    .values({
      community_id: row.community_id,
      round_id: row.round_id,
      person_id: personId,
      home_id: homeId,
      since: at,
    })
    // Who left, and is here again, takes part anew by the home of now; who convened in office, with their home from now on.
    .onConflict((conflict) =>
      conflict
        .columns(['community_id', 'round_id', 'person_id'])
        .doUpdateSet({ home_id: homeId, left_at: null })
        .where(({ eb, ref }) =>
          eb.or([
            eb('round_participants.left_at', 'is not', null),
            eb.and([
              eb('round_participants.home_id', 'is', null),
              eb(ref('excluded.home_id'), 'is not', null),
            ]),
          ]),
        ),
    )
    .execute()
}

/** Of several rounds, how many homes took part so far. One query; index: round_participants_homes. */
export async function countHomesTakingPart(
  db: Database | Transaction,
  communityId: string,
  roundIds: readonly string[],
): Promise<Map<string, number>> {
  if (roundIds.length === 0) return new Map()
  const { rows } = await sql<{ roundId: string; homes: string }>`
    select r.round_id as "roundId", (select count(distinct p.home_id) from round_participants p
      where p.community_id = ${communityId} and p.round_id = r.round_id and p.home_id is not null) as homes
    from unnest(${[...roundIds]}::uuid[]) as r (round_id)`.execute(db)
  return new Map(rows.map(({ roundId, homes }) => [roundId, Number(homes)]))
}
