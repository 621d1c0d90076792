import { PAGE_SIZE } from '#core/contract'
import { publishNoticeEndpoint, withdrawNoticeEndpoint } from '#core/notices'
import { searchEndpoint, type SearchKind } from '#core/search'
import { newId } from '#server/platform/db/index'
import { startTestServer, type TestServer } from '../../tests/api/test-server'
import { acting } from '../../tests/builders/acting'
import {
  buildNeighbourhood,
  type Community,
  type Neighbourhood,
  type SignedInPerson,
} from '../../tests/builders/neighbourhood'
import { indexForSearch, removeFromSearch, type SearchEntry } from './entries'
import { search, type SearchReaders } from './search'

const NOW = new Date('2026-11-18T02:00:00.000Z')

let server: TestServer
let place: Neighbourhood
let amei: SignedInPerson
let staff: SignedInPerson
let worker: SignedInPerson

beforeAll(async () => {
  server = await startTestServer({ now: NOW.toISOString() })
  place = await buildNeighbourhood(server.db, NOW)
  amei = await place.resident(place.community.homeId)
  staff = await place.inOffice('community_staff', place.community.communityId)
  worker = await place.inOffice('grid_worker', place.community.gridId)
})
beforeEach(async () => {
  await server.db.deleteFrom('search_entries').execute()
  texts.clear()
})
afterAll(() => server.close())

/** What the things themselves say now. */
const texts = new Map<string, string>()
const reader: SearchReaders[SearchKind] = (_context, ids) =>
  Promise.resolve(
    new Map(
      ids.flatMap((id) => {
        const text = texts.get(id)
        return text === undefined
          ? []
          : [[id, { title: text, text: '', placeName: '3号楼', at: NOW }] as const]
      }),
    ),
  )
const READERS: SearchReaders = { matter: reader, post: reader, notice: reader }

interface New extends Partial<SearchEntry> {
  at?: Community
}
const save = (entry: SearchEntry) => server.db.transaction().execute((tx) => indexForSearch(tx, entry))
async function add(text: string, { at = place.community, ...more }: New = {}): Promise<string> {
  const entryId = newId()
  texts.set(entryId, text)
  await save({
    communityId: at.communityId,
    kind: 'matter',
    entryId,
    subject: { kind: 'matter', id: entryId },
    placePath: [at.communityId, at.buildingId, at.gridId],
    audience: 'neighbours',
    words: [text],
    ...more,
  })
  return entryId
}
const found = async (q: string, who = amei, cursor?: string) => {
  const context = await acting(server.db, who.personId, place.community.communityId, NOW)
  return search(context, READERS, { q, cursor })
}
const titles = async (q: string, who?: SignedInPerson) =>
  (await found(q, who)).items.map(({ title }) => title)

describe('what is found', () => {
  it('holds every word, newest first', async () => {
    await add('楼道灯不亮')
    await add('楼道堆了杂物')
    await add('大门口的灯坏了')
    expect(await titles('灯')).toEqual(['大门口的灯坏了', '楼道灯不亮'])
    expect(await titles('楼道')).toEqual(['楼道堆了杂物', '楼道灯不亮'])
    expect(await titles('楼道灯')).toEqual(['楼道灯不亮'])
    expect(await titles('楼道 灯')).toEqual(['楼道灯不亮'])
    expect(await titles('电梯')).toEqual([])
    expect(await titles('😀')).toEqual([])
  })

  it.each([
    ['ＷＩＦＩ', '活动室WiFi断了'],
    ['402', '3单元402漏水'],
    ['3单元', '3单元402漏水'],
    ["'; drop table matters; --", undefined],
    ['%', undefined],
  ])('by %s: %s', async (q, expected) => {
    await add('活动室WiFi断了')
    await add('3单元402漏水')
    expect(await titles(q)).toEqual(expected ? [expected] : [])
  })

  it('is what the thing says now, or nothing when it may not be read any more', async () => {
    const id = await add('楼道灯不亮')
    texts.set(id, '楼道灯好了')
    expect(await titles('不亮')).toEqual(['楼道灯好了'])
    texts.delete(id)
    expect(await titles('不亮')).toEqual([])
  })

  it('follows its thing when that changes or goes', async () => {
    const id = await add('楼道灯不亮')
    await add('电梯坏了', { entryId: id, subject: { kind: 'matter', id } })
    expect([await titles('不亮'), await titles('电梯')]).toEqual([[], ['楼道灯不亮']])
    const { communityId } = place.community
    await server.db.transaction().execute((tx) => removeFromSearch(tx, { communityId, entryId: id }))
    expect(await titles('电梯')).toEqual([])
  })

  it('goes on page by page without a gap, also where it is frequent', async () => {
    for (let index = 0; index < 45; index += 1) await add(`灯${index}`)
    const pages = async () => {
      const first = await found('灯')
      const second = await found('灯', amei, first.nextCursor ?? '')
      const third = await found('灯', amei, second.nextCursor ?? '')
      expect([first.items.length, second.items.length, third.nextCursor]).toEqual([
        PAGE_SIZE,
        PAGE_SIZE,
        null,
      ])
      return [...first.items, ...second.items, ...third.items].map(({ title }) => title)
    }
    const newestFirst = Array.from({ length: 45 }, (_, index) => `灯${44 - index}`)
    expect(await pages()).toEqual(newestFirst)
    await manyOlder(1_100)
    expect(await titles('40')).toEqual(['灯40'])
    expect((await found('灯')).items.map(({ title }) => title)).toEqual(newestFirst.slice(0, PAGE_SIZE))
  })
})

/** More entries than are walked through first, all older than any made here. */
async function manyOlder(count: number): Promise<void> {
  const { communityId } = place.community
  const [model] = await server.db.selectFrom('search_entries').selectAll().limit(1).execute()
  if (!model) throw new Error('There is none to copy')
  const rows = Array.from({ length: count }, (_, index) => ({
    ...model,
    community_id: communityId,
    entry_id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    terms: model.terms.filter((term) => term.endsWith('灯')),
  }))
  await server.db.insertInto('search_entries').values(rows).execute()
}

describe('who finds what', () => {
  it('residents what neighbours may; staff also what is for staff of their places', async () => {
    await add('邻居看的灯')
    await add('给社区看的灯', { audience: 'staff' })
    const elsewhere = [
      place.community.communityId,
      place.community.otherBuildingId,
      place.community.otherGridId,
    ]
    await add('别的网格的灯', { audience: 'staff', placePath: elsewhere.slice(1) })
    expect(await titles('灯')).toEqual(['邻居看的灯'])
    expect(await titles('灯', worker)).toEqual(['给社区看的灯', '邻居看的灯'])
    expect(await titles('灯', staff)).toEqual(['给社区看的灯', '邻居看的灯'])
  })

  it('nobody anything of another community', async () => {
    await add('别处的灯', { at: place.otherCommunity })
    for (const who of [amei, staff]) expect(await titles('灯', who)).toEqual([])
  })

  it('whoever neither lives nor works here nothing at all', async () => {
    const visitor = await place.person()
    const answer = await server.call(searchEndpoint, {
      as: visitor.token,
      params: { communityId: place.community.communityId },
      query: { q: '灯' },
    })
    expect(answer).toMatchObject({ status: 403, body: { code: 'NOT_ALLOWED' } })
  })

  it('a post stands where its thing stands', async () => {
    const matterId = await add('楼道堆物', { audience: 'staff' })
    await add('我也看见了沙发', {
      kind: 'post',
      subject: { kind: 'matter', id: matterId },
      placePath: undefined,
      audience: 'staff',
    })
    expect(await titles('沙发', worker)).toEqual(['我也看见了沙发'])
    expect((await found('沙发', worker)).items[0]).toMatchObject({
      kind: 'post',
      subject: { kind: 'matter', id: matterId },
    })
  })
})

it('notices are found by title and text as long as they are in force', async () => {
  const params = { communityId: place.community.communityId }
  const { noticeId } = await server.ok(publishNoticeEndpoint, {
    as: staff.token,
    params,
    body: { placeId: place.community.buildingId, title: '周四停水', text: '清洗水箱，请提前接水' },
  })
  const find = (q: string) => server.ok(searchEndpoint, { as: amei.token, params, query: { q } })
  expect((await find('水箱')).items).toEqual([
    {
      entryId: noticeId,
      kind: 'notice',
      subject: { kind: 'notice', id: noticeId },
      title: '周四停水',
      snippet: '清洗水箱，请提前接水',
      placeName: '湖光苑 3号楼',
      at: NOW.toISOString(),
    },
  ])
  await server.ok(withdrawNoticeEndpoint, {
    as: staff.token,
    params: { ...params, noticeId },
    body: { reason: '改期了' },
  })
  expect((await find('水箱')).items).toEqual([])
})
