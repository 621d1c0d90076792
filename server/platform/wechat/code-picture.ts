import { DomainError, type ErrorCode } from '#core/errors'
import { withToken, type AccessToken } from './access-token'
import { askWechatForPicture } from './ask'
import type { WechatSettings } from './client'

/** Pixels of a side: sharp on paper at 5 cm. */
const WIDTH = 430

/** Error codes of `/wxa/getwxacodeunlimit` [WeChat]; 41030: there is no such page in what was published. */
const REFUSALS: Record<number, ErrorCode> = {
  [-1]: 'WECHAT_BUSY',
  45009: 'WECHAT_BUSY',
  45011: 'WECHAT_BUSY',
}

/** Asks WeChat for a mini-program code, of which there may be any number. Throws WECHAT_BUSY or DOOR_SHEET_WECHAT. */
export async function drawCode(
  { baseUrl }: WechatSettings,
  tokens: AccessToken,
  { scene, page }: { scene: string; page: string },
): Promise<Buffer> {
  const found = await withToken(tokens, (query) =>
    askWechatForPicture(`${baseUrl}/wxa/getwxacodeunlimit?${query}`, { scene, page, width: WIDTH }),
  )
  if (found.picture) return found.picture
  throw new DomainError(REFUSALS[found.errcode ?? 0] ?? 'DOOR_SHEET_WECHAT')
}
