import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { WechatSettings } from '#server/platform/wechat/index'
import { createPhoneDesk, type PhoneDesk } from './phone-desk'
import { createPictureDesk, type PictureDesk } from './picture-desk'
import { goWrong, refusal, sendPicture, sendText, type Trouble } from './trouble'

export type { Trouble } from './trouble'

/** How long a `wx.login` code lives (domain.md 11). */
const CODE_MS = 5 * 60_000

/** The addresses it answers at, by what one asks there. */
const PATHS = {
  '/sns/jscode2session': 'login',
  '/cgi-bin/stable_token': 'token',
  '/wxa/business/getuserphonenumber': 'phone',
  '/wxa/getwxacodeunlimit': 'picture',
} as const
export type Desk = (typeof PATHS)[keyof typeof PATHS]

/** A server that speaks WeChat's protocol over HTTP, as the mini-program's backend meets it. */
export interface WechatServer {
  settings: WechatSettings
  /** Every session_key that was ever handed out: none may turn up anywhere. */
  sessionKeys: string[]
  /** Queries of sign-ins as they arrived. */
  asked: URLSearchParams[]
  clock: { now: Date }
  /** Access tokens, and phone numbers behind the codes of a button. */
  phones: PhoneDesk
  /** Mini-program codes. */
  pictures: PictureDesk
  /** `wx.login` on the phone of the person with this openid. */
  login(openid: string): string
  /** The next question there (a sign-in, if nothing is said) answers with this error code, or goes wrong in this way. */
  failNext(how: number | Trouble, at?: Desk): void
  close(): Promise<void>
}

interface Login {
  openid: string
  madeAt: Date
  used: boolean
}

/** Starts it on a free port of loopback. */
export async function startWechatServer(): Promise<WechatServer> {
  const secret = randomBytes(16).toString('hex')
  const appid = `wx${randomBytes(8).toString('hex')}`
  const logins = new Map<string, Login>()
  const failures: Record<Desk, (number | Trouble)[]> = { login: [], token: [], phone: [], picture: [] }
  const open = new Set<ServerResponse>()
  const state = { sessionKeys: [] as string[], asked: [] as URLSearchParams[], clock: { now: new Date() } }
  const phones = createPhoneDesk({ appid, secret, now: () => state.clock.now })
  const pictures = createPictureDesk(phones)

  const exchange = (query: URLSearchParams): object => {
    if (query.get('appid') !== appid) return refusal(40013)
    if (query.get('secret') !== secret) return refusal(40125)
    const code = query.get('js_code')
    if (!code) return refusal(41008)
    const login = logins.get(code)
    if (!login || state.clock.now.getTime() - login.madeAt.getTime() > CODE_MS) return refusal(40029)
    if (login.used) return refusal(40163)
    login.used = true
    const sessionKey = randomBytes(16).toString('base64')
    state.sessionKeys.push(sessionKey)
    return { openid: login.openid, session_key: sessionKey }
  }
  const desks: Record<Desk, (query: URLSearchParams, body: string) => object | Buffer> = {
    login: exchange,
    token: (_, body) => phones.token(body),
    phone: (query, body) => phones.number(query, body),
    picture: (query, body) => pictures.draw(query, body),
  }
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://wechat')
    const desk = PATHS[pathname as keyof typeof PATHS]
    const body = await bodyOf(request)
    if (!desk || (request.method === 'POST') !== (desk !== 'login')) {
      response.writeHead(404).end()
      return
    }
    if (desk === 'login') state.asked.push(searchParams)
    const failure = failures[desk].shift()
    if (typeof failure === 'string') {
      goWrong(failure, response)
    } else {
      const said = failure === undefined ? desks[desk](searchParams, body) : refusal(failure)
      if (Buffer.isBuffer(said)) sendPicture(response, said)
      else sendText(response, JSON.stringify(said))
    }
  }
  const server = createServer((request, response) => {
    open.add(response)
    void answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    ...state,
    phones,
    pictures,
    settings: { appid, secret, baseUrl: `http://127.0.0.1:${port}` },
    login: (openid) => {
      const code = randomBytes(16).toString('hex')
      logins.set(code, { openid, madeAt: state.clock.now, used: false })
      return code
    },
    failNext: (how, at = 'login') => failures[at].push(how),
    close: async () => {
      for (const response of open) response.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
