import { randomUUID } from 'node:crypto'
import { askPhoneCodeEndpoint, takeWechatPhoneEndpoint } from '#core/people'
import { buildNeighbourhood, type SignedInPerson } from '../builders/neighbourhood'
import type { SmsTrouble } from '../sms/gateway'
import { ask, confirm, DAY_MS, laowu, MINUTE_MS, setPhoneStage, stage } from './phone-stage'
import { startTestServer } from './test-server'

jest.setTimeout(60_000)

setPhoneStage()

describe('codes are limited', () => {
  it('to one a minute for a person, and for a phone whoever asks', async () => {
    const phone = stage.newPhone()
    await ask(phone)
    expect(await ask(stage.newPhone())).toMatchObject({ status: 429, body: { code: 'PHONE_CODE_TOO_SOON' } })
    expect(await ask(phone, { as: laowu })).toMatchObject({
      status: 429,
      body: { code: 'PHONE_CODE_TOO_SOON' },
    })
    stage.later(MINUTE_MS - 1)
    expect((await ask(phone)).body.code).toBe('PHONE_CODE_TOO_SOON')
    stage.later(1)
    expect((await ask(phone)).status).toBe(200)
  })

  it('to one when many are asked for at once', async () => {
    const phone = stage.newPhone()
    const sentBefore = stage.sms.sent.length
    const people = await Promise.all(Array.from({ length: 6 }, () => stage.place.person('众人')))
    const answers = await Promise.all([...people, ...people].map((as) => ask(phone, { as })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(stage.sms.sent.length - sentBefore).toBe(1)
  })

  it('to five a day for a person, and for a phone; the next day goes on', async () => {
    stage.server.clock.now = new Date('2026-11-20T01:00:00.000Z')
    for (let times = 0; times < 5; times += 1) {
      expect((await ask(stage.newPhone())).status).toBe(200)
      stage.later(MINUTE_MS)
    }
    expect(await ask(stage.newPhone())).toMatchObject({ status: 429, body: { code: 'PHONE_CODE_TOO_MANY' } })
    const phone = stage.newPhone()
    for (let times = 0; times < 5; times += 1) {
      expect((await ask(phone, { as: await stage.place.person('路人') })).status).toBe(200)
      stage.later(MINUTE_MS)
    }
    expect((await ask(phone, { as: laowu })).body.code).toBe('PHONE_CODE_TOO_MANY')
    stage.later(DAY_MS)
    expect((await ask(phone)).status).toBe(200)
  })

  it('to fifty a day from one address, and nothing of the others is used up by a refusal', async () => {
    stage.later(DAY_MS)
    const from = (remoteAddress: string, as: SignedInPerson) =>
      stage.server.app.inject({
        method: 'POST',
        url: '/api/me/phone-codes',
        remoteAddress,
        headers: { authorization: `Bearer ${as.token}`, 'idempotency-key': randomUUID() },
        payload: { phone: stage.newPhone() },
      })
    for (let times = 0; times < 50; times += 1)
      expect((await from('203.0.113.9', await stage.place.person('邻居'))).statusCode).toBe(200)
    const refused = await from('203.0.113.9', laowu)
    expect(refused.json<{ code: string }>().code).toBe('PHONE_CODE_TOO_MANY')
    expect((await from('203.0.113.10', laowu)).statusCode).toBe(200)
  })
})

describe('when the message does not go out', () => {
  beforeEach(() => stage.later(DAY_MS))

  it.each<SmsTrouble>(['refuses', 'status 502', 'hangs up', 'never answers', 'sends elsewhere'])(
    'it says so, and the same call tries once more: %s',
    async (trouble) => {
      const phone = stage.newPhone()
      const key = randomUUID()
      stage.sms.failNext(trouble)
      expect(await ask(phone, { key })).toMatchObject({ status: 503, body: { code: 'SMS_NOT_SENT' } })
      expect(stage.sms.codeAt(phone)).toBe('')
      expect((await ask(phone, { key })).status).toBe(200)
      expect((await ask(phone, { key })).status).toBe(200)
      expect(stage.sms.sent.filter((message) => message.phone === phone)).toHaveLength(1)
      expect((await confirm(stage.sms.codeAt(phone))).status).toBe(200)
    },
  )

  it('a call is repeated a few times while its code holds, and no more', async () => {
    const phone = stage.newPhone()
    const key = randomUUID()
    const tries = async (count: number) => {
      const codes: (string | undefined)[] = []
      for (let times = 0; times < count; times += 1) codes.push((await ask(phone, { key })).body.code)
      return codes
    }
    for (let times = 0; times < 3; times += 1) stage.sms.failNext('sends, then hangs up')
    expect(await tries(5)).toEqual([
      ...Array<string>(3).fill('SMS_NOT_SENT'),
      ...Array<string>(2).fill('PHONE_CODE_TOO_MANY'),
    ])
    expect(stage.sms.sent.filter((message) => message.phone === phone)).toHaveLength(3)
    expect((await confirm(stage.sms.codeAt(phone))).status).toBe(200)
  })

  it('a call whose code no longer holds sends nothing any more', async () => {
    const phone = stage.newPhone()
    const key = randomUUID()
    stage.sms.failNext('refuses')
    expect((await ask(phone, { key })).body.code).toBe('SMS_NOT_SENT')
    stage.later(10 * MINUTE_MS)
    expect(await ask(phone, { key })).toMatchObject({ status: 429, body: { code: 'PHONE_CODE_TOO_MANY' } })
    expect(stage.sms.codeAt(phone)).toBe('')
  })

  it('a message that came all the same is good', async () => {
    const phone = stage.newPhone()
    stage.sms.failNext('sends, then hangs up')
    expect((await ask(phone)).body.code).toBe('SMS_NOT_SENT')
    expect((await confirm(stage.sms.codeAt(phone))).status).toBe(200)
  })

  it('where no gateway is set up, it says what to do instead', async () => {
    const without = await startTestServer()
    const there = await buildNeighbourhood(without.db, without.clock.now)
    const { token } = await there.person()
    const codes = await without.call(askPhoneCodeEndpoint, { as: token, body: { phone: stage.newPhone() } })
    const button = await without.call(takeWechatPhoneEndpoint, { as: token, body: { code: 'code' } })
    await without.close()
    expect(codes).toMatchObject({ status: 503, body: { code: 'SMS_NOT_SET_UP' } })
    expect(button).toMatchObject({ status: 503, body: { code: 'WECHAT_PHONE_NOT_SET_UP' } })
  })
})
