import type { MatterView } from '#core/matters'
import type { Transaction } from '#server/platform/db/index'
import { newId } from '#server/platform/db/index'
import { atOnce, sorted } from '../../tests/builders/acting'
import { matterScene } from '../../tests/builders/matter-scene'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'

const NOW = new Date('2026-11-18T02:00:00.000Z')
const scene = matterScene(NOW)

const rowOf = (matter: Pick<MatterView, 'matterId'>) => scene.history.stored(matter)
const holding = (matter: MatterView) => (tx: Transaction) =>
  tx.selectFrom('matters').select('matter_id').where('matter_id', '=', matter.matterId).forUpdate().execute()
const withdraw = (by: SignedInPerson, { matterId, revision }: MatterView) =>
  scene.matters.act(by, { matterId, revision }, 'withdraw')

/** So many homes of the entrance, each with somebody in it. */
async function homesWithPeople(count: number): Promise<SignedInPerson[]> {
  const { communityId, estateId, buildingId, entranceId } = scene.place.community
  const ids = Array.from({ length: count }, () => newId())
  const above = [communityId, estateId, buildingId, entranceId]
  await scene.db
    .insertInto('places')
    .values(
      ids.map((placeId) => ({
        community_id: communityId,
        place_id: placeId,
        parent_id: entranceId,
        kind: 'home' as const,
        name: placeId.slice(-6),
        sort_key: placeId,
        path: [...above, placeId],
        path_names: '[]',
        created_at: NOW,
      })),
    )
    .execute()
  const people: SignedInPerson[] = []
  for (const homeId of ids) people.push(await scene.place.resident(homeId))
  return people
}

describe('我也遇到了', () => {
  it('counts a home once, is on record, and is no step of the handling', async () => {
    const { matters, reporter, neighbour, place } = scene
    const matter = await matters.report(reporter)
    const family = await place.resident(place.community.neighbourHomeId)
    expect(await matters.join(neighbour, matter)).toMatchObject({
      joined: true,
      mayJoin: false,
      joinedHomes: 1,
    })
    await matters.join(family, matter)
    expect(await rowOf(matter)).toMatchObject({ joined_homes: 1, revision: matter.revision })
    expect((await scene.history.recordOf(matter)).map(({ act }) => act)).toEqual([
      'matter.submit',
      'matter.join',
      'matter.join',
    ])
  })

  it('from the reporter’s own home counts nobody', async () => {
    const { matters, reporter, place } = scene
    const matter = await matters.report(reporter)
    const family = await place.resident(place.community.homeId)
    expect(await matters.join(family, matter)).toMatchObject({ joined: true, joinedHomes: 0 })
  })

  it('is said once by one person, when pressed twice at the very same moment too', async () => {
    const { matters, reporter, neighbour } = scene
    const matter = await matters.report(reporter)
    const join = () => matters.join(neighbour, matter)
    expect(sorted(await atOnce(scene.db, holding(matter), [join, join]))).toEqual(['ALREADY_JOINED', 'done'])
    expect((await rowOf(matter)).joined_homes).toBe(1)
  })

  it('is refused to the reporter, to staff, to strangers, and once it is over', async () => {
    const { matters, reporter, neighbour, chief, place } = scene
    const matter = await matters.report(reporter)
    await expect(matters.join(reporter, matter)).rejects.toMatchObject({ code: 'ALREADY_JOINED' })
    await expect(matters.join(chief, matter)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await expect(matters.join(await place.person(), matter)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await matters.act(chief, matter, 'decline', { note: '不归这里' })
    await expect(matters.join(neighbour, matter)).rejects.toMatchObject({ code: 'STATE_CHANGED' })
  })

  it('is refused while it is being merged: it is joined before, and comes along, or not at all', async () => {
    const { matters, reporter, neighbour, chief, faraway } = scene
    const [source, target] = [await matters.report(reporter), await matters.report(faraway)]
    const [merged, joined] = await atOnce(scene.db, holding(source), [
      () => matters.act(chief, source, 'merge', { intoMatterId: target.matterId }),
      () => matters.join(neighbour, source),
    ])
    expect(merged).toBe('done')
    expect(['done', 'STATE_CHANGED']).toContain(joined)
    expect((await rowOf(target)).joined_homes).toBe(joined === 'done' ? 2 : 1)
  })

  it('can be taken back, also after it is over; not by who came along with a merged one', async () => {
    const { matters, reporter, neighbour, faraway, chief } = scene
    const matter = await matters.report(reporter)
    await matters.join(neighbour, matter)
    expect(await matters.leave(neighbour, matter)).toMatchObject({ joined: false, joinedHomes: 0 })
    await expect(matters.leave(neighbour, matter)).rejects.toMatchObject({ code: 'STATE_CHANGED' })
    const twin = await matters.report(faraway)
    await matters.act(chief, twin, 'merge', { intoMatterId: matter.matterId })
    await expect(matters.leave(faraway, matter)).rejects.toMatchObject({ code: 'STATE_CHANGED' })
    expect((await rowOf(matter)).joined_homes).toBe(1)
  })

  it('by the twentieth home tells the level above, once', async () => {
    const { matters, reporter, staff, chief } = scene
    const matter = await matters.report(reporter)
    const people = await homesWithPeople(21)
    const told = () => scene.history.countOf(matter, staff, 'matter_many_homes')
    for (const person of people.slice(0, 19)) await matters.join(person, matter)
    expect(await told()).toBe(0)
    const last = people.slice(19)
    const endings = await atOnce(
      scene.db,
      holding(matter),
      last.map((person) => () => matters.join(person, matter)),
    )
    expect(endings).toEqual(['done', 'done'])
    expect([await told(), (await rowOf(matter)).joined_homes]).toEqual([1, 21])
    await matters.leave(people[0] as SignedInPerson, matter)
    await matters.leave(people[1] as SignedInPerson, matter)
    await matters.join(people[0] as SignedInPerson, matter)
    await matters.act(chief, matter, 'acknowledge')
    expect(await told()).toBe(1)
  })
})

describe('who joined is told', () => {
  it('of the result, by the title only where neighbours may read it', async () => {
    const { matters, place, neighbour, chief, worker } = scene
    const unverified = await place.resident(place.community.homeId)
    await scene.db.deleteFrom('phones').where('person_id', '=', unverified.personId).execute()
    const [shown, hidden] = [
      await matters.resolved({ reporter: scene.reporter, chief, worker }),
      await matters.started({ reporter: unverified, chief, worker }),
    ]
    expect([shown.wordsState, hidden.wordsState]).toEqual(['shown', 'staff_only'])
    await matters.join(neighbour, shown)
    await matters.join(neighbour, hidden)
    const again = await matters.act(scene.reporter, shown, 'dispute', { note: '不亮' })
    await matters.act(worker, again, 'resolve', { outcome: 'fixed', note: '换了' })
    await matters.act(worker, hidden, 'resolve', { outcome: 'fixed', note: '换了' })
    const news = await scene.db
      .selectFrom('inbox_items')
      .select(['subject_id', 'about'])
      .where('person_id', '=', neighbour.personId)
      .where('kind', '=', 'matter_joined_news')
      .where('subject_id', 'in', [shown.matterId, hidden.matterId])
      .orderBy('item_id')
      .execute()
    expect(news).toEqual([
      { subject_id: shown.matterId, about: '楼道灯不亮' },
      { subject_id: hidden.matterId, about: '楼道灯的事' },
    ])
  })
})

describe('withdrawing', () => {
  it('ends a matter that nobody else met', async () => {
    const matter = await scene.matters.report(scene.reporter)
    expect(await withdraw(scene.reporter, matter)).toMatchObject({ state: 'withdrawn' })
    await scene.history.expectOneHistory(matter)
  })

  it('where others met it too hands it to the earliest of them, in the state it is in', async () => {
    const { matters, reporter, neighbour, faraway, chief, worker } = scene
    const matter = await matters.started({ reporter, chief, worker })
    await matters.join(faraway, matter)
    scene.clock.now = new Date(NOW.getTime() + 1000)
    await matters.join(neighbour, matter)
    await withdraw(reporter, matter)
    expect(await rowOf(matter)).toMatchObject({
      state: 'in_progress',
      reporter_id: faraway.personId,
      joined_homes: 1,
      shown_as: 'resident',
    })
    await scene.history.expectOneHistory(matter)
    expect(await scene.history.countOf(matter, faraway, 'matter_progress')).toBe(1)
    const seen = await matters.read(faraway, matter)
    const resolved = await matters.act(worker, seen, 'resolve', { outcome: 'fixed', note: '好了' })
    expect((await matters.act(faraway, resolved, 'confirm')).state).toBe('closed')
  })

  it('leaves what was written with its author: the heir reads it only once neighbours may', async () => {
    const { matters, reporter, neighbour } = scene
    const matter = await matters.report(reporter, { text: '只给您说' })
    await scene.db
      .updateTable('matters')
      .set({ words_state: 'staff_only' })
      .where('matter_id', '=', matter.matterId)
      .execute()
    await matters.join(neighbour, matter)
    await withdraw(reporter, matter)
    expect(await rowOf(matter)).toMatchObject({
      author_id: reporter.personId,
      reporter_id: neighbour.personId,
    })
    expect(await matters.read(reporter, matter)).toMatchObject({ text: '只给您说', mine: false })
    expect(await matters.read(neighbour, matter)).toMatchObject({ text: null, wordsShown: false, mine: true })
    const told = await scene.db
      .selectFrom('inbox_items')
      .select('about')
      .where('person_id', '=', neighbour.personId)
      .where('subject_id', '=', matter.matterId)
      .execute()
    expect(told).toEqual([{ about: '楼道灯的事' }])
    const [seen] = [await matters.read(neighbour, matter)]
    expect(await matters.act(neighbour, seen, 'withdraw')).toMatchObject({ state: 'withdrawn' })
    expect((await rowOf(matter)).author_id).toBe(reporter.personId)
  })

  it('leaves open what a caller still waits for, and nobody is its reporter any more', async () => {
    const { matters, reporter, staff, chief } = scene
    const called = await matters.report(staff, { channel: 'phone' })
    const matter = await matters.report(reporter)
    await matters.act(chief, called, 'merge', { intoMatterId: matter.matterId })
    await withdraw(reporter, await matters.read(reporter, matter))
    expect(await rowOf(matter)).toMatchObject({
      state: 'submitted',
      reporter_id: null,
      author_id: reporter.personId,
    })
    await scene.history.expectOneHistory(matter)
  })

  it('at the very same moment as somebody joins: it ends, or goes to them, and is never lost', async () => {
    const { matters, reporter, neighbour } = scene
    for (let round = 0; round < 3; round += 1) {
      const matter = await matters.report(reporter)
      const [left, joined] = await atOnce(scene.db, holding(matter), [
        () => withdraw(reporter, matter),
        () => matters.join(neighbour, matter),
      ])
      expect(left).toBe('done')
      const row = await rowOf(matter)
      if (joined === 'done')
        expect(row).toMatchObject({ state: 'submitted', reporter_id: neighbour.personId })
      else expect([joined, row.state]).toEqual(['STATE_CHANGED', 'withdrawn'])
      await scene.history.expectOneHistory(matter)
    }
  })

  it('is for the reporter alone', async () => {
    const matter = await scene.matters.report(scene.reporter)
    await scene.matters.join(scene.neighbour, matter)
    for (const person of [scene.neighbour, scene.chief])
      await expect(withdraw(person, matter)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })
})
