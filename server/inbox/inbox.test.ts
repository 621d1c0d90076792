import {
  chooseInboxTopicEndpoint,
  INBOX_TOPICS,
  listInboxChoicesEndpoint,
  listInboxEndpoint,
  markInboxReadEndpoint,
  markSubjectReadEndpoint,
  topicOf,
  type InboxChoice,
  type InboxItem,
  type InboxKind,
  type InboxTopic,
} from '#core/inbox'
import { newId } from '#server/platform/db/index'
import { startTestServer, type TestServer } from '../../tests/api/test-server'
import {
  buildNeighbourhood,
  type Neighbourhood,
  type SignedInPerson,
} from '../../tests/builders/neighbourhood'
import { deliverHeld, sendToInbox } from '.'

const NOON = new Date('2026-11-18T04:00:00.000Z') // 12:00 in Shanghai
const SIX = new Date('2026-11-18T10:00:00.000Z')

let server: TestServer
let place: Neighbourhood
let amei: SignedInPerson

beforeAll(async () => {
  server = await startTestServer({ now: NOON.toISOString() })
  place = await buildNeighbourhood(server.db, NOON)
})
beforeEach(async () => {
  amei = await place.resident(place.community.homeId)
})
afterAll(() => server.close())

const params = () => ({ communityId: place.community.communityId })
const inboxOf = (who: SignedInPerson) =>
  server.ok(listInboxEndpoint, { as: who.token, params: params(), query: {} })
const told = (item: InboxItem) => [item.kind, item.about, item.unread, item.count]

interface Sent {
  to?: SignedInPerson[]
  kind?: InboxKind
  topic?: InboxTopic
  about?: string
  id?: string
  at?: Date
}
const send = ({
  to = [amei],
  kind = 'matter_progress',
  topic,
  about = '灯不亮',
  id = newId(),
  at = NOON,
}: Sent) =>
  server.db.transaction().execute((tx) =>
    sendToInbox(tx, {
      ...params(),
      personIds: to.map(({ personId }) => personId),
      kind,
      topic,
      about,
      subject: { kind: 'matter', id },
      at,
    }),
  )
const open = (id: string) =>
  server.ok(markSubjectReadEndpoint, { as: amei.token, params: params(), body: { kind: 'matter', id } })
const choose = (topic: InboxTopic, choice: InboxChoice, who = amei) =>
  server.call(chooseInboxTopicEndpoint, { as: who.token, params: params(), body: { topic, choice } })

describe('the inbox by thing', () => {
  it('holds one entry for all that was told about a thing, the latest on top', async () => {
    const [lamp, door] = [newId(), newId()]
    await send({ id: lamp, about: '灯不亮' })
    await send({ id: door, about: '门坏了' })
    await send({ id: lamp, about: '灯不亮', kind: 'matter_result' })
    const { items, unread } = await inboxOf(amei)
    expect(items.map(told)).toEqual([
      ['matter_result', '灯不亮', 2, 2],
      ['matter_progress', '门坏了', 1, 1],
    ])
    expect(unread).toBe(2)
  })

  it('tells several persons at once, each once however often they are named', async () => {
    const neighbour = await place.resident(place.community.neighbourHomeId)
    await send({ to: [amei, neighbour, amei] })
    expect((await inboxOf(amei)).items.map(told)).toEqual([['matter_progress', '灯不亮', 1, 1]])
    expect((await inboxOf(neighbour)).items).toHaveLength(1)
    await send({ to: [] })
  })

  it('counts every message when many come at the same moment, in whatever order of persons', async () => {
    const neighbour = await place.resident(place.community.neighbourHomeId)
    const id = newId()
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        send({ id, to: index % 2 ? [amei, neighbour] : [neighbour, amei] }),
      ),
    )
    for (const who of [amei, neighbour]) {
      expect((await inboxOf(who)).items.map(told)).toEqual([['matter_progress', '灯不亮', 12, 12]])
    }
  })

  it('is everybody’s own, community by community', async () => {
    await send({})
    const other = await place.resident(place.community.otherHomeId)
    expect((await inboxOf(other)).items).toEqual([])
    const elsewhere = await server.ok(listInboxEndpoint, {
      as: amei.token,
      params: { communityId: place.otherCommunity.communityId },
      query: {},
    })
    expect(elsewhere).toMatchObject({ items: [], unread: 0 })
  })

  it('goes on page by page without a gap', async () => {
    for (let index = 0; index < 23; index += 1) await send({ about: `第${index}件` })
    const first = await inboxOf(amei)
    const next = await server.ok(listInboxEndpoint, {
      as: amei.token,
      params: params(),
      query: { cursor: first.nextCursor ?? '' },
    })
    expect([...first.items, ...next.items].map(({ about }) => about)).toEqual(
      Array.from({ length: 23 }, (_, index) => `第${22 - index}件`),
    )
  })
})

describe('reading', () => {
  const read = (itemId: string, andOlder: boolean, who = amei) =>
    server.ok(markInboxReadEndpoint, { as: who.token, params: params(), body: { itemId, andOlder } })

  it('marks one thing, or it and all older ones', async () => {
    for (const about of ['一', '二', '三']) await send({ about })
    const [, second] = (await inboxOf(amei)).items
    expect(await read(second?.itemId ?? '', true)).toEqual({ unread: 1 })
    expect((await inboxOf(amei)).items.map(({ unread }) => unread)).toEqual([1, 0, 0])
    const [first] = (await inboxOf(amei)).items
    expect(await read(first?.itemId ?? '', false)).toEqual({ unread: 0 })
  })

  it('leaves unread what came after the list was shown', async () => {
    const id = newId()
    await send({ id })
    const [seen] = (await inboxOf(amei)).items
    await send({ id, kind: 'matter_result' })
    expect(await read(seen?.itemId ?? '', false)).toEqual({ unread: 1 })
    expect(await read(seen?.itemId ?? '', true)).toEqual({ unread: 1 })
  })

  it('of the thing itself reads all that was told about it', async () => {
    const id = newId()
    await send({ id })
    await send({ id })
    await send({ about: '别的' })
    expect(await open(id)).toEqual({ unread: 1 })
    expect((await inboxOf(amei)).items.map(({ unread }) => unread)).toEqual([1, 0])
  })

  it('changes nothing of anybody else’s', async () => {
    await send({})
    const [item] = (await inboxOf(amei)).items
    const other = await place.resident(place.community.otherHomeId)
    expect(await read(item?.itemId ?? '', true, other)).toEqual({ unread: 0 })
    expect((await inboxOf(amei)).unread).toBe(1)
  })
})

describe('消息设置', () => {
  it('begin with everything at once, and say what may be chosen', async () => {
    const { items } = await server.ok(listInboxChoicesEndpoint, { as: amei.token, params: params() })
    expect(items.map(({ topic, choice }) => [topic, choice])).toEqual(
      INBOX_TOPICS.map((topic) => [topic, 'at_once']),
    )
    expect(items.filter(({ choices }) => !choices.includes('never')).map(({ topic }) => topic)).toEqual([
      'my_work',
    ])
  })

  it('refuse to switch off what somebody waits for, and say why', async () => {
    expect(await choose('my_work', 'never')).toMatchObject({
      status: 400,
      body: { code: 'INBOX_TOPIC_NEEDED', field: 'choice' },
    })
    expect((await choose('my_work', 'daily')).status).toBe(200)
  })

  it('never: it is in the list, and read', async () => {
    await choose('my_matters', 'never')
    await send({})
    const { items, unread } = await inboxOf(amei)
    expect([items.map(told), unread]).toEqual([[['matter_progress', '灯不亮', 0, 1]], 0])
    await choose('my_matters', 'at_once')
    await send({})
    expect((await inboxOf(amei)).unread).toBe(1)
  })

  it('of one topic leaves the others alone', async () => {
    await choose('my_matters', 'never')
    await send({ kind: 'matter_assigned' })
    expect((await inboxOf(amei)).unread).toBe(1)
  })

  it('never, of news: not of what one is asked to do about a thing that may not be named', async () => {
    await choose('my_matters', 'never')
    await send({ kind: 'matter_private_news', about: '', topic: topicOf('matter_new') })
    await send({ kind: 'matter_private_news', about: '', topic: topicOf('matter_progress') })
    expect((await inboxOf(amei)).items.map(({ unread }) => unread)).toEqual([0, 1])
  })

  it('daily: what was opened before six comes read, and what is told after that unread', async () => {
    await choose('my_matters', 'daily')
    const [lamp, door] = [newId(), newId()]
    await send({ id: lamp })
    await send({ id: door })
    expect(await open(lamp)).toEqual({ unread: 0 })
    expect(await open(door)).toEqual({ unread: 0 })
    await send({ id: door, kind: 'matter_result' })
    await deliverHeld(server.db, SIX)
    const { items, unread } = await inboxOf(amei)
    expect(items.map(told).sort()).toEqual([
      ['matter_progress', '灯不亮', 0, 1],
      ['matter_result', '灯不亮', 1, 2],
    ])
    expect(unread).toBe(1)
  })

  it('daily: it comes at six, all of a thing together', async () => {
    await choose('my_matters', 'daily')
    const id = newId()
    await send({ id })
    await send({ id, kind: 'matter_result' })
    await deliverHeld(server.db, new Date(SIX.getTime() - 1))
    expect((await inboxOf(amei)).items).toEqual([])
    await deliverHeld(server.db, SIX)
    const { items } = await inboxOf(amei)
    expect(items.map(told)).toEqual([['matter_result', '灯不亮', 2, 2]])
    expect(items[0]?.at).toBe(SIX.toISOString())
  })

  it('daily: what came after six waits for the next day', async () => {
    await choose('my_matters', 'daily')
    await send({ at: SIX })
    await deliverHeld(server.db, new Date(SIX.getTime() + 3_600_000))
    expect((await inboxOf(amei)).items).toEqual([])
    await deliverHeld(server.db, new Date(SIX.getTime() + 86_400_000))
    expect((await inboxOf(amei)).items).toHaveLength(1)
  })

  it('daily: several workers at once deliver each message once', async () => {
    await choose('my_matters', 'daily')
    const ids = [newId(), newId(), newId()]
    for (const id of ids) for (let time = 0; time < 5; time += 1) await send({ id })
    await Promise.all(Array.from({ length: 4 }, () => deliverHeld(server.db, SIX)))
    const { items } = await inboxOf(amei)
    expect(items.map(({ count }) => count)).toEqual([5, 5, 5])
    expect(new Set(items.map(({ subject }) => subject.id))).toEqual(new Set(ids))
  })

  it('daily: a delivery that fails is as if it had not been begun', async () => {
    await choose('my_matters', 'daily')
    await send({})
    const failing = server.db.withPlugin({
      transformQuery: ({ node }) => {
        if (node.kind === 'InsertQueryNode') throw new Error('killed')
        return node
      },
      transformResult: ({ result }) => Promise.resolve(result),
    })
    await expect(deliverHeld(failing, SIX)).rejects.toThrow('killed')
    await deliverHeld(server.db, SIX)
    expect((await inboxOf(amei)).items.map(told)).toEqual([['matter_progress', '灯不亮', 1, 1]])
  })
})
