import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { MatterView } from '#core/matters'
import { ALL_ENDPOINTS } from '#server/endpoints'
import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from '../builders/neighbourhood'
import { openLogBook, type LogBook } from './log-book'
import { startTestServer, type TestServer } from './test-server'

jest.setTimeout(60_000)

const ADDRESS = '203.0.113.77'
const DEVICE = 'SecretPhone'
const NICKNAME = '梅梅子'
const TITLE = '我家门口的灯一直不亮'
const TEXT = '我妈晚上出门摔了一跤\n住六楼'
const NOTE = '换了灯头，老太太说好了'

let log: LogBook
let server: TestServer
let place: Neighbourhood
let people: Record<'reporter' | 'visitor' | 'chief' | 'worker' | 'staff', SignedInPerson>

beforeAll(async () => {
  log = openLogBook()
  server = await startTestServer({ log })
  place = await buildNeighbourhood(server.db, server.clock.now)
  const { homeId, gridId, communityId } = place.community
  people = {
    reporter: await place.resident(homeId, { name: NICKNAME }),
    visitor: await place.person(NICKNAME),
    chief: await place.inOffice('grid_chief', gridId, { name: '陈国强' }),
    worker: await place.inOffice('grid_worker', gridId, { name: '张师傅' }),
    staff: await place.inOffice('community_staff', communityId, { name: '王敏' }),
  }
})
afterAll(() => server.close())

interface Sent {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  body?: object
  as?: SignedInPerson
}

async function send<Body>(path: string, { method = 'GET', body, as }: Sent = {}): Promise<Body> {
  const answer = await server.app.inject({
    method,
    url: `/api${path}`,
    remoteAddress: ADDRESS,
    headers: {
      'user-agent': `${DEVICE}/1.0`,
      'x-forwarded-for': '198.51.100.9',
      'idempotency-key': randomUUID(),
      ...(as ? { authorization: `Bearer ${as.token}` } : {}),
    },
    ...(body ? { payload: body } : {}),
  })
  return answer.json<Body>()
}

/** Reported with a door code, handled, disputed, solved; a home asked for, an office given; and what goes wrong beside. */
async function wholeStory(): Promise<string[]> {
  const { communityId, buildingId, gridId, homeId } = place.community
  const here = `/communities/${communityId}`
  const { visitor, chief, worker, staff } = people
  const { code } = await send<{ code: string }>(`${here}/places/${buildingId}/door-codes`, {
    method: 'POST',
    as: staff,
  })
  await send(`/door-codes/${code}`, { as: visitor })
  const body = {
    placeId: buildingId,
    doorCode: code,
    serviceCode: 'stair_lamp',
    title: TITLE,
    text: TEXT,
  }
  let matter = await send<MatterView>(`${here}/matters`, { method: 'POST', as: visitor, body })
  const act = async (as: SignedInPerson, name: string, more: object = {}) => {
    const url = `${here}/matters/${matter.matterId}/acts`
    matter = await send<MatterView>(url, {
      method: 'POST',
      as,
      body: { act: name, revision: matter.revision, ...more },
    })
  }
  await act(chief, 'acknowledge')
  await act(chief, 'assign', { team: { kind: 'grid', placeId: gridId } })
  await act(worker, 'start')
  await act(worker, 'resolve', { outcome: 'fixed', note: NOTE })
  await act(visitor, 'dispute', { note: TEXT })
  await act(worker, 'resolve', { outcome: 'fixed', note: NOTE })
  await act(visitor, 'confirm')
  expect(matter.state).toBe('closed')
  const asked = { homeId, relation: 'family', isAdult: true, note: NOTE }
  await send(`${here}/memberships`, { method: 'POST', as: visitor, body: asked })
  const me = await send<{ personCode: string }>('/me', { as: visitor })
  const grant = {
    personCode: me.personCode,
    role: 'building_head',
    placeId: buildingId,
    officialName: NICKNAME,
    endsAt: '2027-11-01T00:00:00.000Z',
    evidence: NOTE,
  }
  await send(`/regions/${communityId}/grants`, { method: 'POST', as: staff, body: grant })
  await send(`${here}/feed?cursor=${code}`, { as: people.reporter })
  await send(`/nowhere/${encodeURIComponent(TITLE)}?nickname=${encodeURIComponent(NICKNAME)}`)
  await send(`/%zz${code}`)
  await send(`${here}/matters/${code.repeat(8)}`)
  await send('/me', { method: 'PUT', as: visitor, body: { nickname: TITLE.repeat(20) } })
  return [code, me.personCode, matter.matterId, communityId]
}

it('tells nothing about persons: no name, words, token, code, id or address of anybody', async () => {
  const story = await wholeStory()
  const persons = Object.values(people).flatMap(({ personId, token }) => [personId, token])
  const private_ = [
    ADDRESS,
    '198.51.100.9',
    DEVICE,
    NICKNAME,
    TITLE,
    '摔了一跤',
    NOTE,
    '王敏',
    '张师傅',
    ...persons,
    ...story,
  ]
  const leaked = private_.filter(
    (word) => log.text().includes(word) || log.text().includes(encodeURIComponent(word)),
  )
  expect(log.lines().length).toBeGreaterThanOrEqual(16)
  expect(leaked).toEqual([])
})

it('has a line for each answer with its id, the pattern of its route, status and duration, and nothing else', () => {
  const patterns = [...ALL_ENDPOINTS.map(({ path }) => `/api${path}`), 'none', '/*']
  for (const line of log.lines()) {
    expect(Object.keys(line).sort()).toEqual([
      'level',
      'method',
      'ms',
      'msg',
      'reqId',
      'route',
      'status',
      'time',
    ])
    expect(patterns).toContain(line.route)
  }
  const ids = log.lines().map(({ reqId }) => reqId)
  expect(new Set(ids).size).toBe(ids.length)
})

it('says of a mistake of ours what it is and where, without the row it was about', async () => {
  await sql`create function forbid() returns trigger language plpgsql as
    $$ begin raise exception 'not this: % %', new.title, new.text; end $$`.execute(server.db)
  await sql`create trigger forbid before insert on matters for each row execute function forbid()`.execute(
    server.db,
  )
  const before = log.lines().length
  const body = { placeId: place.community.buildingId, serviceCode: 'stair_lamp', title: TITLE, text: TEXT }
  const answer = await send<object>(`/communities/${place.community.communityId}/matters`, {
    method: 'POST',
    as: people.reporter,
    body,
  })
  expect(answer).toEqual({ code: 'INTERNAL', message: expect.stringMatching(/^\p{Script=Han}/u) })
  const [mistake, answered] = log.lines().slice(before) as [Record<string, unknown>, Record<string, unknown>]
  expect(mistake).toMatchObject({
    level: 50,
    reqId: answered.reqId,
    err: { type: 'DatabaseError', code: 'P0001' },
  })
  expect(JSON.stringify(mistake)).toMatch(/report-matter/)
  expect(
    [TITLE, '摔了一跤', '住六楼'].filter((word) => JSON.stringify([mistake, answered]).includes(word)),
  ).toEqual([])
})
