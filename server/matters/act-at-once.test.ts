import type { MatterView } from '#core/matters'
import type { Database } from '#server/platform/db/index'
import { acting, atOnce, sorted } from '../../tests/builders/acting'
import { histories } from '../../tests/builders/histories'
import { handling, type Handling } from '../../tests/builders/matters'
import { REPORT_PARTS } from '../../tests/builders/report-parts'
import {
  buildNeighbourhood,
  type Neighbourhood,
  type SignedInPerson,
} from '../../tests/builders/neighbourhood'
import { createTestDatabase, type TestDatabase } from '../../tests/postgres/test-database'
import { closeUnconfirmed } from './close-unconfirmed'
import { reportMatter } from './report-matter'

const NOW = new Date('2026-11-18T02:00:00.000Z')
const AFTER_SEVEN_DAYS = new Date('2026-11-25T16:00:00.000Z')

let database: TestDatabase
let db: Database
let place: Neighbourhood
let matters: Handling
const clock = { now: NOW }
let reporter: SignedInPerson
let chief: SignedInPerson
let otherChief: SignedInPerson
let worker: SignedInPerson
let colleague: SignedInPerson
let staff: SignedInPerson
let property: SignedInPerson

beforeAll(async () => {
  database = await createTestDatabase()
  db = database.db
  place = await buildNeighbourhood(db, NOW)
  matters = handling(db, place, clock)
  const { homeId, gridId, communityId, estateId } = place.community
  reporter = await place.resident(homeId)
  chief = await place.inOffice('grid_chief', gridId, { name: '陈国强' })
  otherChief = await place.inOffice('grid_chief', gridId, { name: '钱芳' })
  worker = await place.inOffice('grid_worker', gridId, { name: '张师傅' })
  colleague = await place.inOffice('grid_worker', gridId, { name: '孙师傅' })
  staff = await place.inOffice('community_staff', communityId, { name: '王敏' })
  property = await place.inOffice('property_staff', estateId, { name: '刘师傅' })
})
beforeEach(() => (clock.now = NOW))
afterAll(() => database.drop())

const communityId = () => place.community.communityId
const holding = (matter: MatterView) => (tx: Database) =>
  tx.selectFrom('matters').select('matter_id').where('matter_id', '=', matter.matterId).forUpdate().execute()

const { stored, eventsOf, inboxOf, recordOf, countOf, expectOneHistory } = histories(() => db)

const assigned = () => matters.assigned({ reporter, chief })
const resolved = () => matters.resolved({ reporter, chief, worker })

describe('of two who act at the very same moment one wins and the other is told that it changed', () => {
  it('when both acknowledge', async () => {
    const matter = await matters.report(reporter)
    const endings = await atOnce(db, holding(matter), [
      () => matters.act(chief, matter, 'acknowledge'),
      () => matters.act(otherChief, matter, 'acknowledge'),
    ])
    expect(sorted(endings)).toEqual(['STATE_CHANGED', 'done'])
    await expectOneHistory(matter)
    expect(await countOf(matter, reporter, 'matter_progress')).toBe(1)
  })

  it('when one acknowledges and the other declines', async () => {
    const matter = await matters.report(reporter)
    const endings = await atOnce(db, holding(matter), [
      () => matters.act(worker, matter, 'acknowledge'),
      () => matters.act(chief, matter, 'decline', { note: '这归业委会办' }),
    ])
    expect(sorted(endings)).toEqual(['STATE_CHANGED', 'done'])
    await expectOneHistory(matter)
    expect(await countOf(matter, reporter, 'matter_progress')).toBe(1)
  })

  it('when they assign it to different teams: only the team of the winner is asked', async () => {
    const matter = await matters.act(chief, await matters.report(reporter), 'acknowledge')
    const { gridId, estateId } = place.community
    const endings = await atOnce(db, holding(matter), [
      () => matters.act(chief, matter, 'assign', { team: { kind: 'grid', placeId: gridId } }),
      () => matters.act(otherChief, matter, 'assign', { team: { kind: 'property', placeId: estateId } }),
    ])
    expect(sorted(endings)).toEqual(['STATE_CHANGED', 'done'])
    await expectOneHistory(matter)
    const { lead_kind: lead } = await stored(matter)
    expect(lead).toBe(endings[0] === 'done' ? 'grid' : 'property')
    expect(await countOf(matter, worker, 'matter_assigned')).toBe(lead === 'grid' ? 1 : 0)
    expect(await countOf(matter, property, 'matter_assigned')).toBe(lead === 'property' ? 1 : 0)
  })

  it('when two of the team start: only the winner is its handler', async () => {
    const matter = await assigned()
    const endings = await atOnce(db, holding(matter), [
      () => matters.act(worker, matter, 'start'),
      () => matters.act(colleague, matter, 'start'),
    ])
    expect(sorted(endings)).toEqual(['STATE_CHANGED', 'done'])
    await expectOneHistory(matter)
    const winner = endings[0] === 'done' ? worker : colleague
    expect((await stored(matter)).handler_ids).toEqual([winner.personId])
  })

  it('when a handler resolves while the chief gives it to another team', async () => {
    const matter = await matters.act(worker, await assigned(), 'start')
    const endings = await atOnce(db, holding(matter), [
      () => matters.act(worker, matter, 'resolve', { outcome: 'fixed', note: '换了灯头' }),
      () =>
        matters.act(chief, matter, 'reassign', {
          team: { kind: 'property', placeId: place.community.estateId },
          note: '物业会修',
        }),
    ])
    expect(sorted(endings)).toEqual(['STATE_CHANGED', 'done'])
    await expectOneHistory(matter)
    const row = await stored(matter)
    expect(row.state).toBe(endings[0] === 'done' ? 'resolved' : 'assigned')
    expect(row.outcome).toBe(endings[0] === 'done' ? 'fixed' : null)
  })

  it('when one resolves it once more while the reporter disputes what was there before', async () => {
    const matter = await resolved()
    const disputed = await matters.act(reporter, matter, 'dispute', { note: '还是不亮' })
    const endings = await atOnce(db, holding(matter), [
      () => matters.act(worker, disputed, 'resolve', { outcome: 'fixed', note: '换了整只灯' }),
      () => matters.act(reporter, matter, 'dispute', { note: '还是不亮' }),
    ])
    // Late or early, the screen of the reporter showed the first result: it can't speak about the second.
    expect(endings).toEqual(['done', 'STATE_CHANGED'])
    await expectOneHistory(matter)
    expect(await stored(matter)).toMatchObject({ state: 'resolved', answered: false })
  })

  it('when the reporter confirms while another verifies that it is not done', async () => {
    const matter = await resolved()
    const endings = await atOnce(db, holding(matter), [
      () => matters.act(reporter, matter, 'confirm'),
      () => matters.act(staff, matter, 'verify_failed', { note: '去看过，还不亮' }),
    ])
    expect(sorted(endings)).toEqual(['STATE_CHANGED', 'done'])
    await expectOneHistory(matter)
    const confirmed = endings[0] === 'done'
    expect(await stored(matter)).toMatchObject({
      state: confirmed ? 'closed' : 'in_progress',
      answered: confirmed,
    })
    expect(await countOf(matter, worker, 'matter_rework')).toBe(confirmed ? 0 : 1)
  })

  it('when the reporter confirms and disputes from two phones', async () => {
    const matter = await resolved()
    const endings = await atOnce(db, holding(matter), [
      () => matters.act(reporter, matter, 'confirm'),
      () => matters.act(reporter, matter, 'dispute', { note: '没好' }),
    ])
    expect(sorted(endings)).toEqual(['STATE_CHANGED', 'done'])
    await expectOneHistory(matter)
  })

  it('when five acknowledge at once', async () => {
    const matter = await matters.report(reporter)
    const crowd = [chief, otherChief, worker, colleague, chief]
    const endings = await atOnce(
      db,
      holding(matter),
      crowd.map((person) => () => matters.act(person, matter, 'acknowledge')),
    )
    expect(endings.filter((ending) => ending === 'done')).toHaveLength(1)
    expect(endings.filter((ending) => ending === 'STATE_CHANGED')).toHaveLength(4)
    await expectOneHistory(matter)
    expect(await countOf(matter, reporter, 'matter_progress')).toBe(1)
  })
})

describe('when the clock comes at the same moment as a person', () => {
  const closing = (matter: MatterView) => () =>
    closeUnconfirmed(
      db,
      { communityId: communityId(), matterId: matter.matterId, resolvedAt: matter.resolvedAt as string },
      AFTER_SEVEN_DAYS,
    )

  it('confirm, verify and the clock close it once, by one of them', async () => {
    const matter = await resolved()
    clock.now = AFTER_SEVEN_DAYS
    const endings = await atOnce(db, holding(matter), [
      () => matters.act(reporter, matter, 'confirm'),
      () => matters.act(staff, matter, 'verify_passed'),
      closing(matter),
    ])
    expect(endings[2]).toBe('done')
    await expectOneHistory(matter)
    const row = await stored(matter)
    expect(row.state).toBe('closed')
    const winners = { confirm: endings[0] === 'done', verify_passed: endings[1] === 'done' }
    const byClock = !winners.confirm && !winners.verify_passed
    expect(row.closed_by).toBe(byClock ? 'close_unconfirmed' : winners.confirm ? 'confirm' : 'verify_passed')
    expect(winners.confirm && winners.verify_passed).toBe(false)
    expect(row.answered).toBe(winners.confirm)
  })

  it('the reporter answers or the clock closes, never both, and who loses is told why', async () => {
    const matter = await resolved()
    clock.now = AFTER_SEVEN_DAYS
    const [answer] = await atOnce(db, holding(matter), [
      () => matters.act(reporter, matter, 'dispute', { note: '还是不亮' }),
      closing(matter),
    ])
    await expectOneHistory(matter)
    const row = await stored(matter)
    if (answer === 'done')
      expect(row).toMatchObject({ state: 'in_progress', closed_by: null, answered: true })
    else {
      expect(answer).toBe('ANSWER_PERIOD_OVER')
      expect(row).toMatchObject({ state: 'closed', closed_by: 'close_unconfirmed', answered: false })
    }
  })
})

describe('what a caller saw', () => {
  it('nobody acts on a screen that is out of date, even where the act is still possible', async () => {
    const seen = await matters.report(reporter)
    await matters.act(chief, seen, 'acknowledge')
    await expect(matters.act(chief, seen, 'decline', { note: '不归这里' })).rejects.toMatchObject({
      code: 'STATE_CHANGED',
    })
    await expectOneHistory(seen)
  })

  it('a refused act leaves nothing behind: no step, no message, no entry', async () => {
    const matter = await assigned()
    const before = [
      await stored(matter),
      await eventsOf(matter),
      await inboxOf(matter),
      await recordOf(matter),
    ]
    await expect(matters.act(property, matter, 'start')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(matters.act(staff, matter, 'start')).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await expect(
      matters.act(worker, matter, 'resolve', { outcome: 'fixed', note: '好' }),
    ).rejects.toMatchObject({
      code: 'STATE_CHANGED',
    })
    expect([
      await stored(matter),
      await eventsOf(matter),
      await inboxOf(matter),
      await recordOf(matter),
    ]).toEqual(before)
  })

  it('many report at once: each report is one matter that its triage hears of once', async () => {
    const context = await acting(db, reporter.personId, communityId(), NOW)
    const reports = Array.from({ length: 12 }, () =>
      reportMatter(
        context,
        { placeId: place.community.buildingId, serviceCode: 'stair_lamp', title: '楼道灯不亮' },
        REPORT_PARTS,
      ),
    )
    const made = await Promise.all(reports)
    expect(new Set(made.map(({ matterId }) => matterId)).size).toBe(12)
    for (const matter of made) {
      await expectOneHistory(matter)
      for (const person of [chief, otherChief, worker, colleague]) {
        expect(await countOf(matter, person, 'matter_new')).toBe(1)
      }
    }
  })
})
