import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from '#server/platform/context'
import { acting } from '../../tests/builders/acting'
import { CONTACT_BOX } from '../../tests/builders/contact-box'
import { buildNeighbourhood, type Neighbourhood } from '../../tests/builders/neighbourhood'
import { sentCode } from '../../tests/builders/phone-code'
import { createTestDatabase, type TestDatabase } from '../../tests/postgres/test-database'
import { withdrawConsent } from './consent'
import { isVerified } from './phone-repository'
import { takeWechatPhone } from './phone'
import { confirmPhone } from './phone-codes'

const NOW = new Date('2026-11-18T02:00:00.000Z')
let database: TestDatabase
let place: Neighbourhood
let context: Context
let personId: string

beforeAll(async () => {
  database = await createTestDatabase()
  place = await buildNeighbourhood(database.db, NOW)
})
afterAll(() => database.drop())
beforeEach(async () => {
  personId = (await place.person('阿梅', { verified: false })).personId
  context = await acting(database.db, personId, place.community.communityId, NOW)
})

/** Withdraws, and goes on once that is done or stands in the queue. */
async function beginWithdrawing(): Promise<{ done: Promise<unknown> }> {
  const done = withdrawConsent(context, 'privacy')
  await Promise.race([done, sleep(500)])
  return { done }
}

describe('a phone is gone when consent is withdrawn while it is saved', () => {
  it('from WeChat', async () => {
    let withdrawal: { done: Promise<unknown> } | undefined
    const wechat = {
      phoneOf: async () => {
        withdrawal = await beginWithdrawing()
        return '13900000001'
      },
    }
    await takeWechatPhone(context, { box: CONTACT_BOX, wechat: wechat as never }, 'code')
    await withdrawal?.done
    expect(await isVerified(database.db, personId)).toBe(false)
  })

  it('by a code', async () => {
    const code = await sentCode(database.db, personId, NOW)
    let confirmation: Promise<unknown> | undefined
    let withdrawal: { done: Promise<unknown> } | undefined
    await database.db.transaction().execute(async (tx) => {
      await tx.selectFrom('phone_codes').selectAll().where('person_id', '=', personId).forUpdate().execute()
      confirmation = confirmPhone(context, CONTACT_BOX, code)
      await sleep(200)
      withdrawal = await beginWithdrawing()
    })
    await Promise.all([confirmation, withdrawal?.done])
    expect(await isVerified(database.db, personId)).toBe(false)
  })
})
