import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod/mini'
import { isWrite, type Endpoint } from '#core/contract'
import { listMyMattersEndpoint } from '#core/matters'
import { listPlacesEndpoint } from '#core/places'
import { ALL_ENDPOINTS } from '#server/endpoints'
import { complaint, readBody, type Heard } from './answer-in-order'
import { buildBusybody, type Busybody } from './busybody'
import { HINTS } from './hints'
import { fieldsOf, neededOf, sampleOf } from './schema-walker'
import { addressOf, startTestServer, type CallInput, type TestServer } from './test-server'

jest.setTimeout(120_000)

let server: TestServer
let busy: Busybody

beforeAll(async () => {
  server = await startTestServer()
  busy = await buildBusybody(server)
})
afterAll(() => server.close())

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'OPTIONS' | 'HEAD'
interface Sent {
  method: string
  url: string
  headers?: Record<string, string>
  payload?: string | Buffer
}

async function send({ method, url, headers = {}, payload }: Sent): Promise<Heard & { text: string }> {
  const answer = await server.app.inject({
    method: method as Method,
    url,
    headers: {
      authorization: `Bearer ${busy.everywhere.token}`,
      'idempotency-key': randomUUID(),
      ...headers,
    },
    ...(payload === undefined ? {} : { payload }),
  })
  return { status: answer.statusCode, body: readBody(answer.body), text: answer.body }
}

const hasCursor = ({ query }: Endpoint) => fieldsOf(query).some(({ path }) => path[0] === 'cursor')
const LISTS = ALL_ENDPOINTS.filter(hasCursor).map((endpoint) => ({ name: endpoint.path, endpoint }))
const WRITES = ALL_ENDPOINTS.filter(isWrite).map((endpoint) => ({
  name: `${endpoint.method} ${endpoint.path}`,
  endpoint,
}))
const withList: Record<string, string> = Object.assign({}, ...HINTS.map(({ lists }) => lists))
/** The consent that is withdrawn here is the one that no call below needs. */
const pick = (name: string) => (name === 'document' ? 'public_words' : busy.ids[name])
const urlOf = (endpoint: Endpoint, cursor?: string) =>
  addressOf(endpoint, {
    params: sampleOf(endpoint.params, pick),
    query: { ...neededOf(endpoint.query, pick), list: withList[endpoint.path], cursor },
  } as CallInput<Endpoint>)

/**
 * The vote there is open, as who has not voted asks for: what each home chose is nobody’s to see. Nothing of it is on paper,
 * and who asks counts none.
 */
const NOT_SHOWN: Record<string, number> = {
  // Before there are enough signatures nobody sees which units signed.
  '/communities/:communityId/demands/:demandId/signatures': 403,
  '/communities/:communityId/votes/:voteId/choices': 403,
  '/communities/:communityId/votes/:voteId/envelopes': 409,
  '/communities/:communityId/votes/:voteId/envelopes-to-key': 403,
}

describe('a cursor that was tampered with', () => {
  const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const CURSORS = [
    randomBytes(24).toString('base64url'),
    randomBytes(300).toString('base64url'),
    '!!!',
    '🙂',
    'bm90IGpzb24',
    ...['', 0, null, true, {}, [], [null], [[]], [1], ['x'], ['\u0000'], ['\u0000', '\u0000']].map(cursor),
    cursor([randomUUID()]).slice(0, -5),
    cursor([randomUUID(), randomUUID()]),
    cursor(['\u0000', randomUUID()]),
    cursor(['2026-01-01T00:00:00.000Z', '\u0000']),
    cursor(['0000-01-01T00:00:00.000Z', 'x']),
    cursor(['9999-12-31T23:59:59.999Z', 'x']),
    cursor(['2026-99-99T00:00:00.000Z', 'x']),
    cursor({ 0: randomUUID(), length: 1 }),
    cursor([`${randomUUID()}' or '1'='1`]),
    'A'.repeat(512),
    'A'.repeat(513),
  ]

  it.each(LISTS)('is refused or harmless: $name', async ({ endpoint }) => {
    for (const given of CURSORS) {
      const answer = await send({ method: 'GET', url: urlOf(endpoint, given) })
      expect([given, complaint(answer)]).toEqual([given, undefined])
    }
  })

  it.each(LISTS)('is never taken for the first page: $name', async ({ endpoint }) => {
    for (const given of ['!!!', 'bm90IGpzb24', cursor([]), cursor([1]), cursor({})]) {
      const answer = await send({ method: 'GET', url: urlOf(endpoint, given) })
      expect([given, answer.status, answer.body.code]).toEqual([given, 400, 'CURSOR_INVALID'])
    }
    const first = await send({ method: 'GET', url: urlOf(endpoint, '') })
    expect(first.status).toBe(NOT_SHOWN[endpoint.path] ?? 200)
  })

  it('gives of another list only what one may see in this one', async () => {
    const params = { communityId: busy.ids.communityId as string }
    const foreign = cursor([busy.otherIds.matterId])
    const page = await server.ok(listMyMattersEndpoint, {
      as: busy.local.token,
      params,
      query: { cursor: foreign },
    })
    expect(page.items.every((item) => item.mine)).toBe(true)
    const ofPlaces = { as: busy.local.token, params, query: { cursor: foreign } }
    expect((await server.call(listPlacesEndpoint, ofPlaces)).body.code).toBe('CURSOR_INVALID')
  })
})

describe('a body that is none', () => {
  const deep = '['.repeat(20_000) + ']'.repeat(20_000)
  const nested = '{"a":'.repeat(8_000) + '1' + '}'.repeat(8_000)
  const BODIES = [
    '',
    ' ',
    'no json',
    '{',
    '{"a":1',
    "{'a':1}",
    'null',
    'true',
    '1',
    '"text"',
    '[]',
    '[{}]',
    '{}',
    deep,
    nested,
  ]
  const PROTOTYPES = [
    '{"__proto__":{"act":"acknowledge"}}',
    '{"constructor":{"prototype":{"x":1}}}',
    '{"a":{"__proto__":1}}',
    `{"nickname":"小林","__proto__":{"isLead":true}}`,
  ]
  const NUMBERS = [
    '{"revision":1e400}',
    '{"revision":123456789012345678901234567890}',
    `{"revision":${'9'.repeat(50_000)}}`,
  ]

  /** Nothing in it is needed; what the contract doesn’t name is left out. */
  const mayBeEmpty = (body: NonNullable<Endpoint['body']>) => z.safeParse(body, {}).success
  const isObject = (payload: string) => {
    try {
      return payload.trim().startsWith('{') && Boolean(JSON.parse(payload))
    } catch {
      return false
    }
  }

  it.each(WRITES)('is refused: $name', async ({ endpoint }) => {
    for (const payload of [...BODIES, ...PROTOTYPES, ...NUMBERS, `{"junk":${deep}}`]) {
      const answer = await send({
        method: endpoint.method,
        url: urlOf(endpoint),
        headers: { 'content-type': 'application/json' },
        payload,
      })
      expect([payload.slice(0, 40), complaint(answer)]).toEqual([payload.slice(0, 40), undefined])
      if (endpoint.body && !(mayBeEmpty(endpoint.body) && isObject(payload)))
        expect([payload.slice(0, 40), answer.status]).not.toEqual([payload.slice(0, 40), 200])
    }
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  it.each(WRITES.filter(({ endpoint }) => endpoint.body))('must be JSON: $name', async ({ endpoint }) => {
    const types = [
      'text/plain',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json; charset=utf-16',
      '/',
      'x'.repeat(200),
    ]
    for (const type of types) {
      const answer = await send({
        method: endpoint.method,
        url: urlOf(endpoint),
        headers: { 'content-type': type },
        payload: 'a=1',
      })
      expect([type, complaint(answer)]).toEqual([type, undefined])
      expect([400, 415]).toContain(answer.status)
    }
  })

  it('may be 64 KB and no more', async () => {
    const junk = (length: number) => JSON.stringify({ nickname: '小林', junk: 'x'.repeat(length) })
    const json = { 'content-type': 'application/json' }
    expect((await send({ method: 'PUT', url: '/api/me', headers: json, payload: junk(60_000) })).status).toBe(
      200,
    )
    const tooLarge = await send({ method: 'PUT', url: '/api/me', headers: json, payload: junk(1_000_000) })
    expect(tooLarge).toMatchObject({ status: 413, body: { code: 'BODY_TOO_LARGE' } })
  })

  it('has no depth that counts: what the contract doesn’t name is left out', async () => {
    const payload = `{"nickname":"小林","junk":${deep}}`
    const answer = await send({
      method: 'PUT',
      url: '/api/me',
      headers: { 'content-type': 'application/json' },
      payload,
    })
    expect(answer.status).toBe(200)
  })
})

describe('an address or a method that is none', () => {
  it.each([
    '/api',
    '/api/',
    '/api//me',
    '/api/me/',
    '/api/ME',
    '/api/%',
    '/api/%zz',
    '/api/%ED%A0%80',
    '/api/%00',
    '/api/communities/%00/home',
    '/api/communities/%ED%A0%80/home',
    `/api/communities/${'x'.repeat(5_000)}/home`,
    '/api/communities/undefined/home',
    '/api/__proto__',
    '/api/constructor/prototype',
    '/.env',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/nothing?cursor[__proto__]=1&a[]=1&a[]=2',
  ])('is not found: %s', async (url) => {
    const answer = await send({ method: 'GET', url })
    expect([answer.status, complaint(answer)]).toEqual([404, undefined])
  })

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'LOCK', 'SEARCH'])(
    '%s is not for everything',
    async (method) => {
      const answer = await send({ method, url: '/api/communities' })
      expect([answer.status, complaint(answer)]).toEqual([404, undefined])
    },
  )

  it('reads each query parameter once', async () => {
    for (const query of [
      'cursor=a&cursor=b',
      'cursor[]=a',
      'cursor[x]=a',
      '__proto__=x',
      'a'.repeat(5_000),
      '%zz=%',
      '=&&=',
    ]) {
      const answer = await send({ method: 'GET', url: `/api/communities?${query}` })
      expect([query.slice(0, 20), complaint(answer)]).toEqual([query.slice(0, 20), undefined])
    }
  })
})
