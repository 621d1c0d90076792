import { sql } from 'kysely'
import type { ReportParts } from '#server/matters/index'
import type { Database } from '#server/platform/db/index'
import type { FileStore } from '#server/platform/files/index'
import { createCast } from './cast'
import { fillOffices, foundOffices, nameHead } from './offices'
import { foundOrganisations } from './organisations'
import { speakForOwners } from './owners'
import { createPlaces, createRegions } from './places'
import { bringInOwners } from './registers'
import { holdRounds } from './rounds'
import { hoursAgo } from './stage'
import { bindHomes, postNotice, tellStory } from './story'
import { holdVotes } from './votes'
import { sayWishes } from './wishes'

/** The demo begins this long before its first start, in hours: everything in it happened since. */
const BEGAN_HOURS_AGO = 24 * 10

/** What the demo is built with: what reports need, and where its photos go. */
export type DemoParts = ReportParts & { photos: FileStore }

/**
 * Builds the demo community through the use cases. Of two processes one builds and the other waits; a build that was
 * killed is cleared away first, so that a demo is whole or not there.
 */
export async function buildDemo(db: Database, parts: DemoParts): Promise<void> {
  await db.transaction().execute(async (lock) => {
    const deployment = await lock.selectFrom('deployment').selectAll().forUpdate().executeTakeFirstOrThrow()
    if (deployment.ready_at) return
    await clear(db, deployment.district_id)
    await play(db, parts, deployment.district_id)
    await lock.updateTable('deployment').set({ ready_at: new Date() }).execute()
  })
}

/** What a half-built demo keeps: that there is a district, and how far the schema is. */
const KEPT = ['deployment', 'regions', 'contact_keys', 'kysely_migration', 'kysely_migration_lock']

async function clear(db: Database, districtId: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables
    where schemaname = 'public' and tablename <> all (${KEPT}::text[])`.execute(db)
  await sql`truncate ${sql.join(rows.map(({ name }) => sql.table(name)))}`.execute(db)
  await sql`select graphile_worker.remove_job(key) from graphile_worker.jobs where key <> 'seal_audit'`.execute(
    db,
  )
  await sql`delete from regions where region_id <> ${districtId} and kind = 'community'`.execute(db)
  await sql`delete from regions where region_id <> ${districtId}`.execute(db)
}

async function play(db: Database, parts: DemoParts, districtId: string): Promise<void> {
  const start = new Date()
  const today = { db, now: () => start }
  const began = hoursAgo(today, BEGAN_HOURS_AGO)
  const people = await createCast(began, parts.contactBox)
  await foundOffices(began, people, districtId)
  const { subdistrictId } = await createRegions(began, people, districtId)
  const places = await createPlaces(began, people, subdistrictId)
  await fillOffices(began, people, subdistrictId, places)
  await bindHomes(began, people, places)
  await nameHead(began, people, places)
  await foundOrganisations(began, people, places)
  await bringInOwners(began, { files: parts.photos, contactBox: parts.contactBox }, people, places)
  await tellStory(today, parts, people, places)
  await postNotice(today, parts, people, places)
  await sayWishes(today, parts, people, places)
  await speakForOwners(today, parts, people, places)
  await holdVotes(today, { ...parts, jurisdictionProfile: 'advisory' }, people, places)
  await holdRounds(today, parts, people, places)
}
