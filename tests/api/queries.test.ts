import { Client } from 'pg'
import { isWrite, type Endpoint } from '#core/contract'
import { ALL_ENDPOINTS } from '#server/endpoints'
import { createWechatClient } from '#server/platform/wechat/index'
import { startWechatServer } from '../wechat/protocol-server'
import { BUDGETS } from './budgets'
import type { Budget, Scene } from './budgets/budget'
import { buildBusybody } from './busybody'
import { manyRows } from './many-rows'
import { startTestServer, type CallInput } from './test-server'

jest.setTimeout(60_000)

let scene: Scene
let statements: string[] = []

beforeAll(async () => {
  const wechat = await startWechatServer()
  const server = await startTestServer({ parts: { wechat: createWechatClient(wechat.settings) } })
  const busy = await buildBusybody(server)
  scene = { server, wechat, busy, rows: manyRows(server, busy.place) }
  const query = Client.prototype.query
  jest.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...given: unknown[]) {
    const [first] = given
    statements.push(typeof first === 'string' ? first : (first as { text: string }).text)
    return (query as (...all: unknown[]) => unknown).apply(this, given)
  } as never)
})
afterAll(async () => {
  jest.restoreAllMocks()
  await scene.server.close()
  await scene.wechat.close()
})

const READS = BUDGETS.flatMap(({ reads }) => Object.entries(reads))
const WRITES = BUDGETS.flatMap(({ writes }) => Object.entries(writes))

async function countedCall({ endpoint, input }: Budget) {
  const given = (await input?.(scene)) ?? {}
  statements = []
  await scene.server.ok(endpoint, { ...(given as CallInput<Endpoint>), as: scene.busy.everywhere.token })
  return statements.filter((text) => !/^(begin|commit)/i.test(text))
}

it('has a budget for every endpoint', () => {
  const budgeted = new Set([...READS, ...WRITES].map(([, { endpoint }]) => endpoint))
  const missing = ALL_ENDPOINTS.filter((endpoint) => !budgeted.has(endpoint))
  expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([])
})

describe('reads within its budget', () => {
  it.each(READS)('with a row or two: %s', async (_name, budget) => {
    expect(isWrite(budget.endpoint)).toBe(false)
    const made = await countedCall(budget)
    expect({ count: made.length, made }).toEqual({ count: budget.statements, made })
  })

  describe('with twenty rows of everything', () => {
    beforeAll(async () => {
      for (const { twenty } of BUDGETS) await twenty?.(scene)
    })
    it.each(READS)('%s', async (_name, budget) => {
      expect(await countedCall(budget)).toHaveLength(budget.statements)
    })
  })
})

it.each(WRITES)('does it within its budget: %s', async (_name, budget) => {
  const made = await countedCall(budget)
  expect({ count: made.length, made }).toEqual({ count: budget.statements, made })
})
