import type { FastifyInstance } from 'fastify'
import {
  askPhoneCodeEndpoint,
  confirmPhoneEndpoint,
  giveConsentEndpoint,
  listContactReadingsEndpoint,
  readConsentsEndpoint,
  removePhoneEndpoint,
  takeWechatPhoneEndpoint,
  withdrawConsentEndpoint,
} from '#core/people'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { giveConsent, readConsents, withdrawConsent } from './consent'
import { listContactReadings } from './contact'
import { removePhone, takeWechatPhone } from './phone'
import { askPhoneCode, confirmPhone } from './phone-codes'

/** Routes of consent, of one's phone, and of who read it. */
export function contactRoutes(app: FastifyInstance, parts: ServerParts): void {
  const box = parts.contactBox
  register(app, parts, readConsentsEndpoint, (context) => readConsents(context))
  register(app, parts, giveConsentEndpoint, (context, { body }) => giveConsent(context, body))
  register(app, parts, withdrawConsentEndpoint, (context, { params }) =>
    withdrawConsent(context, params.document),
  )
  register(app, parts, askPhoneCodeEndpoint, (context, { body, address }) =>
    askPhoneCode(context, { box, sms: parts.sms }, { phone: body.phone, address }),
  )
  register(app, parts, confirmPhoneEndpoint, (context, { body }) => confirmPhone(context, box, body.code))
  register(app, parts, takeWechatPhoneEndpoint, (context, { body }) =>
    takeWechatPhone(context, { box, wechat: parts.wechat }, body.code),
  )
  register(app, parts, removePhoneEndpoint, (context) => removePhone(context, box))
  register(app, parts, listContactReadingsEndpoint, (context, { query }) =>
    listContactReadings(context, query.cursor),
  )
}
