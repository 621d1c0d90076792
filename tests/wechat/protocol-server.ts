import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { WechatSettings } from '#server/platform/wechat/index'

/** How long a `wx.login` code lives (domain.md 11). */
const CODE_MS = 5 * 60_000

/** Answers WeChat gives instead of an openid [WeChat, code2Session]. */
export const ERRCODES = {
  '-1': 'system error',
  40013: 'invalid appid',
  40029: 'invalid code',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40226: 'code blocked',
  41008: 'missing code',
  45011: 'api minute-quota reach limit mustslower retry next minute',
} as const

/** What may go wrong between us and WeChat besides its error codes. */
export type Trouble =
  | 'no JSON'
  | 'JSON of another kind'
  | 'neither openid nor errcode'
  | 'hangs up'
  | 'never answers'
  | 'status 502'

/** A server that speaks WeChat's sign-in protocol over HTTP, as the mini-program's backend meets it. */
export interface WechatServer {
  settings: WechatSettings
  /** Every session_key that was ever handed out: none may turn up anywhere. */
  sessionKeys: string[]
  /** Queries as they arrived. */
  asked: URLSearchParams[]
  clock: { now: Date }
  /** `wx.login` on the phone of the person with this openid. */
  login(openid: string): string
  /** The next exchange answers with this error code, or goes wrong in this way. */
  failNext(how: number | Trouble): void
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
  const failures: (number | Trouble)[] = []
  const open = new Set<ServerResponse>()
  const state = { sessionKeys: [] as string[], asked: [] as URLSearchParams[], clock: { now: new Date() } }

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
  const server = createServer((request, response) => {
    open.add(response)
    answer(request, response, { exchange, failure: failures.shift(), asked: state.asked })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    ...state,
    settings: { appid, secret, baseUrl: `http://127.0.0.1:${port}` },
    login: (openid) => {
      const code = randomBytes(16).toString('hex')
      logins.set(code, { openid, madeAt: state.clock.now, used: false })
      return code
    },
    failNext: (how) => failures.push(how),
    close: async () => {
      for (const response of open) response.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Answering {
  exchange(query: URLSearchParams): object
  failure: number | Trouble | undefined
  asked: URLSearchParams[]
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { exchange, failure, asked }: Answering,
): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://wechat')
  asked.push(searchParams)
  if (pathname !== '/sns/jscode2session' || searchParams.get('grant_type') !== 'authorization_code') {
    response.writeHead(404).end()
    return
  }
  if (typeof failure === 'string') {
    goWrong(failure, response)
    return
  }
  sendText(response, JSON.stringify(failure === undefined ? exchange(searchParams) : refusal(failure)))
}

function goWrong(trouble: Trouble, response: ServerResponse): void {
  if (trouble === 'never answers') return
  if (trouble === 'hangs up') response.destroy()
  else if (trouble === 'status 502') response.writeHead(502).end('<html>Bad Gateway</html>')
  else if (trouble === 'no JSON') sendText(response, '<html>微信</html>')
  else if (trouble === 'JSON of another kind') sendText(response, '{"openid":{"$ne":null},"errcode":"0"}')
  else sendText(response, '{}')
}

/** WeChat labels its JSON as text. */
function sendText(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'text/plain' }).end(body)
}

function refusal(errcode: number): object {
  return { errcode, errmsg: ERRCODES[String(errcode) as unknown as keyof typeof ERRCODES] ?? 'unknown error' }
}
