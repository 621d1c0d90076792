import { randomUUID } from 'node:crypto'
import { isWrite, type ErrorBody } from '#core/contract'
import { createWechatClient } from '#server/platform/wechat/index'
import { startWechatServer, type WechatServer } from '../../wechat/protocol-server'
import { startTestServer, type Answer, type TestServer } from '../test-server'
import type { Chapter, MatrixCall, Prepared } from './call'
import { buildCast, EVERYONE, type Who } from './cast'
import { setStage, type Stage } from './stage'
import { readTable, type Column } from './table'

let server: TestServer
let wechat: WechatServer
let stage: Stage

/** One test for each column of each chapter: everybody calls, and gets the status that is written. */
export function describeChapters(chapters: readonly Chapter[]): void {
  beforeAll(async () => {
    wechat = await startWechatServer()
    server = await startTestServer({ parts: { wechat: createWechatClient(wechat.settings) } })
    stage = setStage(server, wechat, await buildCast(server))
  })
  afterAll(async () => {
    await server.close()
    await wechat.close()
  })
  describe.each(chapters)('$about', ({ table, columns }) => {
    const written = readTable(table)
    beforeAll(() => stage.clear())
    it('calls what its table names', () => {
      expect(Object.keys(columns)).toEqual(Object.keys(written))
    })
    it.each(Object.keys(written))('%s', async (name) => {
      const call = columns[name] as MatrixCall
      const before = await auditEntries()
      const { statuses, unlikeUnknown } = await askEverybody(call)
      expect(statuses).toEqual(written[name])
      expect(unlikeUnknown).toEqual([])
      const allowed = EVERYONE.filter((who) => statuses[who] === 200).length
      expect((await auditEntries()) - before).toBe(call.audited * allowed)
    })
  })
}

/**
 * Everybody's answer, and for whom a 404 reads otherwise than that of something that doesn't exist. What was refused
 * changed nothing, so its scene serves the next person; what was done needs a new one.
 */
async function askEverybody(call: MatrixCall): Promise<{ statuses: Column; unlikeUnknown: Who[] }> {
  const statuses: Partial<Column> = {}
  const unlikeUnknown: Who[] = []
  let prepared: Prepared | undefined
  let unknown: Answer<unknown> | undefined
  for (const who of EVERYONE) {
    prepared ??= await call.prepare(stage, who)
    const answer = await ask(prepared, who)
    statuses[who] = answer.status
    if (answer.status === 404) {
      unknown ??= await ask(ofUnknown(prepared), who)
      if (!sameAnswer(answer, unknown)) unlikeUnknown.push(who)
    }
    if (who === 'nobody' || (answer.status === 200 && isWrite(call.endpoint))) prepared = undefined
  }
  return { statuses: statuses as Column, unlikeUnknown }
}

function ask({ endpoint, input }: Prepared, who: Who): Promise<Answer<Partial<ErrorBody>>> {
  return server.call(endpoint, { ...input, as: stage.tokenOf(who) })
}

/** The same call about something that doesn't exist: the last id of its address is nobody's. */
function ofUnknown({ endpoint, input }: Prepared): Prepared {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name as string)
  const params = {
    ...(input.params as Record<string, string>),
    [names[names.length - 1] as string]: randomUUID(),
  }
  return { endpoint, input: { ...input, params } as Prepared['input'] }
}

function sameAnswer(one: Answer<unknown>, other: Answer<unknown>): boolean {
  return one.status === other.status && JSON.stringify(one.body) === JSON.stringify(other.body)
}

async function auditEntries(): Promise<number> {
  const { count } = await server.db
    .selectFrom('audit_entries')
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
