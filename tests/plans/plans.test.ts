import { existsSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { isWrite } from '#core/contract'
import { ALL_ENDPOINTS } from '#server/endpoints'
import { idOf } from '../builders/big-district'
import { planOf, troublesOf } from '../postgres/plans'
import { PLANS } from '.'
import { fromText, KEPT_FILE, PlanBook, readWhole, type KeptPlan } from './kept'
import { BIGGEST, LOOKED_AT, startListener, type Listener } from './listener'
import type { AreaPlans, Look } from './look'

jest.setTimeout(120_000)

/** Asks nothing of these tables, or only where a demo was born. */
const ELSEWHERE = ['/demo/persons']

let listener: Listener
const book = new PlanBook()

/** Filling the district takes a minute, and longer where other work goes on beside it. */
const FILLED_WITHIN_MS = 300_000
beforeAll(async () => {
  listener = await startListener()
}, FILLED_WITHIN_MS)
afterAll(() => listener.close())

async function troublesDuring(look: Look, community: number = BIGGEST): Promise<string[]> {
  const asked = await listener.heardDuring(look, community)
  expect(asked.length).toBeGreaterThan(0)
  const troubles: string[] = []
  for (const { sql: text, parameters } of asked) {
    const plan = await planOf(listener.server.pool, text, parameters)
    troubles.push(...troublesOf(plan).map((trouble) => `${trouble}: ${text.replace(/\s+/g, ' ')}`))
  }
  return troubles
}

const looksOf = (kind: keyof AreaPlans) => PLANS.flatMap((area) => Object.entries(area[kind] ?? {}))

describe.each(LOOKED_AT)('in %s', (_name, community) => {
  it.each(looksOf('reads'))('%s is found by its index and comes in order', async (what, look) => {
    expect(await troublesDuring(look, community)).toEqual([])
    if (community !== BIGGEST) return
    await book.add(listener.server.pool, what, await listener.heardDuring(look, community))
  })

  it.each(looksOf('writes'))('%s looks up by index', async (_what, look) => {
    expect(await troublesDuring(look, community)).toEqual([])
  })
})

it.each(looksOf('once'))('%s looks up by index', async (_what, look) => {
  expect(await troublesDuring(look)).toEqual([])
})

it('a query that reads a whole table, or sorts more than a page, would be found', async () => {
  const whole: Look = ({ db }) => db.selectFrom('matters').select('title').where('title', '=', 'x').execute()
  expect(await troublesDuring(whole)).toEqual([expect.stringMatching(/^reads all of matters/)])
  const sorting: Look = ({ db }) =>
    sql`select title from matters where community_id = ${idOf('community', 1)} order by title limit 5`.execute(
      db,
    )
  expect((await troublesDuring(sorting)).join()).toMatch(/sorts \d+ rows/)
})

it('docs/plans keeps every statement that is asked: if not, `npm run plans` writes it anew', () => {
  const kept = existsSync(KEPT_FILE) ? fromText(readFileSync(KEPT_FILE, 'utf8')) : []
  const statements = (plans: readonly KeptPlan[]) => plans.map(({ of, statement }) => ({ of, statement }))
  expect(statements(kept)).toEqual(statements(book.plans))
  expect(kept.filter(({ plan }) => plan === '' || readWhole(plan).length > 0)).toEqual([])
})

it('a kept plan that reads a whole table would be found', () => {
  expect(readWhole('Nested Loop\n  ->  Seq Scan on matters at\n  ->  Seq Scan on regions')).toEqual([
    'Seq Scan on matters',
  ])
})

it('every read that the contract has was looked at', () => {
  const reads = ALL_ENDPOINTS.filter((endpoint) => !isWrite(endpoint)).map(({ path }) => path)
  expect(reads.filter((path) => !listener.looked.has(path) && !ELSEWHERE.includes(path))).toEqual([])
})
