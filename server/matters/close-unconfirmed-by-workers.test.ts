import { sql } from 'kysely'
import type { Runner } from 'graphile-worker'
import type { MatterView } from '#core/matters'
import type { Database } from '#server/platform/db/index'
import { histories } from '../../tests/builders/histories'
import { handling, type Handling } from '../../tests/builders/matters'
import {
  buildNeighbourhood,
  type Neighbourhood,
  type SignedInPerson,
} from '../../tests/builders/neighbourhood'
import { twoWorkers } from '../../tests/builders/workers'
import { createTestDatabase, type TestDatabase } from '../../tests/postgres/test-database'
import { closeUnconfirmed } from './close-unconfirmed'

/** Wednesday 10:00 in Shanghai. */
const RESOLVED = new Date('2026-11-18T02:00:00.000Z')
/** The 25th is the 7th day after it, the first not counted; this is the end of the 25th in Shanghai. */
const SEVENTH_DAY_OVER = new Date('2026-11-25T16:00:00.000Z')
const JUST_BEFORE = new Date(SEVENTH_DAY_OVER.getTime() - 1)

let database: TestDatabase
let db: Database
let place: Neighbourhood
let matters: Handling
const clock = { now: RESOLVED }
let reporter: SignedInPerson
let chief: SignedInPerson
let worker: SignedInPerson

beforeAll(async () => {
  database = await createTestDatabase()
  db = database.db
  place = await buildNeighbourhood(db, new Date('2026-11-01T00:00:00.000Z'))
  matters = handling(db, place, clock)
  reporter = await place.resident(place.community.homeId)
  chief = await place.inOffice('grid_chief', place.community.gridId)
  worker = await place.inOffice('grid_worker', place.community.gridId)
})
afterAll(() => database.drop())

const resolved = () => matters.resolved({ reporter, chief, worker })
const { stored, jobsFor, closings: closingsSince } = histories(() => db)
const closings = (matter: MatterView) => closingsSince(matter, JUST_BEFORE)

jest.setTimeout(60_000)

describe('with real workers', () => {
  let workers: Runner[] = []
  afterEach(async () => {
    for (const worker of workers) await worker.stop()
    workers = []
  })

  const startTwo = async (now: () => Date) => {
    workers = await twoWorkers(database.pool, {
      close_unconfirmed: (job) => closeUnconfirmed(db, job, now()),
    })
  }
  const due = (matter: MatterView) =>
    sql`update graphile_worker._private_jobs set run_at = now() where key = ${`close_unconfirmed:${matter.matterId}`}`.execute(
      db,
    )
  const until = async (isDone: () => Promise<boolean>) => {
    for (let tries = 0; !(await isDone()) && tries < 200; tries += 1)
      await new Promise((go) => setTimeout(go, 50))
  }

  it('two of them close each of ten matters once', async () => {
    const all: MatterView[] = []
    for (let count = 0; count < 10; count += 1) all.push(await resolved())
    for (const matter of all) await due(matter)
    await startTwo(() => SEVENTH_DAY_OVER)
    await until(async () => (await Promise.all(all.map(stored))).every(({ state }) => state === 'closed'))
    for (const matter of all) {
      expect(await closings(matter)).toEqual({ steps: 1, entries: 1, messages: 1 })
      await until(async () => (await jobsFor(matter)).length === 0)
      expect(await jobsFor(matter)).toEqual([])
    }
  })

  it('a worker whose clock is behind the database keeps the job until its own clock agrees', async () => {
    const matter = await resolved()
    await due(matter)
    await startTwo(() => JUST_BEFORE)
    await until(async () => (await jobsFor(matter)).some(({ attempts, locked }) => attempts > 0 && !locked))
    expect(await jobsFor(matter)).toHaveLength(1)
    expect((await stored(matter)).state).toBe('resolved')
  })
})
