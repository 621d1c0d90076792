import { z } from 'zod/mini'
import { cursor, endpoint, id, instant, pageOf } from '../contract'
import { ROLES } from '../permissions'
import { CONSENT_AGES, CONSENT_DOCUMENTS } from './consent'
import { CONTACT_SUBJECTS } from './contact'
import { meView } from './contract-me'
import { mobile, phoneCode } from './phone'

const document = z.enum(CONSENT_DOCUMENTS)
const noticePart = z.object({ title: z.string(), text: z.string() })

/** A notice and what the caller has said to it. */
export const consentView = z.object({
  document,
  version: z.string(),
  title: z.string(),
  asks: z.string(),
  parts: z.array(noticePart),
  withdrawing: z.string(),
  /** Agreed to the version in force: nothing more is asked. */
  agreed: z.boolean(),
  /** The last consent, of whatever version; null when there never was one. */
  last: z.nullable(
    z.object({
      version: z.string(),
      givenAt: instant,
      age: z.enum(CONSENT_AGES),
      withdrawnAt: z.nullable(instant),
    }),
  ),
})
export type ConsentView = z.output<typeof consentView>

const consents = z.object({ items: z.array(consentView) })

export const readConsentsEndpoint = endpoint({
  method: 'GET',
  path: '/me/consents',
  summary: '个人信息的说明，和我同意了什么',
  response: consents,
})

export const giveConsentEndpoint = endpoint({
  method: 'POST',
  path: '/me/consents',
  summary: '同意一份说明现在的这一版',
  body: z.object({ document, version: z.string().check(z.maxLength(40)), age: z.enum(CONSENT_AGES) }),
  response: consents,
})

export const withdrawConsentEndpoint = endpoint({
  method: 'DELETE',
  path: '/me/consents/:document',
  summary: '撤回同意；撤回个人信息的同意时，手机号一起删掉',
  params: z.object({ document }),
  response: consents,
})

export const askPhoneCodeEndpoint = endpoint({
  method: 'POST',
  path: '/me/phone-codes',
  summary: '要一个短信验证码',
  body: z.object({ phone: mobile }),
  response: z.object({ sentTo: z.string(), expiresAt: instant, nextAt: instant }),
})

export const confirmPhoneEndpoint = endpoint({
  method: 'PUT',
  path: '/me/phone',
  summary: '用短信验证码绑定手机号，或换一个',
  body: z.object({ code: phoneCode }),
  response: meView,
})

export const takeWechatPhoneEndpoint = endpoint({
  method: 'POST',
  path: '/me/phone/wechat',
  summary: '用微信给的手机号码绑定手机号，或换一个',
  body: z.object({ code: z.string().check(z.minLength(1), z.maxLength(256)) }),
  response: meView,
})

export const removePhoneEndpoint = endpoint({
  method: 'DELETE',
  path: '/me/phone',
  summary: '删掉手机号',
  response: meView,
})

export const contactReading = z.object({
  readingId: id,
  /** The name the reader signs with, and the office they read it in. */
  readerName: z.string(),
  readerRole: z.nullable(z.enum(ROLES)),
  subject: z.object({ kind: z.enum(CONTACT_SUBJECTS), id }),
  /** What the thing was called when it was read. */
  about: z.string(),
  at: instant,
})
export type ContactReading = z.output<typeof contactReading>

export const listContactReadingsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/contact-readings',
  summary: '谁看过我的电话，新的在前',
  params: z.object({ communityId: id }),
  query: z.object({ cursor }),
  response: pageOf(contactReading),
})
