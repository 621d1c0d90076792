import { PERSON_ACTS, type MatterView, type PersonAct } from '#core/matters'
import { readMatterContact } from '#server/matters/index'
import { acting } from '../../tests/builders/acting'
import { CONTACT_BOX } from '../../tests/builders/contact-box'
import { matterScene } from '../../tests/builders/matter-scene'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { putsOnRecord } from '../../tests/builders/on-record'

const NOW = new Date('2026-11-18T02:00:00.000Z')
const scene = matterScene(NOW)
const { recorded, leavesOne, entriesOf } = putsOnRecord(() => scene.db)
const matterId = (matter: MatterView) => matter.matterId
const WHY = { note: '写一句为什么' }
const DONE = { outcome: 'fixed', note: '换了灯头' } as const

const report = () =>
  leavesOne(
    () => scene.matters.report(scene.reporter),
    { act: 'matter.submit', person_id: scene.reporter.personId, role: null },
    matterId,
  )
const act = (
  by: SignedInPerson,
  role: string | null,
  matter: MatterView,
  name: PersonAct,
  more: Parameters<typeof scene.matters.act>[3] = {},
) =>
  leavesOne(
    () => scene.matters.act(by, matter, name, more),
    { act: `matter.${name}`, person_id: by.personId, role, reason: more.note ?? null },
    matterId,
  )
const toGrid = () => ({ team: { kind: 'grid' as const, placeId: scene.place.community.gridId } })
const toProperty = () => ({ team: { kind: 'property' as const, placeId: scene.place.community.estateId } })

it('every act of handling leaves one entry: who, in which office, and why', async () => {
  const { chief, worker, staff, reporter, property } = scene
  let matter = await act(worker, 'grid_worker', await report(), 'acknowledge')
  matter = await act(worker, 'grid_worker', matter, 'escalate', WHY)
  matter = await act(staff, 'community_staff', matter, 'send_down', WHY)
  matter = await act(worker, 'grid_worker', matter, 'acknowledge')
  matter = await act(chief, 'grid_chief', matter, 'assign', toProperty())
  matter = await act(property, 'property_staff', matter, 'return', { ...WHY, legalBasis: '合同' })
  matter = await act(chief, 'grid_chief', matter, 'assign', toProperty())
  matter = await act(chief, 'grid_chief', matter, 'reassign', { ...toGrid(), ...WHY })
  matter = await act(worker, 'grid_worker', matter, 'start')
  matter = await act(worker, 'grid_worker', matter, 'defer', { ...WHY, reviewOn: '2026-12-01' })
  matter = await act(worker, 'grid_worker', matter, 'resume')
  matter = await act(worker, 'grid_worker', matter, 'ask_deferral', { ...WHY, reviewOn: '2027-02-01' })
  matter = await act(staff, 'community_staff', matter, 'refuse_deferral', WHY)
  matter = await act(worker, 'grid_worker', matter, 'ask_deferral', { ...WHY, reviewOn: '2027-02-01' })
  matter = await act(staff, 'community_staff', matter, 'grant_deferral')
  matter = await act(worker, 'grid_worker', matter, 'resume')
  matter = await act(worker, 'grid_worker', matter, 'resolve', DONE)
  matter = await act(reporter, null, matter, 'dispute', WHY)
  matter = await act(worker, 'grid_worker', matter, 'resolve', DONE)
  matter = await act(staff, 'community_staff', matter, 'verify_failed', WHY)
  matter = await act(worker, 'grid_worker', matter, 'resolve', DONE)
  matter = await act(chief, 'grid_chief', matter, 'verify_passed')
  matter = await act(reporter, null, matter, 'confirm')
  matter = await act(reporter, null, matter, 'reopen', WHY)
  await act(reporter, null, matter, 'withdraw')
  const declined = await act(chief, 'grid_chief', await report(), 'decline', WHY)
  await act(reporter, null, declined, 'ask_review', WHY)
})

it('looking at premises again leaves one', async () => {
  const { worker, reporter, colleague } = scene
  const closed = await scene.matters.act(reporter, await scene.matters.resolved(scene), 'confirm')
  await scene.db
    .updateTable('matters')
    .set({ service_code: 'shop', reinspect_at: NOW })
    .where('matter_id', '=', closed.matterId)
    .execute()
  const again = await act(colleague, 'grid_worker', closed, 'reinspect_passed')
  await scene.db
    .updateTable('matters')
    .set({ reinspect_at: NOW })
    .where('matter_id', '=', closed.matterId)
    .execute()
  await act(colleague, 'grid_worker', again, 'reinspect_failed', WHY)
  expect(worker.personId).toBeDefined()
})

it('an act on two matters leaves one on each', async () => {
  const [source, target] = [await report(), await scene.matters.report(scene.neighbour)]
  const merged = await entriesOf(() =>
    scene.matters.act(scene.chief, source, 'merge', { intoMatterId: target.matterId }),
  )
  expect(merged.added.map((entry) => [entry.act, entry.subject_id])).toEqual([
    ['matter.absorb', target.matterId],
    ['matter.merge', source.matterId],
  ])
  const taken = await entriesOf(() => scene.matters.act(scene.reporter, merged.answer, 'unmerge'))
  expect(taken.added.map((entry) => [entry.act, entry.subject_id])).toEqual([
    ['matter.let_go', target.matterId],
    ['matter.unmerge', source.matterId],
  ])
  for (const { act: name } of [...merged.added, ...taken.added]) recorded.add(name)
})

it('joining, leaving, handing over and reading a contact leave one each', async () => {
  const { neighbour, reporter, faraway, chief, place } = scene
  const matter = await report()
  const about = (act_: string, by: SignedInPerson) => ({ act: act_, person_id: by.personId })
  await leavesOne(() => scene.matters.join(neighbour, matter), about('matter.join', neighbour), matterId)
  await leavesOne(() => scene.matters.leave(neighbour, matter), about('matter.leave', neighbour), matterId)
  await leavesOne(() => scene.matters.join(faraway, matter), about('matter.join', faraway), matterId)
  const contact = await acting(scene.db, chief.personId, place.community.communityId, NOW)
  await leavesOne(
    () => readMatterContact(contact, CONTACT_BOX, matter.matterId),
    { ...about('contact.read', chief), role: 'grid_chief' },
    () => matter.matterId,
  )
  const handed = () => scene.matters.act(reporter, matter, 'withdraw')
  await leavesOne(handed, about('matter.hand_over', reporter), matterId)
})

it('and no act of the table was left out', () => {
  expect([...recorded]).toEqual(expect.arrayContaining(PERSON_ACTS.map((name) => `matter.${name}`)))
})
