import type { Database } from '#server/platform/db/index'
import type { WechatClient } from '#server/platform/wechat/index'

/** What the HTTP server is put together from; everything else follows from these. */
export interface ServerParts {
  db: Database
  now: () => Date
  /** Undefined where no WeChat appid is set. */
  wechat: WechatClient | undefined
  /** Demo persons may sign in: born as a demo, no WeChat, on loopback. */
  demoSignIn: boolean
  /** Parse every answer through its contract: in tests. */
  checkAnswers: boolean
  /** Sign-ins a minute per address. */
  signInLimit: { max: number; timeWindow: string }
  /** Calls a minute per person. */
  callLimit: { max: number; timeWindow: string }
  /** Calls a minute per address, whoever they say they are; a whole building may share one. */
  addressLimit: { max: number; timeWindow: string }
}

export const SIGN_IN_LIMIT = { max: 120, timeWindow: '1 minute' }
export const CALL_LIMIT = { max: 300, timeWindow: '1 minute' }
export const ADDRESS_LIMIT = { max: 3000, timeWindow: '1 minute' }
