import type { AccessLog } from '#server/platform/access-log'
import type { ContactBox } from '#server/platform/crypto/index'
import type { ContentCheck } from '#server/platform/content-check/index'
import type { Database } from '#server/platform/db/index'
import type { SmsSender } from '#server/platform/sms/index'
import type { FileStore } from '#server/platform/files/index'
import type { JurisdictionProfile } from '#core/votes'
import type { WechatClient } from '#server/platform/wechat/index'

/** What the HTTP server is put together from; everything else follows from these. */
export interface ServerParts {
  db: Database
  now: () => Date
  /** Undefined where no WeChat appid is set. */
  wechat: WechatClient | undefined
  /** Where the files of photos lie, and tables that wait to be brought in. */
  photos: FileStore
  /** Signs the addresses of photos; the same on all servers of one database. */
  photoKey: Buffer
  /** Where people open the site; undefined: wherever they ask from. */
  siteUrl: string | undefined
  /** Seals and finds phones. */
  contactBox: ContactBox
  /** Looks at words before neighbours see them. */
  contentCheck: ContentCheck
  /** Sends codes; undefined where there is neither a gateway nor a demo. */
  sms: SmsSender | undefined
  /** Keeps who called from which address, as the law asks; undefined in tests that don't look at it. */
  accessLog: AccessLog | undefined
  /** Whether the results of owners' votes bind here. */
  jurisdictionProfile: JurisdictionProfile
  /** Demo persons may sign in: born as a demo, no WeChat, on loopback. */
  demoSignIn: boolean
  /** Oldest version of the client that is served (core/contract/version.ts). */
  oldestClient: number
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
