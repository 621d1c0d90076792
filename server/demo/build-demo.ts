import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'
import { createCast } from './cast'
import { fillOffices, foundOffices, nameHead } from './offices'
import { createPlaces, createRegions } from './places'
import { hoursAgo } from './stage'
import { bindHomes, tellStory } from './story'

/** The demo begins this long before its first start, in hours: everything in it happened since. */
const BEGAN_HOURS_AGO = 24 * 10

/**
 * Builds the demo community through the use cases. Of two processes one builds and the other waits; a build that was
 * killed is cleared away first, so that a demo is whole or not there.
 */
export async function buildDemo(db: Database): Promise<void> {
  await db.transaction().execute(async (lock) => {
    const deployment = await lock.selectFrom('deployment').selectAll().forUpdate().executeTakeFirstOrThrow()
    if (deployment.ready_at) return
    await clear(db, deployment.district_id)
    await play(db, deployment.district_id)
    await lock.updateTable('deployment').set({ ready_at: new Date() }).execute()
  })
}

async function clear(db: Database, districtId: string): Promise<void> {
  await sql`truncate people, identities, sessions, idempotency_keys, door_codes, person_communities, role_grants, places,
    grid_coverages, memberships, matters, matter_places, matter_events, inbox_items, audit_entries, audit_chains`.execute(
    db,
  )
  await sql`select graphile_worker.remove_job(key) from graphile_worker.jobs where key like 'close_unconfirmed:%'`.execute(
    db,
  )
  await sql`delete from regions where region_id <> ${districtId} and kind = 'community'`.execute(db)
  await sql`delete from regions where region_id <> ${districtId}`.execute(db)
}

async function play(db: Database, districtId: string): Promise<void> {
  const start = new Date()
  const today = { db, now: () => start }
  const began = hoursAgo(today, BEGAN_HOURS_AGO)
  const people = await createCast(began)
  await foundOffices(began, people, districtId)
  const { subdistrictId } = await createRegions(began, people, districtId)
  const places = await createPlaces(began, people, subdistrictId)
  await fillOffices(began, people, subdistrictId, places)
  await bindHomes(began, people, places)
  await nameHead(began, people, places)
  await tellStory(today, people, places)
}
