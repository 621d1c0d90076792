import type { MatterView } from '#core/matters'
import type { Transaction } from '#server/platform/db/index'
import { atOnce, sorted } from '../../tests/builders/acting'
import { matterScene } from '../../tests/builders/matter-scene'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'

const NOW = new Date('2026-11-18T02:00:00.000Z')
const scene = matterScene(NOW)

const rowOf = (matter: Pick<MatterView, 'matterId'>) => scene.history.stored(matter)
const fresh = async (matter: Pick<MatterView, 'matterId'>) => {
  const { revision } = await rowOf(matter)
  return { matterId: matter.matterId, revision }
}
const merge = async (matter: MatterView, into: MatterView, by = scene.chief) =>
  scene.matters.act(by, await fresh(matter), 'merge', { intoMatterId: into.matterId })
const unmerge = async (by: SignedInPerson, matter: MatterView) =>
  scene.matters.act(by, await fresh(matter), 'unmerge')
const homes = async (matter: MatterView) => (await rowOf(matter)).joined_homes
const holdAll =
  (...matters: MatterView[]) =>
  (tx: Transaction) =>
    tx
      .selectFrom('matters')
      .select('matter_id')
      .where(
        'matter_id',
        'in',
        matters.map(({ matterId }) => matterId),
      )
      .orderBy('matter_id')
      .forUpdate()
      .execute()

async function threeReports(): Promise<[MatterView, MatterView, MatterView]> {
  const { matters, reporter, neighbour, faraway } = scene
  return [await matters.report(reporter), await matters.report(neighbour), await matters.report(faraway)]
}

describe('merging', () => {
  it('leaves a step, an entry and no loss on both; the reporter of what was merged follows the other', async () => {
    const [a, b] = await threeReports()
    await merge(a, b)
    expect(await rowOf(a)).toMatchObject({ state: 'merged', merged_into: b.matterId, merged_at: NOW })
    expect((await scene.history.eventsOf(b)).map(({ act }) => act)).toEqual(['submit', 'absorb'])
    for (const matter of [a, b]) await scene.history.expectOneHistory(matter)
    expect(await homes(b)).toBe(1)
    expect(await scene.history.countOf(a, scene.reporter, 'matter_merged')).toBe(1)
    expect((await scene.matters.read(scene.reporter, b)).joined).toBe(true)
    expect((await scene.matters.read(scene.reporter, a)).mergedInto).toBe(b.matterId)
  })

  it('takes the whole set along, counts every home once, and unmerging takes along exactly its own', async () => {
    const { matters, reporter, neighbour } = scene
    const [a, b, c] = await threeReports()
    const joiner = await scene.place.resident(scene.place.community.otherHomeId)
    await matters.join(joiner, a)
    await matters.join(joiner, c)
    await merge(a, b)
    expect(await homes(b)).toBe(2)
    await merge(b, c)
    expect([(await rowOf(a)).merged_into, (await rowOf(b)).merged_into]).toEqual([c.matterId, c.matterId])
    expect(await homes(c)).toBe(2) // the reporters of a and b; the joiner lives with c's
    await unmerge(neighbour, b)
    expect(await rowOf(b)).toMatchObject({ state: 'submitted', merged_into: null, joined_homes: 0 })
    expect(await homes(c)).toBe(1)
    await unmerge(reporter, a)
    expect(await rowOf(a)).toMatchObject({ state: 'submitted', merged_into: null, joined_homes: 1 })
    expect(await homes(c)).toBe(0)
    for (const matter of [a, b, c]) await scene.history.expectOneHistory(matter)
    const acts = (await scene.history.eventsOf(c)).map(({ act }) => act)
    expect(acts).toEqual(['submit', 'absorb', 'let_go', 'let_go'])
  })

  it('tells those behind what was merged of the result, and lets each say once that it is not solved', async () => {
    const { matters, reporter, chief, worker } = scene
    const [a, b] = await threeReports()
    await merge(a, b)
    let other = await matters.act(chief, await fresh(b), 'acknowledge')
    other = await matters.act(chief, other, 'assign', {
      team: { kind: 'grid', placeId: scene.place.community.gridId },
    })
    other = await matters.act(worker, other, 'start')
    other = await matters.act(worker, other, 'resolve', { outcome: 'fixed', note: '换了' })
    expect(await scene.history.countOf(b, reporter, 'matter_joined_news')).toBe(1)
    const disputed = await matters.act(reporter, other, 'dispute', { note: '还是不亮' })
    expect(disputed.state).toBe('in_progress')
    const again = await matters.act(worker, disputed, 'resolve', { outcome: 'fixed', note: '再换' })
    await expect(matters.act(reporter, again, 'dispute', { note: '不亮' })).rejects.toMatchObject({
      code: 'STATE_CHANGED',
    })
  })

  it('is refused with itself, with what is over or merged, with what isn’t there, and with what is not public', async () => {
    const { matters, chief, staff, reporter } = scene
    const [a, b, c] = await threeReports()
    await merge(b, c)
    const closed = await matters.act(chief, await matters.report(reporter), 'decline', { note: '不归这里' })
    const secret = await matters.report(reporter, { serviceCode: 'mediation' })
    await expect(merge(a, a)).rejects.toMatchObject({ code: 'MERGE_NOT_POSSIBLE' })
    for (const into of [b, closed])
      await expect(merge(a, into)).rejects.toMatchObject({ code: 'MERGE_NOT_POSSIBLE' })
    await expect(merge(secret, a, staff)).rejects.toMatchObject({ code: 'MERGE_NOT_POSSIBLE' })
    const unknown = { ...a, matterId: scene.place.community.homeId }
    await expect(merge(a, unknown)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(merge(a, secret)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('tells a stranger nothing of what is there, whatever it is asked to be merged into', async () => {
    const stranger = await scene.place.person()
    const secret = await scene.matters.report(scene.reporter, { serviceCode: 'mediation' })
    for (const into of [secret, await scene.matters.report(scene.reporter)])
      await expect(merge(secret, into, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('can be taken back by its reporter for fourteen days', async () => {
    const [a, b] = await threeReports()
    await merge(a, b)
    scene.clock.now = new Date('2026-12-02T15:59:59.999Z')
    await expect(unmerge(scene.neighbour, a)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    scene.clock.now = new Date('2026-12-02T16:00:00.000Z')
    await expect(unmerge(scene.reporter, a)).rejects.toMatchObject({ code: 'SECOND_THOUGHT_OVER' })
    scene.clock.now = new Date('2026-12-02T15:59:59.999Z')
    expect((await unmerge(scene.reporter, a)).state).toBe('submitted')
    expect(await scene.history.countOf(a, scene.chief, 'matter_new')).toBe(2)
  })
})

it('is followed by who reported with a door code and has no home here', async () => {
  const { matters, reporter, place } = scene
  const visitor = await place.resident(place.community.neighbourHomeId)
  const theirs = await matters.report(visitor)
  const other = await matters.report(reporter)
  await merge(theirs, other)
  await scene.db.deleteFrom('memberships').where('person_id', '=', visitor.personId).execute()
  expect((await matters.read(visitor, other)).joined).toBe(true)
  await expect(matters.read(await place.person(), other)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

describe('what somebody called about', () => {
  it('is taken apart again by who put it down, for the caller', async () => {
    const { matters, staff, secretary, reporter } = scene
    const called = await matters.report(staff, { channel: 'phone' })
    const other = await matters.report(reporter)
    await merge(called, other)
    await expect(unmerge(secretary, called)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    expect((await unmerge(staff, called)).state).toBe('submitted')
  })
})

describe('merging at the very same moment', () => {
  it('across each other: one wins, and there is no circle', async () => {
    const [a, b] = await threeReports()
    const endings = await atOnce(scene.db, holdAll(a, b), [() => merge(a, b), () => merge(b, a)])
    expect(sorted(endings)).toEqual(['STATE_CHANGED', 'done'])
    const states = [(await rowOf(a)).state, (await rowOf(b)).state]
    expect(states.filter((state) => state === 'merged')).toHaveLength(1)
    for (const matter of [a, b]) await scene.history.expectOneHistory(matter)
  })

  it('in a ring of three: nobody is lost in it', async () => {
    const [a, b, c] = await threeReports()
    const ring = [() => merge(a, b), () => merge(b, c), () => merge(c, a)]
    await atOnce(scene.db, holdAll(a, b, c), ring)
    const rows = await Promise.all([a, b, c].map(rowOf))
    const open = rows.filter(({ state }) => state === 'submitted')
    expect(open.length).toBeGreaterThanOrEqual(1)
    for (const row of rows)
      if (row.merged_into) expect(open.map(({ matter_id: id }) => id)).toContain(row.merged_into)
    for (const matter of [a, b, c]) await scene.history.expectOneHistory(matter)
  })

  it('a set moves on while one of it goes its own way: neither waits for the other forever', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [a, b, c] = await threeReports()
      await merge(a, b)
      const endings = await atOnce(scene.db, holdAll(a, b, c), [
        () => merge(b, c),
        () => unmerge(scene.reporter, a),
      ])
      // Who came second saw a matter with a step less than it has now.
      expect(endings).toContain('done')
      for (const ending of endings) expect(['done', 'STATE_CHANGED']).toContain(ending)
      const into = endings[0] === 'done' ? c.matterId : b.matterId
      expect((await rowOf(a)).merged_into).toBe(endings[1] === 'done' ? null : into)
      expect((await rowOf(b)).merged_into).toBe(endings[0] === 'done' ? c.matterId : null)
      for (const matter of [a, b, c]) await scene.history.expectOneHistory(matter)
    }
  })

  it('two of the same into a third: both are in it, and each home is counted', async () => {
    const [a, b, c] = await threeReports()
    const endings = await atOnce(scene.db, holdAll(a, b, c), [() => merge(a, c), () => merge(b, c)])
    expect(endings).toEqual(['done', 'done'])
    expect(await homes(c)).toBe(2)
    await scene.history.expectOneHistory(c)
  })
})
