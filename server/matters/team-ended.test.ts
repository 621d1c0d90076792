import { sql } from 'kysely'
import type { MatterView } from '#core/matters'
import { createGrid } from '#server/places/index'
import { actOnGrant } from '#server/people/index'
import { acting, atOnce } from '../../tests/builders/acting'
import { matterScene } from '../../tests/builders/matter-scene'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { until } from '../../tests/builders/until'
import { twoWorkers } from '../../tests/builders/workers'
import { teamEnded } from './team-ended'

const NOW = new Date('2026-11-18T02:00:00.000Z')
const LATER = new Date('2027-11-18T02:00:00.000Z')
const scene = matterScene(NOW)
jest.setTimeout(60_000)

const rowOf = (matter: Pick<MatterView, 'matterId'>) => scene.history.stored(matter)
const act = (...args: Parameters<typeof scene.matters.act>) => scene.matters.act(...args)
const endings = async (matter: MatterView) => {
  const acts = [...(await scene.history.eventsOf(matter)), ...(await scene.history.recordOf(matter))]
  return acts.filter(({ act: name }) => name.endsWith('team_ended')).length
}

/** A grid of its own with one worker, and matters that it leads in every state in which a team leads. */
async function teamOfOne(): Promise<{ gridId: string; worker: SignedInPerson; led: MatterView[] }> {
  const { place, reporter, chief } = scene
  const { communityId, buildingId } = place.community
  const admin = await place.inOffice('administrator', place.districtId, { community: null })
  const { placeId: gridId } = await createGrid(await acting(scene.db, admin.personId, communityId, NOW), {
    kind: 'functional_grid',
    name: `专业网格${Math.random()}`,
    purpose: '修灯',
    covers: [buildingId],
    endsAt: LATER.toISOString(),
  })
  const worker = await place.inOffice('grid_specialist', gridId)
  const team = { kind: 'grid', placeId: gridId } as const
  const people = { reporter, chief, worker }
  const assigned = await scene.matters.assigned(people, team)
  const started = await scene.matters.started(people, team)
  const begun = await scene.matters.started(people, team)
  const deferred = await act(worker, begun, 'defer', { reviewOn: '2026-12-01', note: '等料' })
  return { gridId, worker, led: [assigned, started, deferred] }
}
const jobFor = (gridId: string) => ({
  communityId: scene.place.community.communityId,
  role: 'grid_specialist' as const,
  placeId: gridId,
})

describe('when the last of a team is out of office', () => {
  it('what it led goes back to who triages, from every state, once, and reporter and triage are told', async () => {
    const { gridId, led } = await teamOfOne()
    await teamEnded(scene.db, jobFor(gridId), LATER)
    await teamEnded(scene.db, jobFor(gridId), LATER)
    for (const matter of led) {
      expect(await rowOf(matter)).toMatchObject({
        state: 'acknowledged',
        lead_kind: null,
        lead_name: null,
        review_at: null,
        assignee_ids: [],
      })
      expect(await endings(matter)).toBe(2) // a step and an entry
      expect(await scene.history.countOf(matter, scene.reporter, 'matter_progress')).toBeGreaterThan(0)
      await scene.history.expectOneHistory(matter)
    }
  })

  it('not while somebody is left, and not what another team leads', async () => {
    const { gridId, led } = await teamOfOne()
    const colleague = await scene.place.inOffice('grid_specialist', gridId)
    await teamEnded(scene.db, jobFor(gridId), NOW)
    expect((await Promise.all(led.map(endings))).every((count) => count === 0)).toBe(true)
    const other = await scene.matters.started(scene)
    await teamEnded(scene.db, jobFor(gridId), LATER)
    expect([await endings(other), colleague.personId.length > 0]).toEqual([0, true])
  })

  it('a result stays a result: its reporter may still answer it', async () => {
    const { reporter, chief } = scene
    const { gridId, worker } = await teamOfOne()
    const team = { kind: 'grid', placeId: gridId } as const
    const resolved = await scene.matters.resolved({ reporter, chief, worker }, team)
    await teamEnded(scene.db, jobFor(gridId), LATER)
    expect((await rowOf(resolved)).state).toBe('resolved')
  })

  it('when an office is ended by an act, a job stands in line for that moment', async () => {
    const { communityId, otherGridId } = scene.place.community
    const leaving = await scene.place.inOffice('grid_worker', otherGridId)
    const { grant_id: grantId } = await scene.db
      .selectFrom('role_grants')
      .select('grant_id')
      .where('person_id', '=', leaving.personId)
      .executeTakeFirstOrThrow()
    const staff = await acting(scene.db, scene.staff.personId, communityId, NOW)
    await actOnGrant(staff, { grantId, act: 'end', reason: '调走了' })
    const { rows } = await sql<{ run_at: Date; payload: object }>`
      select run_at, payload from graphile_worker._private_jobs
      where key = ${`office_ended:${grantId}`}`.execute(scene.db)
    expect(rows).toEqual([
      { run_at: NOW, payload: { communityId, role: 'grid_worker', placeId: otherGridId } },
    ])
  })

  it('when a functional grid’s end has come, though its people’s offices run on', async () => {
    const { gridId, led } = await teamOfOne()
    await scene.db.updateTable('places').set({ ends_at: NOW }).where('place_id', '=', gridId).execute()
    await teamEnded(scene.db, { ...jobFor(gridId), role: 'grid_worker' }, NOW)
    for (const matter of led) expect(await endings(matter)).toBe(2)
  })

  it('at the very same moment as its member resolves: one of the two', async () => {
    const { gridId, worker, led } = await teamOfOne()
    const [, started] = led as [MatterView, MatterView]
    const hold = (tx: typeof scene.db) =>
      tx.selectFrom('matters').select('state').where('matter_id', '=', started.matterId).forUpdate().execute()
    const [resolved] = await atOnce(scene.db, hold, [
      () => act(worker, started, 'resolve', { outcome: 'fixed', note: '好了' }),
      () => teamEnded(scene.db, jobFor(gridId), LATER),
    ])
    expect((await rowOf(started)).state).toBe(resolved === 'done' ? 'resolved' : 'acknowledged')
    await scene.history.expectOneHistory(started)
  })

  it('once, with two workers', async () => {
    const teams = [await teamOfOne(), await teamOfOne()]
    await sql`update graphile_worker._private_jobs set run_at = now() where key like 'grid_ended:%'`.execute(
      scene.db,
    )
    const workers = await twoWorkers(scene.database.pool, {
      office_ended: (job) => teamEnded(scene.db, { ...job }, LATER),
    })
    const led = teams.flatMap((team) => team.led)
    await until(async () => (await Promise.all(led.map(endings))).every((count) => count === 2))
    for (const worker of workers) await worker.stop()
    for (const matter of led) {
      expect(await endings(matter)).toBe(2)
      await scene.history.expectOneHistory(matter)
    }
  })
})
