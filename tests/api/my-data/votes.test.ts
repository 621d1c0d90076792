import { askForArchiveEndpoint, closeAccountEndpoint, CLOSING_DAYS, openArchiveEndpoint } from '#core/my-data'
import { listMyBallotsEndpoint, listObjectionsEndpoint } from '#core/votes'
import type { SignedInPerson } from '../../builders/neighbourhood'
import {
  atTime,
  CLOSES_AT,
  head,
  neighbour,
  NOW,
  OPENS_AT,
  place,
  resident,
  server,
  setVoteStage,
  votes,
} from '../../builders/vote-stage'
import { jobsOf, unzip } from './stage'

jest.setTimeout(60_000)

setVoteStage()

const jobs = jobsOf(() => server)

const POLL: Parameters<typeof votes.notice>[1] = {
  electorate: 'residents',
  items: [
    { subject: 'poll_residents', title: '装几个充电桩', options: ['两个', '四个'] },
    { subject: 'poll_residents', title: '装在哪儿', options: ['车棚', '花坛边', '门口'], maxChoices: 2 },
  ],
}

async function takenBy(who: SignedInPerson) {
  await server.ok(askForArchiveEndpoint, { as: who.token })
  await jobs.make()
  const { path } = await server.ok(openArchiveEndpoint, { as: who.token })
  const files = await unzip((await server.app.inject(path)).rawPayload)
  return { page: String(files.get('我的数据.html')), data: String(files.get('data.json')) }
}

const open = async (more: Parameters<typeof votes.notice>[1] = {}) => {
  server.clock.now = NOW
  const posted = await votes.notice(head, more)
  await atTime(OPENS_AT, posted, 'open')
  return posted
}

describe('the copy of one’s data', () => {
  it('says what I chose myself, in words, and what I objected to; never a neighbour’s, nor beside my receipt', async () => {
    const posted = await votes.notice(head)
    await votes.object(resident, posted, { text: '名册上没有我家' })
    await votes.object(neighbour, posted, { text: '小周提的异议' })
    const poll = await open(POLL)
    await votes.cast(resident, poll, { i1: '四个', i2: ['车棚', '门口'] })
    await votes.cast(neighbour, poll, { i1: '两个', i2: ['花坛边'] })
    const decision = await open()
    await votes.cast(resident, decision, { i1: 'against' })
    for (const vote of [poll, decision]) await atTime(CLOSES_AT, vote, 'count')
    const { items } = await server.ok(listMyBallotsEndpoint, {
      as: resident.token,
      params: votes.params(decision),
    })
    const { page, data } = await takenBy(resident)
    for (const text of [page, data]) {
      for (const words of ['第 1 项：四个；第 2 项：车棚、门口', '第 1 项：反对', '名册上没有我家'])
        expect(text).toContain(words)
      expect(text).not.toMatch(/花坛边|小周提的异议/)
      expect(text).not.toContain(items[0]?.receipt)
      expect(text).not.toContain(neighbour.personId)
    }
  })

  it('says that I voted and not how before the result is posted: nobody can ask me to show it', async () => {
    const poll = await open(POLL)
    await votes.cast(neighbour, poll, { i1: '四个', i2: ['门口'] })
    const sealed = await takenBy(neighbour)
    for (const text of [sealed.page, sealed.data]) {
      expect(text).toContain('公布结果以后能看')
      expect(text).not.toMatch(/四个|门口/)
    }
    await atTime(CLOSES_AT, poll, 'count')
    // Another copy is made a day later at the earliest.
    server.clock.now = new Date(CLOSES_AT.getTime() + 2 * 86_400_000)
    expect((await takenBy(neighbour)).data).toContain('第 1 项：四个；第 2 项：门口')
  })

  it('says what I convened, under my signature, and nothing of who voted', async () => {
    const posted = await votes.notice(head, { title: '楼道里放不放鞋柜' })
    const { page } = await takenBy(head)
    for (const words of [
      '召集的表决',
      '楼道里放不放鞋柜',
      '正在公示',
      '赵大爷（楼栋长）',
      '在表决里做过什么',
    ])
      expect(page).toContain(words)
    expect(page).not.toContain(posted.voteId)
  })
})

describe('a closed account', () => {
  const closed = async (who: SignedInPerson, words: 'keep' | 'delete') => {
    await server.db
      .updateTable('role_grants')
      .set({ state: 'ended' })
      .where('person_id', '=', who.personId)
      .execute()
    await server.ok(closeAccountEndpoint, { as: who.token, body: { words } })
    server.clock.now = new Date(server.clock.now.getTime() + CLOSING_DAYS * 86_400_000)
    await jobs.close()
  }

  it('leaves its ballot counted; words of an objection go where that was wished, its answer stays', async () => {
    const amei = await place.resident(place.community.homeId, { name: '阿梅' })
    const posted = await votes.notice(head)
    await votes.object(amei, posted, { text: '阿梅写的异议' })
    const poll = await open()
    await votes.cast(amei, poll)
    await closed(amei, 'delete')
    const { items } = await server.ok(listObjectionsEndpoint, {
      as: neighbour.token,
      params: votes.params(posted),
      query: {},
    })
    expect(items.map(({ text }) => text)).toEqual(['（内容已删掉）'])
    await atTime(CLOSES_AT, poll, 'count')
    const { items: results } = await votes.read(neighbour, poll)
    expect(results[0]?.result).toMatchObject({ participated: { persons: 1 }, approve: { persons: 1 } })
  })

  it('takes along drafts that nobody saw; what was posted stays', async () => {
    const amei = await place.inOffice('building_head', place.community.buildingId, { name: '阿梅大姐' })
    const draft = await votes.draft(amei, { title: '没人看过的草稿' })
    const posted = await votes.notice(amei, { title: '大家看过的' })
    await closed(amei, 'keep')
    const titles = await server.db
      .selectFrom('votes')
      .select(['title', 'state'])
      .where('vote_id', 'in', [draft.voteId, posted.voteId])
      .orderBy('vote_id')
      .execute()
    expect(titles).toEqual([
      { title: '（内容已删掉）', state: 'withdrawn' },
      { title: '大家看过的', state: 'notice' },
    ])
    const items = await server.db
      .selectFrom('vote_items')
      .select('title')
      .where('vote_id', '=', draft.voteId)
      .execute()
    expect(items).toEqual([{ title: '（内容已删掉）' }])
  })
})
