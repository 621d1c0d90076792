import { sql } from 'kysely'
import { z } from 'zod/mini'
import { isWrite, type Endpoint } from '#core/contract'
import { ALL_ENDPOINTS } from '#server/endpoints'
import { createWechatClient } from '#server/platform/wechat/index'
import { jpeg } from '../photos/samples'
import { startWechatServer, type WechatServer } from '../wechat/protocol-server'
import { complaint, type Heard } from './answer-in-order'
import { buildBusybody, SECRET, type Busybody } from './busybody'
import { HINTS } from './hints'
import { fieldsOf, sampleOf, withField, type Field } from './schema-walker'
import { startTestServer, type CallInput, type TestServer } from './test-server'

jest.setTimeout(120_000)

let server: TestServer
let wechat: WechatServer
let busy: Busybody
let photo: Buffer

beforeAll(async () => {
  wechat = await startWechatServer()
  server = await startTestServer({ parts: { wechat: createWechatClient(wechat.settings) } })
  busy = await buildBusybody(server)
  photo = await jpeg()
})
afterAll(async () => {
  await server.close()
  await wechat.close()
})

const TEXTS = [
  '',
  'x'.repeat(1_000_000),
  '字'.repeat(20_000),
  '👨‍👩‍👧‍👦🏳️‍🌈',
  '\u202Eevil\u202C \t\u2066x\u2069',
  '\u0000',
  'a\u0000\u001B[31m',
  '<img src=x onerror=alert(1)>',
  "'; drop table x; --",
  '%00\\u0000',
  '../../etc/passwd',
  '__proto__',
  'a\r\nSet-Cookie: a=b',
  '9'.repeat(400),
  '0000-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  '00000000-0000-0000-0000-000000000000',
]
const HALF_EMOJI = '\uD83D'
const WRONG_TYPES = [
  null,
  true,
  0,
  -0,
  1.5,
  1e308,
  Number('-9007199254740993'),
  [],
  {},
  [[[]]],
  [null],
  { $ne: null },
  HALF_EMOJI,
]
const PARTS = ['params', 'query', 'body'] as const
type Part = (typeof PARTS)[number]

const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`
const fieldsIn = (endpoint: Endpoint, part: Part) =>
  fieldsOf(endpoint[part]).map((field) => ({ part, ...field }))
const everyField = (endpoint: Endpoint) => PARTS.flatMap((part) => fieldsIn(endpoint, part))

/** What has a form of its own, by the field's name; null: left out, for what is only asked of a poll. */
const GIVEN: Record<string, string | null> = {
  cursor: '',
  phone: '13800138000',
  callerPhone: '13800138000',
  options: null,
  maxChoices: null,
  after: '0',
}

/** A call with which nothing is wrong, as far as its fields go. */
function goodCall(endpoint: Endpoint): CallInput<Endpoint> {
  const pick = (name: string) => (name in GIVEN ? GIVEN[name] : busy.ids[name])
  const parts = PARTS.map((part) => [part, sampleOf(endpoint[part], pick)])
  return {
    ...Object.fromEntries(parts),
    ...(endpoint.upload ? { file: photo } : {}),
  } as CallInput<Endpoint>
}

/** A typed code is no door code, by which its field is called too. */
const UNLIKE = new Set(['PUT /me/phone'])

const replace = (
  input: CallInput<Endpoint>,
  { part, path, kind }: Field & { part: Part },
  value: unknown,
) => {
  const leaf = kind === 'key' && typeof value === 'string' ? namedSo(value) : value
  return { ...input, [part]: withField(input[part], path, leaf) } as CallInput<Endpoint>
}

/** A record with one name, whatever it is: `__proto__` too. */
const namedSo = (name: string): unknown => JSON.parse(`{${JSON.stringify(name)}: "approve"}`)

/** Makes a call with each value in each field, and tells which answers were not in order. */
async function complaints(
  endpoint: Endpoint,
  fields: (Field & { part: Part })[],
  values: readonly unknown[],
  as: string,
) {
  const found: string[] = []
  for (const field of fields) {
    for (const value of values) {
      const answer = await server.call(endpoint, { ...replace(goodCall(endpoint), field, value), as })
      const wrong = complaint(answer as Heard)
      if (wrong)
        found.push(`${field.part}.${field.path.join('.')} = ${JSON.stringify(value).slice(0, 60)}: ${wrong}`)
    }
  }
  return found
}

describe.each(ALL_ENDPOINTS.map((endpoint) => ({ name: nameOf(endpoint), endpoint })))(
  '$name',
  ({ endpoint }) => {
    const fields = everyField(endpoint)
    it('is tried with what fits its contract', () => {
      const good = goodCall(endpoint)
      const unfit = PARTS.filter((part) => endpoint[part] && !z.safeParse(endpoint[part], good[part]).success)
      if (!UNLIKE.has(nameOf(endpoint))) expect(unfit).toEqual([])
    })

    it('takes any text in any field calmly', async () => {
      expect(await complaints(endpoint, fields, TEXTS, busy.everywhere.token)).toEqual([])
    })

    it('takes any other type in its body calmly', async () => {
      const inBody = fields.filter(({ part }) => part === 'body')
      expect(await complaints(endpoint, inBody, WRONG_TYPES, busy.everywhere.token)).toEqual([])
    })

    it('lets no id of another community through', async () => {
      const before = await otherCommunity()
      const ids = fields.filter(({ path }) => lastName(path) in busy.otherIds)
      for (const field of ids) {
        const name = lastName(field.path)
        const input = replace(goodCall(endpoint), field, busy.otherIds[name])
        const { status, body } = await server.call(endpoint, { ...input, as: busy.local.token })
        expect([name, complaint({ status, body: body as Heard['body'] })]).toEqual([name, undefined])
        expect(JSON.stringify(body)).not.toContain(SECRET)
        const names = isWrite(endpoint) || (field.part === 'params' && !REGIONS.has(name))
        const harmless = HARMLESS.has(`${name} ${nameOf(endpoint)}`)
        if (names && !harmless) expect([name, status]).not.toEqual([name, 200])
      }
      expect(await otherCommunity()).toEqual(before)
    })
  },
)

/** What is read of a whole community is for its matrix: places are public, one's own things are empty there. */
const REGIONS = new Set(['communityId', 'regionId'])

/** Ids that mean nothing across a border, as the areas say. */
const HARMLESS = new Set(HINTS.flatMap(({ harmless = [] }) => harmless))
const TABLES = HINTS.flatMap(({ tables = [] }) => tables)

const lastName = (path: Field['path']): string =>
  path
    .filter((step) => typeof step === 'string')
    .slice(-1)
    .join('')

/** Where a stranger may ask for something for themselves: a home there, or to help. */
const ASKED_FOR = ['memberships', 'volunteer_requests']

/** Who answers such a request is told of it. */
function notOf(table: string, personId: string) {
  if (ASKED_FOR.includes(table)) return sql`and person_id <> ${personId}`
  if (table !== 'inbox_groups') return sql``
  return sql`and subject_id not in (select request_id from volunteer_requests where person_id = ${personId})`
}

/** Everything of the other community that an act could change. */
async function otherCommunity(): Promise<unknown[]> {
  const { communityId } = busy.otherIds
  const found: unknown[] = []
  for (const table of TABLES) {
    const stranger = notOf(table, busy.local.personId)
    const rows =
      await sql`select * from ${sql.table(table)} where community_id = ${communityId} ${stranger} order by 1, 2, 3`.execute(
        server.db,
      )
    found.push(rows.rows)
  }
  return [
    ...found,
    await server.db
      .selectFrom('role_grants')
      .selectAll()
      .where('region_id', '=', communityId ?? '')
      .execute(),
  ]
}
