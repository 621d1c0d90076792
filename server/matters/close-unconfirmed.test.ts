import type { MatterView } from '#core/matters'
import { DomainError } from '#core/errors'
import type { Database } from '#server/platform/db/index'
import { actOnMembership, askForHome } from '#server/people/index'
import { whenHomeLeft } from '#server/when-home-left'
import { acting, atOnce } from '../../tests/builders/acting'
import { histories } from '../../tests/builders/histories'
import { handling, type Handling } from '../../tests/builders/matters'
import { REPORT_PARTS } from '../../tests/builders/report-parts'
import {
  buildNeighbourhood,
  type Neighbourhood,
  type SignedInPerson,
} from '../../tests/builders/neighbourhood'
import { createTestDatabase, type TestDatabase } from '../../tests/postgres/test-database'
import { actOnMatter } from './act-on-matter'
import { closeUnconfirmed } from './close-unconfirmed'

/** Wednesday 10:00 in Shanghai. */
const RESOLVED = new Date('2026-11-18T02:00:00.000Z')
/** The 25th is the 7th day after it, the first not counted; this is the end of the 25th in Shanghai. */
const SEVENTH_DAY_OVER = new Date('2026-11-25T16:00:00.000Z')
const JUST_BEFORE = new Date(SEVENTH_DAY_OVER.getTime() - 1)

const TOO_EARLY = { code: 'ACT_NOT_POSSIBLE' }

let database: TestDatabase
let db: Database
let place: Neighbourhood
let matters: Handling
const clock = { now: RESOLVED }
let reporter: SignedInPerson
let chief: SignedInPerson
let worker: SignedInPerson
let staff: SignedInPerson

beforeAll(async () => {
  database = await createTestDatabase()
  db = database.db
  place = await buildNeighbourhood(db, new Date('2026-11-01T00:00:00.000Z'))
  matters = handling(db, place, clock)
  reporter = await place.resident(place.community.homeId)
  chief = await place.inOffice('grid_chief', place.community.gridId)
  worker = await place.inOffice('grid_worker', place.community.gridId)
  staff = await place.inOffice('community_staff', place.community.communityId)
})
beforeEach(() => (clock.now = RESOLVED))
afterAll(() => database.drop())

const resolved = () => matters.resolved({ reporter, chief, worker })
const jobOf = (matter: MatterView) => ({
  communityId: matter.communityId,
  matterId: matter.matterId,
  resolvedAt: matter.resolvedAt as string,
})
const close = (matter: MatterView, now: Date) => closeUnconfirmed(db, jobOf(matter), now)
const { stored, jobsFor, closings: closingsSince } = histories(() => db)
const closings = (matter: MatterView) => closingsSince(matter, JUST_BEFORE)

describe('the clock closes what got no answer', () => {
  it('exactly when the 7th day in Shanghai is over, and not a millisecond before', async () => {
    const matter = await resolved()
    await expect(close(matter, JUST_BEFORE)).rejects.toMatchObject(TOO_EARLY)
    expect(await stored(matter)).toMatchObject({ state: 'resolved', revision: matter.revision })
    expect(await closings(matter)).toEqual({ steps: 0, entries: 0, messages: 0 })

    await close(matter, SEVENTH_DAY_OVER)
    expect(await stored(matter)).toMatchObject({
      state: 'closed',
      closed_by: 'close_unconfirmed',
      answered: false,
      revision: matter.revision + 1,
    })
    expect(await closings(matter)).toEqual({ steps: 1, entries: 1, messages: 1 })
  })

  it('counts days of Shanghai, not of 24 hours: a result of 23:59 has no longer than one of 00:00', async () => {
    for (const at of ['2026-11-17T16:00:00.000Z', '2026-11-18T15:59:59.999Z']) {
      clock.now = new Date(at)
      const matter = await resolved()
      await expect(close(matter, JUST_BEFORE)).rejects.toMatchObject(TOO_EARLY)
      await close(matter, SEVENTH_DAY_OVER)
      expect((await stored(matter)).state).toBe('closed')
    }
  })

  it('once, however often the job runs', async () => {
    const matter = await resolved()
    for (let time = 0; time < 3; time += 1) await close(matter, SEVENTH_DAY_OVER)
    expect(await closings(matter)).toEqual({ steps: 1, entries: 1, messages: 1 })
  })

  it('once, when two workers run the job at the very same moment', async () => {
    const matter = await resolved()
    const hold = (tx: Database) =>
      tx.selectFrom('matters').select('state').where('matter_id', '=', matter.matterId).forUpdate().execute()
    const work = () => close(matter, SEVENTH_DAY_OVER)
    expect(await atOnce(db, hold, [work, work, work])).toEqual(['done', 'done', 'done'])
    expect(await closings(matter)).toEqual({ steps: 1, entries: 1, messages: 1 })
  })

  it('and the reporter’s 7 days are over with it, not before', async () => {
    const matter = await resolved()
    await close(matter, SEVENTH_DAY_OVER)
    clock.now = SEVENTH_DAY_OVER
    const closed = { ...matter, revision: matter.revision + 1 }
    await expect(matters.act(reporter, closed, 'dispute', { note: '没好' })).rejects.toMatchObject({
      code: 'ANSWER_PERIOD_OVER',
    })
  })
})

describe('the clock leaves alone', () => {
  it('what its reporter confirmed', async () => {
    const matter = await resolved()
    await matters.act(reporter, matter, 'confirm')
    await close(matter, SEVENTH_DAY_OVER)
    expect(await stored(matter)).toMatchObject({ state: 'closed', closed_by: 'confirm', answered: true })
    expect((await closings(matter)).steps).toBe(0)
  })

  it('what its reporter disputed', async () => {
    const matter = await resolved()
    await matters.act(reporter, matter, 'dispute', { note: '还是不亮' })
    await close(matter, SEVENTH_DAY_OVER)
    expect(await stored(matter)).toMatchObject({ state: 'in_progress', closed_by: null })
    expect((await closings(matter)).steps).toBe(0)
  })

  it('what another verified; the reporter still may answer on the last day', async () => {
    const matter = await resolved()
    const verified = await matters.act(staff, matter, 'verify_passed')
    clock.now = JUST_BEFORE
    await matters.act(reporter, verified, 'dispute', { note: '又不亮了' })
    await close(matter, SEVENTH_DAY_OVER)
    expect(await stored(matter)).toMatchObject({ state: 'in_progress', closed_by: null })
  })

  it('what a handler reported: that closes by verification only', async () => {
    const neighbour = await place.inOffice('grid_worker', place.community.gridId)
    const { homeId, communityId } = place.community
    const asker = await acting(db, neighbour.personId, communityId, clock.now)
    const { membershipId } = await askForHome(asker, { homeId, relation: 'owner', isAdult: true })
    const confirmer = await acting(db, staff.personId, communityId, clock.now)
    await actOnMembership(confirmer, { membershipId, act: 'confirm' }, whenHomeLeft)
    const matter = await matters.resolved({ reporter: neighbour, chief, worker: neighbour })
    await close(matter, SEVENTH_DAY_OVER)
    expect(await stored(matter)).toMatchObject({ state: 'resolved', closed_by: null })
    await matters.act(staff, matter, 'verify_passed')
    expect(await stored(matter)).toMatchObject({ state: 'closed', closed_by: 'verify_passed' })
  })

  it('a newer result, when the job is of an older one: rework starts the 7 days again', async () => {
    const first = await resolved()
    const disputed = await matters.act(reporter, first, 'dispute', { note: '晚上还是不亮' })
    clock.now = new Date('2026-11-20T02:00:00.000Z')
    const second = await matters.act(worker, disputed, 'resolve', { outcome: 'fixed', note: '换了整只灯' })
    const [job] = await jobsFor(second)
    expect(await jobsFor(second)).toHaveLength(1)
    expect(job).toMatchObject({ run_at: new Date('2026-11-27T16:00:00.000Z'), payload: jobOf(second) })

    await close(first, new Date('2026-12-31T00:00:00.000Z'))
    await expect(close(second, SEVENTH_DAY_OVER)).rejects.toMatchObject(TOO_EARLY)
    expect(await stored(second)).toMatchObject({ state: 'resolved', answered: false })
    await close(second, new Date('2026-11-27T16:00:00.000Z'))
    expect(await stored(second)).toMatchObject({ state: 'closed', closed_by: 'close_unconfirmed' })
  })

  it('what is not there (any more)', async () => {
    const matter = await resolved()
    const unknown = { ...matter, matterId: place.community.homeId }
    const elsewhere = { ...matter, communityId: place.otherCommunity.communityId }
    await close(unknown, SEVENTH_DAY_OVER)
    await close(elsewhere, SEVENTH_DAY_OVER)
    expect((await stored(matter)).state).toBe('resolved')
  })
})

describe('the job stands in line exactly when the transaction committed', () => {
  it('for the end of the 7th day, under a key of its own', async () => {
    const matter = await resolved()
    expect(await jobsFor(matter)).toMatchObject([
      { key: `close_unconfirmed:${matter.matterId}`, run_at: SEVENTH_DAY_OVER, payload: jobOf(matter) },
    ])
  })

  it('and not when the act was refused, or what came after it failed', async () => {
    let matter = await matters.act(chief, await matters.report(reporter), 'acknowledge')
    matter = await matters.act(chief, matter, 'assign', {
      team: { kind: 'grid', placeId: place.community.gridId },
    })
    matter = await matters.act(worker, matter, 'start')
    await expect(matters.act(worker, matter, 'resolve', { outcome: 'fixed' })).rejects.toMatchObject({
      code: 'NOTE_REQUIRED',
    })
    const context = await acting(db, worker.personId, matter.communityId, clock.now)
    const thatFails: typeof context.transact = (work) =>
      db.transaction().execute(async (tx) => {
        await work(tx)
        throw new DomainError('DATABASE_UNAVAILABLE')
      })
    const input = {
      matterId: matter.matterId,
      revision: matter.revision,
      act: 'resolve',
      outcome: 'fixed',
      note: '好了',
    } as const
    await expect(actOnMatter({ ...context, transact: thatFails }, input, REPORT_PARTS)).rejects.toMatchObject(
      {
        code: 'DATABASE_UNAVAILABLE',
      },
    )
    expect(await jobsFor(matter)).toEqual([])
    expect((await stored(matter)).state).toBe('in_progress')
  })
})
