import { sql } from 'kysely'
import { newToken } from '#server/platform/crypto/index'
import type { Database } from '#server/platform/db/index'
import { hashToken } from '#server/platform/http/caller'
import { fillBylaws } from './bylaws'
import { fillContacts } from './contact'
import { fillDemands } from './demands'
import { fillDesk } from './desk'
import { fillImports } from './imports'
import { fillInbox, fillRecord } from './inbox'
import { fillMatters } from './matters'
import { fillNotices, fillSearch } from './messages'
import { fillMyData } from './my-data'
import { fillOrganisations, fillVolunteers } from './organisations'
import { fillGrants, fillKeptForAWhile, fillMemberships, fillPeople } from './people'
import { fillPhotos } from './photos'
import { fillPlaces, fillRegions } from './places'
import { fillRounds } from './rounds'
import { TEST_SIZE, type Size } from './size'
import { fillThreads } from './threads'
import { fillUnits, fillVotes } from './votes'
import { fillWishes } from './wishes'

export {
  busyResidentOf,
  bylawOf,
  demandOf,
  idOf,
  neighbourOf,
  officerOf,
  organisationOf,
  partOfRound,
  personOf,
  placeOf,
  roundOf,
  voteOf,
} from './ids'
export { COMMUNITIES, isOpenMatter, type Size } from './size'

type Fill = (db: Database, size: Size) => Promise<void>

/** One line per area, after what it refers to. Bulk SQL only: it also fills the two million matters of `bench:large`. */
const AREAS: readonly Fill[] = [
  fillRegions,
  fillPeople,
  fillKeptForAWhile,
  fillMyData,
  fillContacts,
  fillPlaces,
  fillGrants,
  fillMemberships,
  fillUnits,
  fillMatters,
]

/** One line per area that reads nothing but the above: filled side by side. */
const BESIDE: readonly Fill[] = [
  fillSearch,
  fillThreads,
  fillInbox,
  fillRecord,
  fillPhotos,
  fillDesk,
  fillNotices,
  fillWishes,
  fillOrganisations,
  fillVolunteers,
  fillImports,
  fillVotes,
  fillBylaws,
  fillDemands,
  fillRounds,
]
const AT_ONCE = 2

/**
 * Fills an empty, migrated database by SQL: 200 communities, the first as big as the others together; 24,000 places,
 * 20,000 memberships, and as many matters, messages and entries on record as the size says. Then gathers statistics.
 */
export async function fillBigDistrict(big: Database, size: Size = TEST_SIZE): Promise<void> {
  await sql`create function id(kind int, n bigint) returns uuid language sql immutable as $$
    select (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$`.execute(
    big,
  )
  await fillInTurn(big, size, [...AREAS])
  const waiting = [...BESIDE]
  await Promise.all(Array.from({ length: AT_ONCE }, () => fillInTurn(big, size, waiting)))
  // Vacuumed, too: whether the server did it by itself already would decide between two indexes.
  await sql`vacuum analyze`.execute(big)
}

/** Takes one after the other from what waits. */
async function fillInTurn(big: Database, size: Size, waiting: Fill[]): Promise<void> {
  await big.connection().execute(async (db) => {
    await sql`set session_replication_role = replica`.execute(db) // foreign keys hold by construction
    for (let fill = waiting.shift(); fill; fill = waiting.shift()) await fill(db, size)
    await sql`reset session_replication_role`.execute(db)
  })
}

/** Signs a person of the big district in. */
export async function signInTo(db: Database, personId: string, now: Date): Promise<string> {
  const token = newToken()
  await db
    .insertInto('sessions')
    .values({
      token_hash: hashToken(token),
      session_id: personId,
      person_id: personId,
      device: '浏览器',
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + 86_400_000),
    })
    .execute()
  return token
}
