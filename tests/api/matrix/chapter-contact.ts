import {
  askPhoneCodeEndpoint,
  confirmPhoneEndpoint,
  giveConsentEndpoint,
  listContactReadingsEndpoint,
  NOTICES,
  readConsentsEndpoint,
  removePhoneEndpoint,
  takeWechatPhoneEndpoint,
  withdrawConsentEndpoint,
} from '#core/people'
import { newId } from '#server/platform/db/index'
import { anyPhone, sentCode } from '../../builders/phone-code'
import { calls, type Chapter } from './call'
import type { Who } from './cast'
import type { Stage } from './stage'

const idOf = ({ persons }: Stage, who: Who) => (who === 'nobody' ? newId() : persons[who].personId)

/** domain.md 10: consent and phone are one's own, whoever one is; so is the list of who read it. */
export const CONSENT_AND_PHONE: Chapter = {
  about: 'one’s own consent and phone',
  columns: {
    consents: calls(readConsentsEndpoint)(() => ({})),
    agree: calls(giveConsentEndpoint)(() => ({
      body: { document: 'privacy', version: NOTICES.privacy.version, age: 'over_14' },
    })),
    withdraw: calls(withdrawConsentEndpoint)(() => ({ params: { document: 'public_words' } })),
    'ask a code': calls(askPhoneCodeEndpoint)(({ server }) => {
      server.parts.sms = { send: () => Promise.resolve() }
      return { body: { phone: anyPhone() } }
    }),
    'type it': calls(confirmPhoneEndpoint)(async (stage, who) => ({
      body: { code: await sentCode(stage.server.db, idOf(stage, who), stage.server.clock.now) },
    })),
    button: calls(takeWechatPhoneEndpoint)(({ wechat }) => ({
      body: { code: wechat.phones.press(anyPhone()) },
    })),
    remove: calls(removePhoneEndpoint)(() => ({})),
    readings: calls(listContactReadingsEndpoint)(({ place }) => ({
      params: { communityId: place.community.communityId },
      query: {},
    })),
  },
  table: `
                   | consents | agree | withdraw | ask a code | type it | button | remove | readings
nobody             | 401      | 401   | 401      | 401        | 401     | 401    | 401    | 401
everyone signed in | 200      | 200   | 200      | 200        | 200     | 200    | 200    | 200`,
}
