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
import { contactReadings } from '../../builders/contact-readings'
import { anyPhone, sentCode } from '../../builders/phone-code'
import { HERE, ONCE, read, WHO, write, type AreaBudgets, type Budget, type Scene } from './budget'

const SAVED = 3 // the key's fingerprint; the phone before, deleted; the new one
const ME = 2 // the person; communities

const reads: Record<string, Budget> = {
  'my consents': read(readConsentsEndpoint, WHO + 1),
  'who read my phone': read(listContactReadingsEndpoint, HERE + 1),
}

const withdraw = (document: 'privacy' | 'public_words', statements: number): Budget => ({
  endpoint: withdrawConsentEndpoint,
  statements,
  input: () => ({ params: { document } }),
})

const writes: Record<string, Budget> = {
  'ask for a code': write(askPhoneCodeEndpoint, WHO + ONCE + 6, ({ server }) => {
    server.parts.sms = { send: () => Promise.resolve() }
    return { phone: anyPhone() }
  }), // consent; counted for person, phone and address; saved; the code made when it goes out
  'type the code': write(confirmPhoneEndpoint, WHO + ONCE + 3 + SAVED + ME, async ({ server, busy }) => ({
    code: await sentCode(server.db, busy.everywhere.personId, server.clock.now),
  })), // consent; locked; the code deleted
  'take WeChat’s phone': write(takeWechatPhoneEndpoint, WHO + ONCE + 1 + SAVED + ME, async ({ wechat }) => ({
    code: wechat.phones.press(anyPhone()),
  })), // consent
  'remove the phone': { endpoint: removePhoneEndpoint, statements: WHO + ONCE + 2 + ME }, // phone; code
  'withdraw what neighbours read': withdraw('public_words', WHO + ONCE + 2), // ended; read
  'withdraw consent': withdraw('privacy', WHO + ONCE + 4), // ended; phone, code; read
  'give consent': write(giveConsentEndpoint, WHO + ONCE + 2, () => ({
    document: 'privacy',
    version: NOTICES.privacy.version,
    age: 'over_14',
  })), // saved; read
}

async function twenty(scene: Scene): Promise<void> {
  const { personId } = scene.busy.everywhere
  const { communityId } = scene.busy.place.community
  await contactReadings(scene.server.db, 20, { communityId, ownerId: personId, readerId: personId })
}

/** Consent, one's phone, and who read it. */
export const contactBudgets: AreaBudgets = { reads, writes, twenty }
