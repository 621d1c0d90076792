import type { Database } from '#server/platform/db/index'
import { createTestDatabase, type TestDatabase } from '../postgres/test-database'
import { buildNeighbourhood, type Neighbourhood } from './neighbourhood'

const FOUNDED_AT = new Date('2026-11-01T00:00:00.000Z')

let database: TestDatabase
// Read by the tests as they stand: each file has a stage of its own.
export let db: Database
export let place: Neighbourhood

/** A database with a neighbourhood, for use cases called without a server; then who acts there. Once at the head of a file. */
export function setNeighbourhoodStage(arrange: () => Promise<void>, foundedAt = FOUNDED_AT): void {
  beforeAll(async () => {
    database = await createTestDatabase()
    db = database.db
    place = await buildNeighbourhood(db, foundedAt)
    await arrange()
  })
  afterAll(() => database.drop())
}
