import type { MatterView, Team } from '#core/matters'
import { matterScene } from '../../tests/builders/matter-scene'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'

const NOW = new Date('2026-11-18T02:00:00.000Z')
const scene = matterScene(NOW)

const rowOf = (matter: Pick<MatterView, 'matterId'>) => scene.history.stored(matter)
const property = (): Team => ({ kind: 'property', placeId: scene.place.community.estateId })
const grid = (): Team => ({ kind: 'grid', placeId: scene.place.community.gridId })
const ground = { note: '不在物业合同里', legalBasis: '物业服务合同第三条', proposedOwner: '供电公司' }
const act = (...args: Parameters<typeof scene.matters.act>) => scene.matters.act(...args)

/** Given to the property company, who returns it. */
async function returned(matter: MatterView, triage: SignedInPerson): Promise<MatterView> {
  const acknowledged = matter.state === 'submitted' ? await act(triage, matter, 'acknowledge') : matter
  const assigned = await act(triage, acknowledged, 'assign', { team: property() })
  return act(scene.property, assigned, 'return', ground)
}

describe('a return', () => {
  it('costs nobody anything: ground, legal basis and proposed owner are told to staff, the triage hears of it', async () => {
    const { matters, reporter, chief, property: owner } = scene
    const matter = await returned(await matters.report(reporter), chief)
    expect(await rowOf(matter)).toMatchObject({
      state: 'acknowledged',
      returns: 1,
      level: 'grid',
      lead_kind: null,
    })
    expect(await scene.history.countOf(matter, chief, 'matter_returned')).toBe(1)
    const last = (view: MatterView) => view.timeline[view.timeline.length - 1]
    expect(last(await matters.read(chief, matter))).toMatchObject(ground)
    expect(last(await matters.read(reporter, matter))).toMatchObject({
      legalBasis: null,
      proposedOwner: null,
    })
    await expect(matters.read(owner, matter).then(({ acts }) => acts)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('for the second time at grid level brings it to the community, whose choice can’t be returned', async () => {
    const { matters, reporter, chief, staff } = scene
    const twice = await returned(await returned(await matters.report(reporter), chief), chief)
    expect(await rowOf(twice)).toMatchObject({ state: 'acknowledged', returns: 2, level: 'community' })
    expect(await scene.history.countOf(twice, staff, 'matter_returned')).toBe(1)
    await expect(act(chief, twice, 'assign', { team: grid() })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    const designated = await act(staff, twice, 'assign', { team: property() })
    expect(await rowOf(designated)).toMatchObject({ designated: true })
    await expect(act(scene.property, designated, 'return', ground)).rejects.toMatchObject({
      code: 'DESIGNATION_FINAL',
    })
    await scene.history.expectOneHistory(designated)
  })

  it('for the second time at community level brings it to the secretary, whose choice can’t be returned', async () => {
    const { matters, reporter, staff, secretary } = scene
    const first = await returned(await matters.report(reporter, { serviceCode: 'lift' }), staff)
    const twice = await returned(first, staff)
    expect(await rowOf(twice)).toMatchObject({ arbitration: 'designation', returns: 2 })
    expect(await scene.history.countOf(twice, secretary, 'matter_returned')).toBe(1)
    await expect(act(staff, twice, 'assign', { team: property() })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    })
    const designated = await act(secretary, twice, 'assign', { team: property() })
    const started = await act(scene.property, designated, 'start')
    await expect(act(scene.property, started, 'return', ground)).rejects.toMatchObject({
      code: 'DESIGNATION_FINAL',
    })
  })
})

describe('levels', () => {
  it('escalating brings it one level up without its lead; sending it down once brings it back', async () => {
    const { matters, reporter, chief, staff, worker } = scene
    const started = await matters.started({ reporter, chief, worker })
    const up = await act(worker, started, 'escalate', { note: '要换整条线路' })
    expect(await rowOf(up)).toMatchObject({
      state: 'submitted',
      level: 'community',
      lead_kind: null,
      lead_name: null,
    })
    expect(await scene.history.countOf(up, staff, 'matter_escalated')).toBe(1)
    const down = await act(staff, up, 'send_down', { note: '网格就能办' })
    expect(await rowOf(down)).toMatchObject({ state: 'submitted', level: 'grid', sent_down: true })
    expect(await scene.history.countOf(down, chief, 'matter_new')).toBe(2)
    const again = await act(chief, down, 'acknowledge')
    const upAgain = await act(chief, again, 'escalate', { note: '真办不了' })
    await expect(act(staff, upAgain, 'send_down', { note: '再下去' })).rejects.toMatchObject({
      code: 'ACT_NOT_POSSIBLE',
    })
    const moved = upAgain.timeline
      .filter(({ toName }) => toName)
      .map(({ act: name, toName }) => [name, toName])
    expect(moved).toEqual([
      ['escalate', '甲社区'],
      ['send_down', '甲社区第一网格'],
      ['escalate', '甲社区'],
    ])
    await scene.history.expectOneHistory(upAgain)
  })

  it('a decline of the grid is looked at by the community, once', async () => {
    const { matters, reporter, chief, staff } = scene
    const declined = await act(chief, await matters.report(reporter), 'decline', { note: '请找业委会' })
    const asked = await act(reporter, declined, 'ask_review', { note: '业委会说归社区' })
    expect(await rowOf(asked)).toMatchObject({
      state: 'submitted',
      level: 'community',
      reviewed: true,
      arbitration: null,
    })
    expect(await scene.history.countOf(asked, staff, 'matter_escalated')).toBe(1)
    const again = await act(staff, asked, 'decline', { note: '确实归业委会' })
    await expect(act(reporter, again, 'ask_review', { note: '不服' })).rejects.toMatchObject({
      code: 'REVIEW_ONCE',
    })
  })

  it('a decline of the community is looked at by the secretary; taken up, it is the staff’s again', async () => {
    const { matters, reporter, staff, secretary } = scene
    const declined = await act(staff, await matters.report(reporter, { serviceCode: 'lift' }), 'decline', {
      note: '请找物业',
    })
    scene.clock.now = new Date('2026-12-02T15:59:59.999Z')
    const asked = await act(reporter, declined, 'ask_review', { note: '物业不理' })
    expect(await rowOf(asked)).toMatchObject({ level: 'community', arbitration: 'review' })
    expect(await scene.history.countOf(asked, secretary, 'matter_escalated')).toBe(1)
    await expect(act(staff, asked, 'acknowledge')).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    const taken = await act(secretary, asked, 'acknowledge')
    expect(await rowOf(taken)).toMatchObject({ state: 'acknowledged', arbitration: null })
    expect((await act(staff, taken, 'assign', { team: property() })).state).toBe('assigned')
  })

  it('the third reopening is told to the level above, once', async () => {
    const { matters, reporter, chief, staff, worker } = scene
    let matter = await matters.resolved({ reporter, chief, worker })
    const told = () => scene.history.countOf(matter, staff, 'matter_escalated')
    for (let time = 1; time <= 4; time += 1) {
      matter = await act(reporter, matter, 'confirm')
      expect(await told()).toBe(time > 3 ? 1 : 0)
      matter = await act(reporter, matter, 'reopen', { note: '又不亮' })
      expect(await rowOf(matter)).toMatchObject({ state: 'in_progress', reopenings: time, lead_kind: 'grid' })
      expect(await scene.history.countOf(matter, worker, 'matter_reopened')).toBe(time)
      matter = await act(worker, matter, 'resolve', { outcome: 'fixed', note: '换了' })
    }
    expect(await told()).toBe(1)
    await scene.history.expectOneHistory(matter)
  })
})

describe('giving it to another team', () => {
  it('needs a reason, tells the new one, and names supports', async () => {
    const { matters, reporter, chief, worker, property: owner } = scene
    const started = await matters.started({ reporter, chief, worker })
    const given = await act(chief, started, 'reassign', {
      team: property(),
      supports: [grid()],
      note: '物业会修',
    })
    expect(await rowOf(given)).toMatchObject({ state: 'assigned', lead_kind: 'property' })
    expect(given.supportNames).toEqual(['测试的地方'])
    expect(await scene.history.countOf(given, owner, 'matter_assigned')).toBe(1)
    await expect(act(worker, given, 'start')).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    expect((await act(owner, given, 'start')).state).toBe('in_progress')
  })

  it('is refused for a team that does not answer for the place, or has nobody in office', async () => {
    const { matters, reporter, chief, place } = scene
    const acknowledged = await act(chief, await matters.report(reporter), 'acknowledge')
    for (const placeId of [place.community.otherGridId, place.otherCommunity.gridId, place.community.homeId])
      await expect(
        act(chief, acknowledged, 'assign', { team: { kind: 'grid', placeId } }),
      ).rejects.toMatchObject({ code: 'TEAM_UNKNOWN' })
  })
})

describe('an answer when the lead is no more', () => {
  it('brings it back to who triages, without a lead', async () => {
    const { matters, reporter, chief, worker, place } = scene
    const owner = await place.inOffice('property_staff', place.community.estateId)
    const resolved = await matters.resolved({ reporter, chief, worker: owner }, property())
    await scene.db
      .updateTable('role_grants')
      .set({ state: 'ended' })
      .where('role', '=', 'property_staff')
      .execute()
    const disputed = await act(reporter, resolved, 'dispute', { note: '没修好' })
    expect(await rowOf(disputed)).toMatchObject({ state: 'acknowledged', lead_kind: null, lead_name: null })
    expect(await scene.history.countOf(disputed, chief, 'matter_rework')).toBe(1)
    await scene.history.expectOneHistory(disputed)
    await scene.db
      .updateTable('role_grants')
      .set({ state: 'granted' })
      .where('role', '=', 'property_staff')
      .execute()
    expect(worker).toBeDefined()
  })
})
