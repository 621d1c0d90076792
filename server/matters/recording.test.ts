import type { MatterView, TeamKind } from '#core/matters'
import { newId } from '#server/platform/db/index'
import { acting } from '../../tests/builders/acting'
import { CONTACT_BOX } from '../../tests/builders/contact-box'
import { matterScene } from '../../tests/builders/matter-scene'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { tracesOf, wholeDatabase } from '../../tests/api/whole-database'
import { readMatterContact } from './read-contact'
import { reinspect } from './reinspect'

const NOW = new Date('2026-11-18T02:00:00.000Z')
const scene = matterScene(NOW)
const rowOf = (matter: Pick<MatterView, 'matterId'>) => scene.history.stored(matter)
const act = (...args: Parameters<typeof scene.matters.act>) => scene.matters.act(...args)
const contactFor = async (by: SignedInPerson, { matterId }: Pick<MatterView, 'matterId'>) =>
  readMatterContact(
    await acting(scene.db, by.personId, scene.place.community.communityId, scene.clock.now),
    CONTACT_BOX,
    matterId,
  )

describe('what staff put down', () => {
  const PHONE = '13912345678'

  it('on a call: nobody in the app reported it, and the caller’s phone stands nowhere in the clear', async () => {
    const { staff, worker, chief } = scene
    const matter = await scene.matters.report(staff, { channel: 'phone', callerPhone: PHONE })
    expect(await rowOf(matter)).toMatchObject({
      channel: 'phone',
      reporter_id: null,
      recorder_id: staff.personId,
      words_state: 'shown',
    })
    const whole = await wholeDatabase(scene.db)
    for (const trace of tracesOf(PHONE)) expect(whole).not.toContain(trace)
    expect(await contactFor(worker, matter)).toEqual({ phone: PHONE })
    expect((await scene.history.recordOf(matter)).map(({ act: name }) => name)).toEqual([
      'matter.submit',
      'contact.read',
    ])
    await expect(contactFor(scene.neighbour, matter)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await expect(contactFor(scene.property, matter)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await scene.history.countOf(matter, chief, 'matter_new')).toBe(1)
  })

  it('on a visit closes by verification only: there is nobody to ask, and the clock leaves it', async () => {
    const { worker, chief, colleague } = scene
    let matter = await scene.matters.report(worker, { channel: 'visit' })
    matter = await act(chief, matter, 'acknowledge')
    matter = await act(chief, matter, 'assign', {
      team: { kind: 'grid', placeId: scene.place.community.gridId },
    })
    matter = await act(worker, matter, 'start')
    matter = await act(worker, matter, 'resolve', { outcome: 'fixed', note: '换了' })
    expect(await scene.history.jobsFor(matter)).toEqual([])
    expect(matter.awaitsAnswer).toBe(false)
    await expect(act(worker, matter, 'verify_passed')).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    expect((await act(colleague, matter, 'verify_passed')).state).toBe('closed')
  })

  it('is theirs to put down only where they answer', async () => {
    const { place, worker, reporter, property } = scene
    const elsewhere = { placeId: place.community.otherBuildingId, channel: 'visit' } as const
    await expect(scene.matters.report(worker, elsewhere)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    for (const person of [reporter, property])
      await expect(scene.matters.report(person, { channel: 'phone' })).rejects.toMatchObject({
        code: 'NOT_ALLOWED',
      })
  })
})

describe('a hazard found on patrol', () => {
  const hazard = { serviceCode: 'hazard', channel: 'patrol' } as const

  it('is handled by anybody of the lead but its finder, and told by nobody else', async () => {
    const { worker, colleague, staff, reporter } = scene
    let matter = await scene.matters.report(worker, hazard)
    matter = await act(staff, matter, 'acknowledge')
    matter = await act(staff, matter, 'assign', {
      team: { kind: 'grid', placeId: scene.place.community.gridId },
    })
    await expect(act(worker, matter, 'start')).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    matter = await act(colleague, matter, 'start')
    await expect(act(worker, matter, 'resolve', { outcome: 'fixed', note: '好' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    })
    expect((await act(colleague, matter, 'resolve', { outcome: 'fixed', note: '好' })).state).toBe('resolved')
    await expect(scene.matters.report(reporter, { serviceCode: 'hazard' })).rejects.toMatchObject({
      code: 'SERVICE_NOT_BY_RESIDENTS',
    })
  })

  it('is never resolved on the spot', async () => {
    const onSpot = { outcome: 'fixed', note: '当场清走' } as const
    await expect(scene.matters.report(scene.worker, { ...hazard, onSpot })).rejects.toMatchObject({
      code: 'NOT_ON_THE_SPOT',
    })
  })
})

describe('resolved on the spot', () => {
  it('is one call with two steps and two entries; only another verifies it', async () => {
    const { worker, colleague } = scene
    const matter = await scene.matters.report(worker, {
      channel: 'patrol',
      onSpot: { outcome: 'fixed', note: '顺手换了灯泡' },
    })
    expect(await rowOf(matter)).toMatchObject({
      state: 'resolved',
      revision: 2,
      handler_ids: [worker.personId],
      lead_kind: 'grid',
    })
    await scene.history.expectOneHistory(matter)
    expect(await scene.history.jobsFor(matter)).toEqual([])
    await expect(act(worker, matter, 'confirm')).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await expect(act(worker, matter, 'verify_passed')).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    expect((await act(colleague, matter, 'verify_passed')).state).toBe('closed')
  })

  it('is for the grid’s own team', async () => {
    const onSpot = { outcome: 'fixed', note: '好了' } as const
    for (const person of [scene.reporter, scene.staff])
      await expect(scene.matters.report(person, { onSpot })).rejects.toMatchObject({
        code: person === scene.reporter ? 'NOT_ALLOWED' : 'REPORT_NEEDS_PLACE',
      })
  })
})

describe('a complaint', () => {
  it('about the community’s staff is the secretary’s; about a team, never that team’s; about nothing else', async () => {
    const { reporter, staff, secretary, place, property } = scene
    const { estateId } = place.community
    const about = (complained: TeamKind) =>
      scene.matters.report(reporter, { serviceCode: 'complaint', complained })
    const aboutStaff = await about('community')
    await expect(scene.matters.read(staff, aboutStaff)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await scene.history.countOf(aboutStaff, secretary, 'matter_new')).toBe(1)
    expect(await scene.history.countOf(aboutStaff, staff, 'matter_new')).toBe(0)
    const aboutProperty = await act(staff, await about('property'), 'acknowledge')
    await expect(
      act(staff, aboutProperty, 'assign', { team: { kind: 'property', placeId: estateId } }),
    ).rejects.toMatchObject({ code: 'TEAM_UNKNOWN' })
    await expect(scene.matters.read(property, aboutProperty)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(scene.matters.report(reporter, { complained: 'property' })).rejects.toMatchObject({
      code: 'COMPLAINED_UNKNOWN',
    })
  })
})

describe('premises', () => {
  async function shop(): Promise<string> {
    const { communityId, estateId, buildingId } = scene.place.community
    const placeId = newId()
    await scene.db
      .insertInto('places')
      .values({
        community_id: communityId,
        place_id: placeId,
        parent_id: buildingId,
        kind: 'premises',
        name: placeId.slice(-6),
        sort_key: placeId,
        path: [communityId, estateId, buildingId, placeId],
        path_names: JSON.stringify([{ placeId, kind: 'premises', name: '小饭馆' }]),
        created_at: NOW,
      })
      .execute()
    return placeId
  }

  it('put in order are inspected again after thirty days, by another, and taken up again when it did not hold', async () => {
    const { reporter, chief, worker, colleague, staff } = scene
    let matter = await scene.matters.report(reporter, {
      serviceCode: 'shop',
      placeId: await shop(),
      title: '油烟',
    })
    matter = await act(chief, matter, 'acknowledge')
    matter = await act(chief, matter, 'assign', {
      team: { kind: 'grid', placeId: scene.place.community.gridId },
    })
    matter = await act(worker, matter, 'start')
    matter = await act(worker, matter, 'resolve', { outcome: 'fixed', note: '装了净化器' })
    const closed = await act(reporter, matter, 'confirm')
    const reinspectAt = new Date('2026-12-17T16:00:00.000Z')
    expect(await rowOf(closed)).toMatchObject({ state: 'closed', reinspect_at: reinspectAt })
    const job = {
      communityId: closed.communityId,
      matterId: closed.matterId,
      reinspectAt: reinspectAt.toISOString(),
    }
    expect(await scene.history.jobsFor(closed, 'reinspect')).toMatchObject([
      { run_at: reinspectAt, payload: job },
    ])

    await reinspect(scene.db, job, reinspectAt)
    const told = async (person: SignedInPerson) => scene.history.countOf(closed, person, 'matter_reinspect')
    expect([await told(colleague), await told(staff), await told(worker)]).toEqual([1, 1, 0])
    scene.clock.now = reinspectAt
    await expect(act(worker, closed, 'reinspect_passed')).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    const failed = await act(colleague, closed, 'reinspect_failed', { note: '净化器没开' })
    expect(await rowOf(failed)).toMatchObject({ state: 'in_progress', reinspect_at: null, lead_kind: 'grid' })
    await reinspect(scene.db, job, reinspectAt)
    expect(await told(colleague)).toBe(1)
    await scene.history.expectOneHistory(failed)
  })
})
