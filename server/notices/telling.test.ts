import { readHomeEndpoint } from '#core/matters'
import { listNoticesEndpoint, PIN_DAYS, publishNoticeEndpoint, type NoticeView } from '#core/notices'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { NOW, people, place, server, setNoticeStage } from '../../tests/builders/notice-stage'
import { noticing, titlesOf } from '../../tests/builders/noticing'
import { newId } from '#server/platform/db/index'
import { tellNotice, tellUntold } from '.'

const DAY = 86_400_000

setNoticeStage()

const { params, input, publish, read, seen, withdraw, pin, tell, listFor } = noticing(() => ({
  server,
  place,
}))

describe('telling', () => {
  const crowd = async (count: number) => {
    for (let index = 0; index < count; index += 1) await place.resident(place.community.neighbourHomeId)
  }
  const toldOf = async ({ noticeId }: NoticeView) =>
    (
      await server.db
        .selectFrom('inbox_items')
        .select('person_id')
        .where('subject_id', '=', noticeId)
        .execute()
    ).map((row) => row.person_id)

  it('reaches everybody who lives there once, but not the author, nor anybody else', async () => {
    const author = await place.inOffice('community_staff', place.community.communityId)
    const notice = await publish(author)
    await tell(notice)
    await tell(notice)
    expect(await toldOf(notice)).toEqual([people.amei.personId])
    const everywhere = await publish(author, { placeId: place.community.communityId })
    await tell(everywhere)
    expect((await toldOf(everywhere)).sort()).toEqual([people.amei.personId, people.across.personId].sort())
  })

  it('by several workers at once tells each person once', async () => {
    await crowd(30)
    const notice = await publish(people.head)
    await Promise.all(Array.from({ length: 4 }, () => tell(notice)))
    const told = await toldOf(notice)
    expect([told.length, new Set(told).size]).toEqual([31, 31])
  })

  it('goes on after a kill where it stopped, by whoever comes by', async () => {
    await crowd(3)
    const notice = await publish(people.head)
    let statements = 0
    const killed = server.db.withPlugin({
      transformQuery: ({ node }) => {
        statements += 1
        if (statements > 6) throw new Error('killed')
        return node
      },
      transformResult: ({ result }) => Promise.resolve(result),
    })
    await expect(
      tellNotice(killed, { ...params(), noticeId: notice.noticeId }, server.clock.now),
    ).rejects.toThrow('killed')
    await Promise.all([tellUntold(server.db, NOW), tellUntold(server.db, NOW)])
    const told = await toldOf(notice)
    expect([told.length, new Set(told).size]).toEqual([4, 4])
  })

  it('stands in line as one job from the moment it is shown', async () => {
    const notice = await publish(people.head)
    const { rows } = await server.pool.query(
      `select count(*)::int as jobs from graphile_worker.jobs where key = $1`,
      [`tell_notice:${notice.noticeId}`],
    )
    expect(rows).toEqual([{ jobs: 1 }])
  })

  it('stops when it is withdrawn', async () => {
    const notice = await publish(people.head)
    await withdraw(people.head, notice)
    await tell(notice)
    await tellUntold(server.db, NOW)
    expect(await toldOf(notice)).toEqual([])
  })
})

describe('withdrawing', () => {
  it('leaves a trace with the reason, and no text for others', async () => {
    const notice = await publish(people.head)
    expect(await withdraw(people.head, notice)).toMatchObject({
      status: 200,
      body: { withdrawn: true, withdrawnReason: '停水改期了', acts: [], text: '请提前接水' },
    })
    expect((await read(people.amei, notice)).body).toMatchObject({
      withdrawnReason: '停水改期了',
      text: null,
      photos: [],
    })
    expect((await listFor(people.amei)).items).toMatchObject([
      { title: '周四停水', withdrawn: true, excerpt: '' },
    ])
  })

  it('is for the author and moderators, and once', async () => {
    const notice = await publish(people.head)
    const otherHead = await place.inOffice('building_head', place.community.buildingId)
    expect((await withdraw(people.amei, notice)).status).toBe(403)
    expect((await withdraw(otherHead, notice)).status).toBe(403)
    expect((await withdraw(people.across, notice)).status).toBe(404)
    expect((await withdraw(people.staff, notice)).status).toBe(200)
    expect((await withdraw(people.staff, notice)).body.code).toBe('STATE_CHANGED')
  })
})

describe('on top', () => {
  it('stands apart on the first page until its days are over', async () => {
    await publish(people.head, { title: '长期的', pinDays: 2 })
    await publish(people.head, { title: '普通的' })
    const list = await listFor(people.amei)
    expect([titlesOf(list.pinned), titlesOf(list.items)]).toEqual([['长期的'], ['普通的']])
    expect(list.pinned[0]?.pinned).toBe(true)
    server.clock.now = new Date(NOW.getTime() + 3 * DAY)
    const later = await listFor(people.amei)
    expect([titlesOf(later.pinned), titlesOf(later.items)]).toEqual([[], ['普通的', '长期的']])
  })

  it('are three at one place, and what is over makes room', async () => {
    for (const title of ['一', '二', '三']) await publish(people.head, { title, pinDays: 1 })
    const fourth = await publish(people.head, { title: '四' })
    expect(await pin(people.head, fourth, 1)).toMatchObject({
      status: 409,
      body: { code: 'NOTICE_PINS_FULL' },
    })
    expect((await server.call(publishNoticeEndpoint, input(people.head, { pinDays: 1 }))).status).toBe(409)
    expect((await publish(people.head, { placeId: place.community.entranceId, pinDays: 1 })).pinned).toBe(
      true,
    )
    server.clock.now = new Date(NOW.getTime() + 2 * DAY)
    expect((await pin(people.head, fourth, 1)).body.pinned).toBe(true)
  })

  it('are three however many pin at the same moment', async () => {
    const notices = [
      await publish(people.head),
      await publish(people.head),
      await publish(people.head),
      await publish(people.head),
    ]
    await pin(people.head, notices[0] as NoticeView, 1)
    await pin(people.head, notices[1] as NoticeView, 1)
    const answers = await Promise.all(notices.slice(2).map((notice) => pin(people.head, notice, 1)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await listFor(people.amei)).pinned).toHaveLength(3)
  })

  it('is taken down again, and when it is withdrawn', async () => {
    const notice = await publish(people.head, { pinDays: 5 })
    expect((await pin(people.head, notice)).body).toMatchObject({ pinned: false, pinnedUntil: null })
    const other = await publish(people.head, { pinDays: 5 })
    await withdraw(people.head, other)
    expect((await listFor(people.amei)).pinned).toEqual([])
  })

  it('lasts at most a month', async () => {
    const notice = await publish(people.head)
    expect((await pin(people.head, notice, PIN_DAYS + 1)).status).toBe(400)
    expect((await pin(people.head, notice, PIN_DAYS)).status).toBe(200)
    expect((await pin(people.amei, notice, 1)).status).toBe(403)
  })
})

describe('the list of a place', () => {
  it('holds its own and those of all it lies in, newest first', async () => {
    const { communityId, estateId, buildingId, entranceId, otherBuildingId } = place.community
    for (const [title, placeId] of [
      ['社区', communityId],
      ['小区', estateId],
      ['楼', buildingId],
      ['单元', entranceId],
      ['别的楼', otherBuildingId],
    ] as const) {
      await publish(people.staff, { title, placeId })
    }
    expect(titlesOf((await listFor(people.amei)).items)).toEqual(['单元', '楼', '小区', '社区'])
    expect(titlesOf((await listFor(people.amei, estateId)).items)).toEqual(['小区', '社区'])
    expect(titlesOf((await listFor(people.amei, otherBuildingId)).items)).toEqual(['小区', '社区'])
    expect(titlesOf((await listFor(people.across)).items)).toEqual(['别的楼', '小区', '社区'])
    expect(titlesOf((await listFor(people.staff, otherBuildingId)).items)).toEqual(['别的楼', '小区', '社区'])
  })

  it('goes on page by page, those on top on the first only', async () => {
    for (let index = 0; index < 22; index += 1) await publish(people.head, { title: `第${index}条` })
    await publish(people.head, { title: '顶', pinDays: 3 })
    const first = await listFor(people.amei)
    const next = await server.ok(listNoticesEndpoint, {
      as: people.amei.token,
      params: params(),
      query: { cursor: first.nextCursor ?? '' },
    })
    expect([titlesOf(first.pinned), next.pinned]).toEqual([['顶'], []])
    expect(titlesOf([...first.items, ...next.items])).toEqual(
      Array.from({ length: 22 }, (_, index) => `第${21 - index}条`),
    )
  })

  it('is asked for at a place of this community, or not at all', async () => {
    for (const placeId of [newId(), place.otherCommunity.buildingId]) {
      expect(
        await server.call(listNoticesEndpoint, {
          as: people.amei.token,
          params: params(),
          query: { placeId },
        }),
      ).toMatchObject({ status: 400, body: { code: 'PLACE_NOT_HERE' } })
    }
  })

  it('of mine holds what I published', async () => {
    await publish(people.head, { title: '我的' })
    await publish(people.staff, { title: '社区的' })
    const mine = await server.ok(listNoticesEndpoint, {
      as: people.head.token,
      params: params(),
      query: { mine: 'true' },
    })
    expect(titlesOf(mine.items)).toEqual(['我的'])
  })
})

describe('the first page', () => {
  const home = (who: SignedInPerson) =>
    server.ok(readHomeEndpoint, { as: who.token, params: params(), query: {} })

  it('shows what is on top, and what is new until it was opened', async () => {
    const fresh = await publish(people.head, { title: '新的' })
    await tell(fresh)
    await publish(people.head, { title: '置顶', pinDays: 3 })
    await publish(people.head, { title: '还没告诉大家的' })
    expect(titlesOf((await home(people.amei)).notices)).toEqual(['置顶', '新的'])
    await seen(people.amei, fresh)
    expect(titlesOf((await home(people.amei)).notices)).toEqual(['置顶'])
    expect((await home(people.across)).notices).toEqual([])
    expect((await home(people.staff)).notices).toEqual([])
  })

  it('shows what is new behind what was read, withdrawn or is not to be seen yet, for two weeks', async () => {
    const unread = await publish(people.head, { title: '还没看的' })
    await tell(unread)
    for (const title of ['看过的', '也看过的', '撤回的']) {
      const notice = await publish(people.head, { title })
      await tell(notice)
      await (title === '撤回的' ? withdraw(people.head, notice) : seen(people.amei, notice))
    }
    await publish(people.head, { title: '等着的', text: '有事打我电话 13812345678' })
    expect(titlesOf((await home(people.amei)).notices)).toEqual(['还没看的'])
    server.clock.now = new Date(NOW.getTime() + 15 * DAY)
    expect((await home(people.amei)).notices).toEqual([])
  })
})
