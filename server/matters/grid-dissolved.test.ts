import { sql } from 'kysely'
import type { MatterView } from '#core/matters'
import { createGrid, createPlace, dissolveGrid } from '#server/places/index'
import { acting } from '../../tests/builders/acting'
import { matterScene } from '../../tests/builders/matter-scene'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { until } from '../../tests/builders/until'
import { twoWorkers } from '../../tests/builders/workers'
import { gridDissolved } from './grid-dissolved'

const NOW = new Date('2026-11-18T02:00:00.000Z')
const DAY = '2026-12-01'
const LATER = new Date('2026-11-30T16:00:00.000Z')
const scene = matterScene(NOW)
jest.setTimeout(90_000)

const act = (...args: Parameters<typeof scene.matters.act>) => scene.matters.act(...args)
const rowOf = (matter: Pick<MatterView, 'matterId'>) => scene.history.stored(matter)
const passings = async (matter: Pick<MatterView, 'matterId'>) => {
  const all = [...(await scene.history.eventsOf(matter)), ...(await scene.history.recordOf(matter))]
  return all.filter(({ act: name }) => name.endsWith('grid_dissolved')).length
}

interface Team {
  gridId: string
  buildingId: string
  chief: SignedInPerson
  worker: SignedInPerson
  reporter: SignedInPerson
}

let serial = 0
/** A grid of its own over a building of its own, with a chief and a worker. */
async function team(): Promise<Team> {
  const { place, db, reporter } = scene
  const { communityId, estateId } = place.community
  const admin = await place.inOffice('administrator', place.districtId, { community: null })
  const context = await acting(db, admin.personId, communityId, NOW)
  const name = `${50 + ++serial}号楼`
  const building = await createPlace(context, { parentId: estateId, kind: 'building', name })
  const { placeId: gridId } = await createGrid(context, {
    kind: 'grid',
    name: `网格${serial}`,
    covers: [building.placeId],
  })
  return {
    gridId,
    buildingId: building.placeId,
    chief: await place.inOffice('grid_chief', gridId),
    worker: await place.inOffice('grid_worker', gridId),
    reporter,
  }
}
const report = ({ reporter, buildingId }: Team) => scene.matters.report(reporter, { placeId: buildingId })
const job = ({ gridId }: Team) => ({
  communityId: scene.place.community.communityId,
  gridId,
  again: true,
})
async function dissolve({ gridId }: Team, successor: Team | null): Promise<void> {
  const { place, db, secretary } = scene
  const context = await acting(db, secretary.personId, place.community.communityId, NOW)
  await dissolveGrid(context, { gridId, from: DAY, successorId: successor?.gridId ?? null })
}

/** One matter in every open state, led by the grid's own team or by the property. */
async function inEveryState(old: Team) {
  const lead = { kind: 'grid', placeId: old.gridId } as const
  const property = { kind: 'property', placeId: scene.place.community.estateId } as const
  const submitted = await report(old)
  const acknowledged = await act(old.chief, await report(old), 'acknowledge')
  const give = async (team: typeof lead | typeof property) =>
    act(old.chief, await act(old.chief, await report(old), 'acknowledge'), 'assign', { team })
  const assigned = await give(lead)
  const started = await act(old.worker, await give(lead), 'start')
  const begun = await act(old.worker, await give(lead), 'start')
  const deferred = await act(old.worker, begun, 'defer', { reviewOn: '2026-12-10', note: '等料' })
  const elsewhere = await act(scene.property, await give(property), 'start')
  const done = await act(old.worker, await give(lead), 'start')
  const resolved = await act(old.worker, done, 'resolve', { outcome: 'fixed', note: '好了' })
  return { submitted, acknowledged, assigned, started, deferred, elsewhere, resolved }
}

describe('when a grid’s last day is over', () => {
  it('its open matters go to the successor, from every state, once; who handles goes on, unless it was the grid', async () => {
    const [old, next] = [await team(), await team()]
    const matters = await inEveryState(old)
    await dissolve(old, next)
    await gridDissolved(scene.db, job(old), new Date(LATER.getTime() - 1))
    expect((await rowOf(matters.submitted)).grid_id).toBe(old.gridId)
    await gridDissolved(scene.db, job(old), LATER)
    await gridDissolved(scene.db, job(old), LATER)
    const states = { ...matters } as Record<string, MatterView>
    for (const [name, matter] of Object.entries(states)) {
      const row = await rowOf(matter)
      expect([name, row.grid_id, row.level]).toEqual([name, next.gridId, 'grid'])
      expect(row.jurisdiction).toContain(next.gridId)
      expect(row.jurisdiction).not.toContain(old.gridId)
      expect(await passings(matter)).toBe(2) // a step and an entry
      await scene.history.expectOneHistory(matter)
    }
    const stateOf = async (matter: MatterView) => (await rowOf(matter)).state
    expect(await stateOf(matters.submitted)).toBe('submitted')
    for (const one of [matters.assigned, matters.started, matters.deferred])
      expect(await rowOf(one)).toMatchObject({ state: 'acknowledged', lead_kind: null, review_at: null })
    expect(await rowOf(matters.elsewhere)).toMatchObject({ state: 'in_progress', lead_kind: 'property' })
    expect(await stateOf(matters.resolved)).toBe('resolved')
    expect(await scene.history.countOf(matters.submitted, next.chief, 'matter_new')).toBe(1)
    expect(await scene.history.countOf(matters.elsewhere, next.chief, 'matter_new')).toBe(0)
    scene.clock.now = LATER
    const taken = await act(
      next.chief,
      await scene.matters.read(next.chief, matters.submitted),
      'acknowledge',
    )
    expect(taken.timeline.map(({ act: name, toName }) => [name, toName])).toContainEqual([
      'grid_dissolved',
      expect.stringMatching(/^网格/),
    ])
  })

  it('without a successor they are the community’s, and nothing is sent down to a grid that is gone', async () => {
    const old = await team()
    const matters = await inEveryState(old)
    await dissolve(old, null)
    await gridDissolved(scene.db, job(old), LATER)
    for (const matter of Object.values(matters))
      expect(await rowOf(matter)).toMatchObject({
        grid_id: null,
        level: 'community',
        first_level: 'community',
      })
    scene.clock.now = LATER
    const found = await scene.matters.read(scene.staff, matters.acknowledged)
    expect(found.acts).toContain('assign')
    expect(found.acts).not.toContain('send_down')
  })

  it('a successor without a chief triages nothing: the community does', async () => {
    const [old, next] = [await team(), await team()]
    const matter = await report(old)
    await dissolve(old, next)
    await scene.db.deleteFrom('role_grants').where('person_id', '=', next.chief.personId).execute()
    await gridDissolved(scene.db, job(old), LATER)
    expect(await rowOf(matter)).toMatchObject({ grid_id: next.gridId, level: 'community' })
  })

  it('a successor that was dissolved in its turn hands on to its own', async () => {
    const [old, next, last] = [await team(), await team(), await team()]
    const matter = await report(old)
    await dissolve(old, next)
    await dissolve(next, last)
    await gridDissolved(scene.db, job(old), LATER)
    expect((await rowOf(matter)).grid_id).toBe(last.gridId)
  })

  it('what is over stays as it was, and what comes back follows at once', async () => {
    const [old, next] = [await team(), await team()]
    const [gone, target, merged] = [await report(old), await report(old), await report(old)]
    const withdrawn = await act(old.reporter, gone, 'withdraw')
    const apart = await act(old.chief, merged, 'merge', { intoMatterId: target.matterId })
    await dissolve(old, next)
    await gridDissolved(scene.db, job(old), LATER)
    expect([await passings(withdrawn), await passings(apart), await passings(target)]).toEqual([0, 0, 2])
    scene.clock.now = new Date(LATER.getTime() - 86_400_000)
    await scene.db
      .updateTable('matters')
      .set({ merged_at: LATER })
      .where('matter_id', '=', apart.matterId)
      .execute()
    scene.clock.now = LATER
    const back = await act(old.reporter, apart, 'unmerge')
    expect(back.holderName).toMatch(/^网格/)
    expect(await rowOf(back)).toMatchObject({ state: 'submitted', grid_id: next.gridId })
    await scene.history.expectOneHistory(back)
  })
})

describe('at that very moment', () => {
  it('what was being reported is found by a second look', async () => {
    const [old, next] = [await team(), await team()]
    await dissolve(old, next)
    const first = { ...job(old), again: false }
    await gridDissolved(scene.db, first, LATER)
    const late = await report(old) // by the clock of who reports it is still the day before
    await scene.db.deleteFrom('matter_joiners').execute()
    const { rows } = await sql<{ payload: object }>`select payload from graphile_worker._private_jobs
      where key = ${`grid_dissolved_again:${old.gridId}`}`.execute(scene.db)
    expect(rows).toEqual([{ payload: { ...first, again: true } }])
    await gridDissolved(scene.db, job(old), LATER)
    expect((await rowOf(late)).grid_id).toBe(next.gridId)
  })

  it('a server that is killed in the middle leaves the rest to the next, and nothing is done twice', async () => {
    const [old, next] = [await team(), await team()]
    const [first, second] = [await report(old), await report(old)]
    await dissolve(old, next)
    await scene.db.transaction().execute(async (tx) => {
      await tx
        .selectFrom('matters')
        .select('state')
        .where('matter_id', '=', second.matterId)
        .forUpdate()
        .execute()
      const dying = gridDissolved(scene.db, job(old), LATER).catch(() => 'killed')
      await until(async () => (await passings(first)) === 2)
      await until(async () => (await killWaiting()) > 0)
      expect(await dying).toBe('killed')
    })
    expect(await passings(second)).toBe(0)
    await gridDissolved(scene.db, job(old), LATER)
    expect([await passings(first), await passings(second)]).toEqual([2, 2])
    expect((await rowOf(second)).grid_id).toBe(next.gridId)
  })

  it('two workers do it once', async () => {
    const [old, next] = [await team(), await team()]
    const matters = [await report(old), await report(old), await report(old)]
    await dissolve(old, next)
    await sql`update graphile_worker._private_jobs set run_at = now() where key like 'grid_dissolved:%'`.execute(
      scene.db,
    )
    const workers = await twoWorkers(scene.database.pool, {
      grid_dissolved: (payload) => gridDissolved(scene.db, payload, LATER),
    })
    await until(async () => (await Promise.all(matters.map(passings))).every((count) => count === 2))
    for (const worker of workers) await worker.stop()
    for (const matter of matters) await scene.history.expectOneHistory(matter)
  })
})

/** Ends whoever waits for a row, as a server that dies does. */
async function killWaiting(): Promise<number> {
  const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(scene.db)
  return rows.length
}
