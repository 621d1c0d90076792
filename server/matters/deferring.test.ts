import type { MatterView } from '#core/matters'
import { matterScene } from '../../tests/builders/matter-scene'
import { atOnce } from '../../tests/builders/acting'
import { twoWorkers } from '../../tests/builders/workers'
import { until } from '../../tests/builders/until'
import { reviewDue } from './review-due'
import { sql } from 'kysely'

/** Wednesday 10:00 in Shanghai. */
const NOW = new Date('2026-11-18T02:00:00.000Z')
const ON_THE_DAY = new Date('2026-11-30T16:00:00.000Z')
const scene = matterScene(NOW)
jest.setTimeout(60_000)

const rowOf = (matter: Pick<MatterView, 'matterId'>) => scene.history.stored(matter)
const act = (...args: Parameters<typeof scene.matters.act>) => scene.matters.act(...args)
const started = () => scene.matters.started(scene)
const UNTIL_DECEMBER = { reviewOn: '2026-12-01', note: '等配件' }
const deferred = async () => act(scene.worker, await started(), 'defer', UNTIL_DECEMBER)
const jobOf = (matter: MatterView) => ({
  communityId: matter.communityId,
  matterId: matter.matterId,
  reviewAt: ON_THE_DAY.toISOString(),
})

describe('putting a matter off', () => {
  it('says until when and why to everybody, tells the reporter, and puts a job in line for that day', async () => {
    const matter = await deferred()
    expect(await rowOf(matter)).toMatchObject({ state: 'deferred', review_at: ON_THE_DAY, deferrals: 1 })
    expect(matter.timeline[matter.timeline.length - 1]).toMatchObject({
      act: 'defer',
      note: '等配件',
      reviewAt: ON_THE_DAY.toISOString(),
    })
    expect(await scene.history.countOf(matter, scene.reporter, 'matter_deferred')).toBe(1)
    expect(await scene.history.jobsFor(matter, 'review_due')).toMatchObject([
      { key: `review_due:${matter.matterId}`, run_at: ON_THE_DAY, payload: jobOf(matter) },
    ])
  })

  it('for longer, or again, is asked for and granted or refused one level up', async () => {
    const { worker, staff, chief } = scene
    const asked = await act(worker, await started(), 'ask_deferral', {
      reviewOn: '2027-02-01',
      note: '等开春',
    })
    expect(await rowOf(asked)).toMatchObject({
      state: 'in_progress',
      asked_review_at: new Date('2027-01-31T16:00:00.000Z'),
    })
    expect(await scene.history.countOf(asked, staff, 'matter_deferral_asked')).toBe(1)
    await expect(act(chief, asked, 'grant_deferral')).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    const refused = await act(staff, asked, 'refuse_deferral', { note: '入冬前要办' })
    expect(await rowOf(refused)).toMatchObject({ state: 'in_progress', asked_review_at: null, deferrals: 0 })
    expect(await scene.history.countOf(refused, worker, 'matter_rework')).toBe(1)
    const again = await act(worker, refused, 'ask_deferral', { reviewOn: '2027-01-04', note: '料到了就办' })
    const granted = await act(staff, again, 'grant_deferral')
    expect(await rowOf(granted)).toMatchObject({
      state: 'deferred',
      asked_review_at: null,
      review_at: new Date('2027-01-03T16:00:00.000Z'),
      deferrals: 1,
    })
    expect(await scene.history.countOf(granted, worker, 'matter_deferred')).toBe(1)
    const resumed = await act(worker, granted, 'resume')
    await expect(act(worker, resumed, 'defer', UNTIL_DECEMBER)).rejects.toMatchObject({
      code: 'DEFERRAL_NEEDS_GRANT',
    })
    await scene.history.expectOneHistory(resumed)
  })

  it('is refused for more than thirty days, for today, and without a day or a reason', async () => {
    const matter = await started()
    const refusal = (more: object) =>
      act(scene.worker, matter, 'defer', more).then(
        () => 'done',
        (error: { code: string }) => error.code,
      )
    expect(await refusal({ reviewOn: '2026-12-18', note: '等' })).toBe('done')
    const other = await started()
    for (const [more, code] of [
      [{ reviewOn: '2026-12-19', note: '等' }, 'DEFERRAL_NEEDS_GRANT'],
      [{ reviewOn: '2026-11-18', note: '等' }, 'REVIEW_DAY_WRONG'],
      [{ reviewOn: '2026-12-01' }, 'REASON_REQUIRED'],
      [{ note: '等' }, 'REVIEW_DAY_MISSING'],
    ] as const)
      await expect(act(scene.worker, other, 'defer', more)).rejects.toMatchObject({ code })
  })
})

describe('the day on which it is looked at again', () => {
  const dues = async (matter: MatterView) => {
    const acts = [...(await scene.history.eventsOf(matter)), ...(await scene.history.recordOf(matter))]
    return acts.filter(({ act: name }) => name.endsWith('review_due')).length
  }

  it('comes when it begins in Shanghai, once, and tells reporter and lead', async () => {
    const matter = await deferred()
    const early = new Date(ON_THE_DAY.getTime() - 1)
    await expect(reviewDue(scene.db, jobOf(matter), early)).rejects.toMatchObject({
      code: 'ACT_NOT_POSSIBLE',
    })
    const hold = (tx: typeof scene.db) =>
      tx.selectFrom('matters').select('state').where('matter_id', '=', matter.matterId).forUpdate().execute()
    const work = () => reviewDue(scene.db, jobOf(matter), ON_THE_DAY)
    expect(await atOnce(scene.db, hold, [work, work, work])).toEqual(['done', 'done', 'done'])
    expect(await rowOf(matter)).toMatchObject({ state: 'in_progress', review_at: null })
    expect(await dues(matter)).toBe(2) // a step and an entry
    expect(await scene.history.countOf(matter, scene.worker, 'matter_review_due')).toBe(1)
    await scene.history.expectOneHistory(matter)
  })

  it('is nothing any more for what was resumed, ended, or put off to another day', async () => {
    const resumed = await deferred()
    await act(scene.worker, resumed, 'resume')
    const withdrawn = await deferred()
    await act(scene.reporter, withdrawn, 'withdraw')
    const later = await deferred()
    const again = await act(scene.worker, later, 'resume')
    const asked = await act(scene.worker, again, 'ask_deferral', { reviewOn: '2026-12-10', note: '再等等' })
    await act(scene.staff, asked, 'grant_deferral')
    expect(await scene.history.jobsFor(later, 'review_due')).toMatchObject([
      { run_at: new Date('2026-12-09T16:00:00.000Z') },
    ])
    for (const matter of [resumed, withdrawn, later]) {
      await reviewDue(scene.db, jobOf(matter), ON_THE_DAY)
      expect(await dues(matter)).toBe(0)
    }
  })

  it('comes once for each of many, with two workers', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => deferred()))
    await sql`update graphile_worker._private_jobs set run_at = now() where key like 'review_due:%'`.execute(
      scene.db,
    )
    const workers = await twoWorkers(scene.database.pool, {
      review_due: (job) => reviewDue(scene.db, job, ON_THE_DAY),
    })
    await until(async () => (await Promise.all(all.map(rowOf))).every(({ state }) => state === 'in_progress'))
    for (const worker of workers) await worker.stop()
    for (const matter of all) {
      expect(await dues(matter)).toBe(2)
      await scene.history.expectOneHistory(matter)
    }
  })
})
