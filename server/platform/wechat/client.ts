import { z } from 'zod/mini'
import { DomainError, type ErrorCode } from '#core/errors'

/** How long WeChat may take to answer, in milliseconds. */
const TIMEOUT_MS = 5_000

export interface WechatSettings {
  appid: string
  secret: string
  baseUrl: string
}

export interface WechatClient {
  /** Exchanges a `wx.login` code for the person's openid. `session_key` is dropped here: nothing needs it. */
  openidOf(code: string): Promise<string>
}

const answer = z.object({
  openid: z.optional(z.string().check(z.minLength(1))),
  errcode: z.optional(z.int()),
})

/** Error codes of `/sns/jscode2session` [WeChat, code2Session]. -1: system busy. */
const REFUSALS: Record<number, ErrorCode> = {
  [-1]: 'WECHAT_BUSY',
  40029: 'WECHAT_CODE_INVALID',
  40163: 'WECHAT_CODE_INVALID',
  41008: 'WECHAT_CODE_INVALID',
  40226: 'WECHAT_REFUSED',
  45011: 'WECHAT_BUSY',
}

/** A client of WeChat's sign-in. Its errors are DomainErrors; a wrong appid or secret counts as not set up. */
export function createWechatClient(settings: WechatSettings): WechatClient {
  return {
    openidOf: async (code) => {
      const found = await ask(settings, code)
      if (found.errcode) throw new DomainError(REFUSALS[found.errcode] ?? 'WECHAT_NOT_SET_UP')
      if (!found.openid) throw new DomainError('WECHAT_BUSY')
      return found.openid
    },
  }
}

async function ask(
  { appid, secret, baseUrl }: WechatSettings,
  code: string,
): Promise<z.output<typeof answer>> {
  const query = new URLSearchParams({ appid, secret, js_code: code, grant_type: 'authorization_code' })
  try {
    const response = await fetch(`${baseUrl}/sns/jscode2session?${query}`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return z.parse(answer, await response.json())
  } catch {
    // The address carries the secret: the error is not passed on, so that it can reach no log.
    throw new DomainError('WECHAT_BUSY')
  }
}
