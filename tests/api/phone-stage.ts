import {
  askPhoneCodeEndpoint,
  confirmPhoneEndpoint,
  readMeEndpoint,
  takeWechatPhoneEndpoint,
} from '#core/people'
import { createHttpSender } from '#server/platform/sms/index'
import { createWechatClient } from '#server/platform/wechat/index'
import { buildNeighbourhood, type SignedInPerson } from '../builders/neighbourhood'
import { startSmsServer } from '../sms/gateway'
import { startWechatServer } from '../wechat/protocol-server'
import { openLogBook } from './log-book'
import { startTestServer } from './test-server'

export const MINUTE_MS = 60_000
export const DAY_MS = 24 * 60 * MINUTE_MS

interface By {
  as: SignedInPerson
  key?: string
}

/** A code that is not this one. */
export const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
/** What the owner of one of the stage's numbers sees. */
export const masked = (phone: string) => `137****${phone.slice(7)}`

/** A server with WeChat and an SMS gateway, and what people do there with their phones. */
export async function startPhoneStage() {
  const [wechat, sms] = await Promise.all([startWechatServer(), startSmsServer()])
  const log = openLogBook()
  const server = await startTestServer({
    log,
    parts: { wechat: createWechatClient(wechat.settings), sms: createHttpSender(sms.gateway) },
  })
  const place = await buildNeighbourhood(server.db, server.clock.now)
  let last = 0
  const ask = (phone: string, { as, key }: By) =>
    server.call(askPhoneCodeEndpoint, { as: as.token, body: { phone }, ...(key ? { key } : {}) })
  const confirm = (code: string, { as, key }: By) =>
    server.call(confirmPhoneEndpoint, { as: as.token, body: { code }, ...(key ? { key } : {}) })
  return {
    wechat,
    sms,
    log,
    server,
    place,
    ask,
    confirm,
    /** A number that no test used before. */
    newPhone: () => `1370000${String((last += 1)).padStart(4, '0')}`,
    take: (code: string, { as, key }: By) =>
      server.call(takeWechatPhoneEndpoint, { as: as.token, body: { code }, ...(key ? { key } : {}) }),
    phoneOf: async ({ token }: SignedInPerson) => (await server.ok(readMeEndpoint, { as: token })).phone,
    bind: async (phone: string, as: SignedInPerson) => {
      expect((await ask(phone, { as })).status).toBe(200)
      expect((await confirm(sms.codeAt(phone), { as })).status).toBe(200)
    },
    later: (ms: number) => {
      server.clock.now = new Date(server.clock.now.getTime() + ms)
    },
    close: () => Promise.all([server.close(), wechat.close(), sms.close()]),
  }
}

export type PhoneStage = Awaited<ReturnType<typeof startPhoneStage>>

// Read by the tests as they stand: each file has a stage of its own.
export let stage: PhoneStage
export let amei: SignedInPerson
export let laowu: SignedInPerson

type Otherwise = Partial<Parameters<PhoneStage['ask']>[1]>
export const ask = (phone: string, by: Otherwise = {}) => stage.ask(phone, { as: amei, ...by })
export const confirm = (code: string, by: Otherwise = {}) => stage.confirm(code, { as: amei, ...by })

/** Two persons without a phone for each test. Called once at the head of a file. */
export function setPhoneStage(): void {
  beforeAll(async () => {
    stage = await startPhoneStage()
  })
  afterAll(() => stage.close())
  beforeEach(async () => {
    amei = await stage.place.person('阿梅', { verified: false })
    laowu = await stage.place.person('老吴', { verified: false })
  })
}
