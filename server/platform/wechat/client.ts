import { z } from 'zod/mini'
import { DomainError, type ErrorCode } from '#core/errors'
import { askWechat } from './ask'
import { createAccessToken } from './access-token'
import { drawCode } from './code-picture'
import { readPhone } from './phone'

export interface WechatSettings {
  appid: string
  secret: string
  baseUrl: string
}

export interface WechatClient {
  /** Exchanges a `wx.login` code for the person's openid. `session_key` is dropped here: nothing needs it. */
  openidOf(code: string): Promise<string>
  /** Exchanges the code of a `getPhoneNumber` button for the number, as 11 digits of the mainland. */
  phoneOf(code: string): Promise<string>
  /** The mini-program code (JPEG or PNG) that opens a page with this scene, of at most 32 characters. */
  codePicture(scene: string, page: string): Promise<Buffer>
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

/**
 * A client of WeChat's sign-in, phone number and mini-program codes. Its errors are DomainErrors; a wrong appid or secret counts as not set
 * up. `now` dates the access token.
 */
export function createWechatClient(
  settings: WechatSettings,
  now: () => Date = () => new Date(),
): WechatClient {
  const token = createAccessToken(settings, now)
  return {
    openidOf: async (code) => {
      const found = await exchange(settings, code)
      if (found.errcode) throw new DomainError(REFUSALS[found.errcode] ?? 'WECHAT_NOT_SET_UP')
      if (!found.openid) throw new DomainError('WECHAT_BUSY')
      return found.openid
    },
    phoneOf: (code) => readPhone(settings, token, code),
    codePicture: (scene, page) => drawCode(settings, token, { scene, page }),
  }
}

function exchange({ appid, secret, baseUrl }: WechatSettings, code: string) {
  const query = new URLSearchParams({ appid, secret, js_code: code, grant_type: 'authorization_code' })
  return askWechat(`${baseUrl}/sns/jscode2session?${query}`, answer)
}
