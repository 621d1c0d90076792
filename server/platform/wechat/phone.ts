import { z } from 'zod/mini'
import { DomainError, type ErrorCode } from '#core/errors'
import { mobileIn } from '#core/people'
import { withToken, type AccessToken } from './access-token'
import { askWechat } from './ask'
import type { WechatSettings } from './client'

const answer = z.object({
  errcode: z.optional(z.int()),
  phone_info: z.optional(z.object({ purePhoneNumber: z.string(), countryCode: z.string() })),
})

/** Error codes of `/wxa/business/getuserphonenumber` [WeChat]. */
const REFUSALS: Record<number, ErrorCode> = {
  [-1]: 'WECHAT_BUSY',
  40029: 'WECHAT_PHONE_REFUSED',
  40163: 'WECHAT_PHONE_REFUSED',
  45009: 'WECHAT_BUSY',
  45011: 'WECHAT_BUSY',
}

/** The number behind a button's code. A token that is over is changed once; the code is not spent by that. */
export async function readPhone(
  { baseUrl }: WechatSettings,
  tokens: AccessToken,
  code: string,
): Promise<string> {
  const found = await withToken(tokens, (query) =>
    askWechat(`${baseUrl}/wxa/business/getuserphonenumber?${query}`, answer, { code }),
  )
  if (found.errcode) throw new DomainError(REFUSALS[found.errcode] ?? 'WECHAT_PHONE_NOT_SET_UP')
  if (!found.phone_info) throw new DomainError('WECHAT_BUSY')
  const phone = found.phone_info.countryCode === '86' && mobileIn(found.phone_info.purePhoneNumber)
  if (!phone) throw new DomainError('PHONE_INVALID')
  return phone
}
