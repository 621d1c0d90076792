import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { signedAs, type Role } from '#core/permissions'
import { decideTellers, TELLER_ROLES, TELLER_SEATS, type TellerCandidate } from '#core/votes'
import { enforce } from '#core/permissions'
import type { Database, Tables, Transaction } from '#server/platform/db/index'
import type { VoteRow } from './repository'

type Reader = Database | Transaction
export type TellerRow = Selectable<Tables['vote_tellers']>

/** More than this nobody chooses from. */
const CANDIDATES_AT_MOST = 200

/** Who is in office over a place now, each once, in the first of their offices. One query. Index: that of `listStaffIds`. */
export async function listInOffice(
  db: Reader,
  placeIds: readonly string[],
  now: Date,
): Promise<TellerCandidate[]> {
  const rows = await db
    .selectFrom('role_grants')
    .select(['person_id', 'role', 'official_name', 'is_acting'])
    .where('place_id', 'in', [...placeIds])
    .where('role', 'in', TELLER_ROLES)
    .where('state', '=', 'granted')
    .where('starts_at', '<=', now)
    .where('ends_at', '>', now)
    .orderBy('grant_id')
    .limit(CANDIDATES_AT_MOST)
    .execute()
  const rank = (role: Role) => TELLER_ROLES.indexOf(role)
  const first = new Map<string, TellerCandidate>()
  for (const row of [...rows].sort((one, other) => rank(one.role) - rank(other.role)))
    if (!first.has(row.person_id))
      first.set(row.person_id, {
        personId: row.person_id,
        name: signedAs({ officialName: row.official_name, role: row.role, isActing: row.is_acting }),
        role: row.role,
      })
  return [...first.values()]
}

/** Those chosen as they sign today, in the order of their seats. Throws VOTE_TELLERS_WRONG. */
export async function chooseTellers(
  tx: Transaction,
  chosenIds: readonly string[],
  { placeIds, convenerId, now }: { placeIds: readonly string[]; convenerId: string; now: Date },
): Promise<TellerCandidate[]> {
  if (chosenIds.length === 0) return []
  const inOffice = await listInOffice(tx, placeIds, now)
  enforce(decideTellers(chosenIds, { inOfficeIds: inOffice.map(({ personId }) => personId), convenerId }))
  return chosenIds.flatMap((id) => inOffice.filter(({ personId }) => personId === id))
}

/** As they are frozen with the settings; null: there are none. */
export const namesOf = (tellers: readonly TellerCandidate[]): string[] | null =>
  tellers.length === 0 ? null : tellers.map(({ name }) => name)

/** Puts these in the seats of a vote that was not posted yet, instead of whoever was chosen before. */
export async function saveTellers(
  tx: Transaction,
  { community_id: communityId, vote_id: voteId }: Pick<VoteRow, 'community_id' | 'vote_id'>,
  tellers: readonly TellerCandidate[],
  now: Date,
): Promise<void> {
  await tx
    .deleteFrom('vote_tellers')
    .where('community_id', '=', communityId)
    .where('vote_id', '=', voteId)
    .execute()
  if (tellers.length === 0) return
  await tx
    .insertInto('vote_tellers')
    .values(
      TELLER_SEATS.flatMap((seat, index) => {
        const teller = tellers[index]
        if (!teller) return []
        const { personId, name, role } = teller
        return [
          {
            community_id: communityId,
            vote_id: voteId,
            person_id: personId,
            seat,
            name,
            role,
            named_at: now,
            replaced_at: null,
          },
        ]
      }),
    )
    .execute()
}

/** Everybody who is or was a teller of a vote; of each seat the one who has it now is the one without an end. */
export function listTellers(
  db: Reader,
  { community_id: communityId, vote_id: voteId }: Pick<VoteRow, 'community_id' | 'vote_id'>,
): Promise<TellerRow[]> {
  return db
    .selectFrom('vote_tellers')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('vote_id', '=', voteId)
    .orderBy('seat')
    .orderBy('named_at')
    .execute()
}

/** Who sits in the seats now. No query where nothing is on paper. */
export async function listSeated(db: Reader, row: VoteRow): Promise<TellerRow[]> {
  if (row.paper_tellers === null) return []
  return (await listTellers(db, row)).filter((teller) => teller.replaced_at === null)
}

/** Which seat somebody has in a vote. No query where nothing is on paper. */
export async function findSeat(
  db: Reader,
  row: VoteRow,
  personId: string,
): Promise<TellerRow['seat'] | undefined> {
  if (row.paper_tellers === null) return undefined
  const { rows } = await sql<{ seat: TellerRow['seat'] }>`
    select seat from vote_tellers where community_id = ${row.community_id} and vote_id = ${row.vote_id}
      and person_id = ${personId} and replaced_at is null`.execute(db)
  return rows[0]?.seat
}
