import { publishNoticeEndpoint } from '#core/notices'
import { NOW, people, place, server, setNoticeStage } from '../../tests/builders/notice-stage'
import { noticing, titlesOf } from '../../tests/builders/noticing'
import { noticeWords } from '.'

setNoticeStage()

const { params, input, publish, read, seen, tell, inboxOf, listFor } = noticing(() => ({ server, place }))

describe('publishing', () => {
  it('is signed with the office, and its words by the people.staff are shown at once', async () => {
    expect(await publish(people.head)).toMatchObject({
      title: '周四停水',
      byName: '陈阿姨（楼栋长）',
      unitName: '3号楼',
      placeName: '湖光苑 3号楼',
      wordsState: 'shown',
      mine: true,
      counts: { readers: 0, told: 0 },
      acts: ['pin', 'withdraw'],
    })
    expect(await publish(people.staff, { placeId: place.community.communityId })).toMatchObject({
      byName: '王敏（社区工作人员）',
      unitName: '甲社区',
      wordsState: 'shown',
    })
  })

  it.each([
    ['a head', 'building_head', 'buildingId', 'entranceId', 200],
    ['a head', 'building_head', 'buildingId', 'estateId', 403],
    ['a head', 'building_head', 'buildingId', 'otherBuildingId', 403],
    ['the owners’ committee', 'owners_committee', 'estateId', 'otherBuildingId', 200],
    ['the owners’ committee', 'owners_committee', 'estateId', 'communityId', 403],
    ['the residents’ committee', 'residents_committee', 'communityId', 'buildingId', 200],
    ['the secretary', 'community_secretary', 'communityId', 'communityId', 200],
    ['a grid worker', 'grid_worker', 'gridId', 'buildingId', 403],
    ['the property company', 'property_staff', 'estateId', 'estateId', 403],
    ['staff', 'community_staff', 'communityId', 'homeId', 400],
    ['staff', 'community_staff', 'communityId', 'gridId', 400],
  ] as const)('by %s (%s at %s) for %s: %i', async (_who, role, at, where, status) => {
    const by = await place.inOffice(role, place.community[at])
    expect(
      (await server.call(publishNoticeEndpoint, input(by, { placeId: place.community[where] }))).status,
    ).toBe(status)
  })

  it('is not for residents, nor for people.staff of another community', async () => {
    const { communityId } = place.otherCommunity
    const elsewhere = await place.inOffice('community_staff', communityId, {
      community: place.otherCommunity,
    })
    for (const by of [people.amei, elsewhere]) {
      expect(await server.call(publishNoticeEndpoint, input(by))).toMatchObject({
        status: 403,
        body: { code: 'NOT_ALLOWED' },
      })
    }
    expect(
      await server.call(
        publishNoticeEndpoint,
        input(people.staff, { placeId: place.otherCommunity.buildingId }),
      ),
    ).toMatchObject({ status: 400, body: { code: 'PLACE_NOT_HERE' } })
  })

  it('waits for a moderator where the words of a neighbour in office are not clear, and tells nobody', async () => {
    const notice = await publish(people.head, { text: '有事打我电话 13812345678' })
    expect(notice.wordsState).toBe('waiting')
    await tell(notice)
    expect(await inboxOf(people.amei)).toEqual([])
    expect((await read(people.amei, notice)).status).toBe(404)
    expect((await read(people.staff, notice)).status).toBe(200)
    expect(titlesOf((await listFor(people.amei)).items)).toEqual([])
  })

  it('is shown and told once a moderator lets it, and no more when hidden', async () => {
    const notice = await publish(people.head, { text: '有事打我电话 13812345678' })
    const set = (state: 'shown' | 'hidden') =>
      server.db
        .transaction()
        .execute((tx) =>
          noticeWords.setWords(tx, { ...params(), id: notice.noticeId, state, about: '', at: NOW }),
        )
    await set('shown')
    await tell(notice)
    expect((await read(people.amei, notice)).status).toBe(200)
    await set('hidden')
    expect((await read(people.amei, notice)).status).toBe(404)
    await set('shown')
    await tell(notice)
    expect((await inboxOf(people.amei)).map(({ count }) => count)).toEqual([1])
  })
})

describe('reading', () => {
  it('is for who lives there or is in office there', async () => {
    const notice = await publish(people.head)
    const worker = await place.inOffice('grid_worker', place.community.gridId)
    const otherWorker = await place.inOffice('grid_worker', place.community.otherGridId)
    expect((await read(people.amei, notice)).body).toMatchObject({
      text: '请提前接水',
      counts: null,
      acts: [],
    })
    expect((await read(worker, notice)).status).toBe(200)
    for (const stranger of [people.across, otherWorker, await place.person()]) {
      expect((await read(stranger, notice)).status).toBe(404)
    }
  })

  it('of what is for a whole is for who is in office in a part of it', async () => {
    const { communityId, estateId, gridId, otherBuildingId, entranceId } = place.community
    const forAll = await publish(people.staff, { placeId: communityId })
    const forEstate = await publish(people.staff, { placeId: estateId })
    const forBuilding = await publish(people.staff)
    const offices = [
      [await place.inOffice('grid_worker', gridId), [200, 200, 200]],
      [await place.inOffice('grid_chief', place.community.otherGridId), [200, 200, 404]],
      [await place.inOffice('property_staff', estateId), [200, 200, 200]],
      [await place.inOffice('building_head', entranceId), [200, 200, 200]],
      [await place.inOffice('building_head', otherBuildingId), [200, 200, 404]],
      [
        await place.inOffice('grid_worker', place.otherCommunity.gridId, { community: place.otherCommunity }),
        [404, 404, 404],
      ],
    ] as const
    for (const [who, expected] of offices) {
      const answers = [forAll, forEstate, forBuilding].map((notice) => read(who, notice))
      expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(expected)
    }
    const [worker] = offices[0]
    expect((await listFor(worker)).items).toHaveLength(1)
    expect((await listFor(worker, estateId)).items).toHaveLength(2)
  })

  it('is counted once a person, for who wrote it and moderators; numbers only', async () => {
    const notice = await publish(people.head)
    await place.resident(place.community.neighbourHomeId)
    await tell(notice)
    for (let time = 0; time < 3; time += 1) expect((await seen(people.amei, notice)).status).toBe(200)
    await seen(people.staff, notice)
    for (const by of [people.head, people.staff]) {
      expect((await read(by, notice)).body.counts).toEqual({ readers: 1, told: 2 })
    }
    expect(JSON.stringify((await read(people.head, notice)).body)).not.toContain(people.amei.personId)
  })

  it('at once is counted once', async () => {
    const notice = await publish(people.head)
    await Promise.all(Array.from({ length: 5 }, () => seen(people.amei, notice)))
    expect((await read(people.head, notice)).body.counts).toEqual({ readers: 1, told: 1 })
    await tell(notice)
    expect((await read(people.head, notice)).body.counts).toEqual({ readers: 1, told: 1 })
    expect(await inboxOf(people.amei)).toEqual([])
  })

  it('reads what was told about it too', async () => {
    const notice = await publish(people.head)
    await tell(notice)
    expect((await inboxOf(people.amei)).map(({ kind, unread }) => [kind, unread])).toEqual([
      ['notice_new', 1],
    ])
    await seen(people.amei, notice)
    expect((await inboxOf(people.amei)).map(({ unread }) => unread)).toEqual([0])
  })

  it('of what one may not know is not marked either', async () => {
    expect((await seen(people.across, await publish(people.head))).status).toBe(404)
  })
})
