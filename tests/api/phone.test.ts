import { randomUUID } from 'node:crypto'
import { PHONE_CODE_TRIES, removePhoneEndpoint } from '#core/people'
import { enforceVerified, isVerified, readPhoneOf } from '#server/people/index'
import { CONTACT_BOX } from '../builders/contact-box'
import type { SignedInPerson } from '../builders/neighbourhood'
import type { Trouble } from '../wechat/protocol-server'
import {
  amei,
  ask,
  confirm,
  DAY_MS,
  laowu,
  masked,
  MINUTE_MS,
  type PhoneStage,
  setPhoneStage,
  stage,
  wrong,
} from './phone-stage'
import { tracesOf, wholeDatabase } from './whole-database'

jest.setTimeout(60_000)

setPhoneStage()

type By = Partial<Parameters<PhoneStage['ask']>[1]>
const take = (code: string, by: By = {}) => stage.take(code, { as: amei, ...by })
const phoneOf = (person: SignedInPerson) => stage.phoneOf(person)
const bind = (phone: string, as = amei) => stage.bind(phone, as)

describe('typed, with a code', () => {
  it('is bound, and shown masked to its owner only', async () => {
    const phone = stage.newPhone()
    const asked = await ask(` +86 ${phone.slice(0, 3)}-${phone.slice(3)} `)
    expect(asked).toMatchObject({ status: 200, body: { sentTo: masked(phone) } })
    expect(await isVerified(stage.server.db, amei.personId)).toBe(false)
    await expect(enforceVerified(stage.server.db, amei.personId)).rejects.toMatchObject({
      code: 'PHONE_REQUIRED',
    })
    const bound = await confirm(stage.sms.codeAt(phone))
    expect(bound).toMatchObject({ status: 200, body: { phone: masked(phone) } })
    expect(await phoneOf(amei)).toBe(masked(phone))
    await expect(enforceVerified(stage.server.db, amei.personId)).resolves.toBeUndefined()
    expect(await readPhoneOf(stage.server.db, CONTACT_BOX, amei.personId)).toBe(phone)
    expect(await readPhoneOf(stage.server.db, CONTACT_BOX, laowu.personId)).toBeUndefined()
  })

  it('a code is good once, for who asked, for ten minutes', async () => {
    const phone = stage.newPhone()
    await ask(phone)
    const code = stage.sms.codeAt(phone)
    expect(await confirm(code, { as: laowu })).toMatchObject({
      status: 400,
      body: { code: 'PHONE_CODE_INVALID' },
    })
    expect((await confirm(code)).status).toBe(200)
    expect(await confirm(code)).toMatchObject({ status: 400, body: { code: 'PHONE_CODE_INVALID' } })
    stage.later(MINUTE_MS)
    await ask(stage.newPhone())
    const second = stage.sms.sent[stage.sms.sent.length - 1]?.code ?? ''
    stage.later(10 * MINUTE_MS)
    expect((await confirm(second)).body.code).toBe('PHONE_CODE_INVALID')
  })

  it('the newest code counts, and no older one', async () => {
    const [first, second] = [stage.newPhone(), stage.newPhone()]
    await ask(first)
    stage.later(MINUTE_MS)
    await ask(second)
    const old = await confirm(stage.sms.codeAt(first))
    if (stage.sms.codeAt(first) !== stage.sms.codeAt(second)) expect(old.body.code).toBe('PHONE_CODE_INVALID')
    expect((await confirm(stage.sms.codeAt(second))).body).toMatchObject({ phone: masked(second) })
  })

  it('counts wrong codes, though they are refused, and is spent after five', async () => {
    const phone = stage.newPhone()
    await ask(phone)
    const code = stage.sms.codeAt(phone)
    const heard: (string | undefined)[] = []
    for (let tries = 0; tries < PHONE_CODE_TRIES; tries += 1)
      heard.push((await confirm(wrong(code))).body.code)
    expect(heard).toEqual([...Array(PHONE_CODE_TRIES - 1).fill('PHONE_CODE_INVALID'), 'PHONE_CODE_SPENT'])
    expect(await confirm(code)).toMatchObject({
      status: 409,
      body: { code: 'PHONE_CODE_SPENT', field: 'code' },
    })
    expect(await phoneOf(amei)).toBeNull()
  })

  it('of many wrong codes at once no more than five are tried', async () => {
    const phone = stage.newPhone()
    await ask(phone)
    const code = stage.sms.codeAt(phone)
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(wrong(code))))
    const invalid = answers.filter(({ body }) => body.code === 'PHONE_CODE_INVALID')
    expect(invalid).toHaveLength(PHONE_CODE_TRIES - 1)
    expect((await confirm(code)).body.code).toBe('PHONE_CODE_SPENT')
  })

  it('a wrong code that is repeated under its key counts once', async () => {
    const phone = stage.newPhone()
    await ask(phone)
    const code = stage.sms.codeAt(phone)
    const key = randomUUID()
    for (let times = 0; times < 8; times += 1)
      expect((await confirm(wrong(code), { key })).body.code).toBe('PHONE_CODE_INVALID')
    expect((await confirm(code)).status).toBe(200)
  })

  it('the right code twice at once binds once', async () => {
    const phone = stage.newPhone()
    await ask(phone)
    const code = stage.sms.codeAt(phone)
    const answers = await Promise.all([confirm(code), confirm(code)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
    expect(await phoneOf(amei)).toBe(masked(phone))
  })

  it('is changed for another one, and removed', async () => {
    const [first, second] = [stage.newPhone(), stage.newPhone()]
    await bind(first)
    stage.later(MINUTE_MS)
    await bind(second)
    expect(await phoneOf(amei)).toBe(masked(second))
    await bind(first, laowu)
    for (let times = 0; times < 2; times += 1)
      expect((await stage.server.ok(removePhoneEndpoint, { as: amei.token })).phone).toBeNull()
    expect(await isVerified(stage.server.db, amei.personId)).toBe(false)
    expect(await phoneOf(laowu)).toBe(masked(first))
  })

  it.each(['', '1380013800', '12345678901', '110', '13800138000; drop table phones'])(
    'is no phone: %j',
    async (phone) => {
      expect(await ask(phone)).toMatchObject({ status: 400, body: { code: 'PHONE_INVALID', field: 'phone' } })
    },
  )

  it.each(['', '12345', 'abcdef', '1234567'])('is no code: %j', async (code) => {
    expect(await confirm(code)).toMatchObject({
      status: 400,
      body: { code: 'PHONE_CODE_INVALID', field: 'code' },
    })
  })
})

describe('one phone, one person', () => {
  it('is told to whoever proves to hold a phone that is bound already, and to nobody who only asks', async () => {
    const phone = stage.newPhone()
    await bind(phone)
    stage.later(MINUTE_MS)
    expect((await ask(phone, { as: laowu })).status).toBe(200)
    expect(await confirm(stage.sms.codeAt(phone), { as: laowu })).toMatchObject({
      status: 409,
      body: { code: 'PHONE_TAKEN', message: expect.stringMatching(/请用原来的微信/) },
    })
    expect(await phoneOf(laowu)).toBeNull()
    await stage.server.ok(removePhoneEndpoint, { as: amei.token })
    expect((await confirm(stage.sms.codeAt(phone), { as: laowu })).status).toBe(200)
  })

  it('of two persons at once one has it, the other keeps what they had', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await stage.place.person('甲'), await stage.place.person('乙')]
      const before = [await phoneOf(one), await phoneOf(other)]
      const phone = stage.newPhone()
      const answers = await Promise.all(
        [one, other].map((as) => take(stage.wechat.phones.press(phone), { as })),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const now = [await phoneOf(one), await phoneOf(other)]
      const lucky = answers[0]?.status === 200 ? 0 : 1
      expect(now[lucky]).toBe(masked(phone))
      expect(now[1 - lucky]).toBe(before[1 - lucky])
    }
  })
})

describe('by WeChat’s button', () => {
  it('is bound at once, and the same call repeated spends no second code', async () => {
    const phone = stage.newPhone()
    const code = stage.wechat.phones.press(phone)
    const key = randomUUID()
    const first = await take(code, { key })
    expect(first).toMatchObject({ status: 200, body: { phone: masked(phone) } })
    expect(await take(code, { key })).toEqual(first)
    expect(await take(code)).toMatchObject({ status: 400, body: { code: 'WECHAT_PHONE_REFUSED' } })
  })

  it.each<[number | Trouble, string]>([
    [40029, 'WECHAT_PHONE_REFUSED'],
    [-1, 'WECHAT_BUSY'],
    [48001, 'WECHAT_PHONE_NOT_SET_UP'],
    ['hangs up', 'WECHAT_BUSY'],
    ['no JSON', 'WECHAT_BUSY'],
  ])(
    'keeps what was there when WeChat answers %s, and lets the same call try again',
    async (how, refusal) => {
      const before = stage.newPhone()
      await take(stage.wechat.phones.press(before))
      const code = stage.wechat.phones.press(stage.newPhone())
      const key = randomUUID()
      stage.wechat.failNext(how, 'phone')
      expect((await take(code, { key })).body.code).toBe(refusal)
      expect(await phoneOf(amei)).toBe(masked(before))
      expect((await take(code, { key })).status).toBe(200)
    },
  )
})

describe('nobody learns a phone or a code', () => {
  it('from the database, the answers or the log', async () => {
    stage.later(DAY_MS)
    const phone = stage.newPhone()
    stage.sms.failNext('refuses')
    await ask(phone)
    stage.later(MINUTE_MS)
    const answers = [await ask(phone), await confirm(wrong(stage.sms.codeAt(phone)))]
    const code = stage.sms.codeAt(phone)
    answers.push(await confirm(code))
    const button = stage.newPhone()
    answers.push(await take(stage.wechat.phones.press(button), { as: laowu }))
    const kept = await wholeDatabase(stage.server.db)
    const secrets = [phone, button, stage.sms.gateway.token, ...stage.wechat.phones.tokens]
    expect(secrets.filter((secret) => tracesOf(secret).some((trace) => kept.includes(trace)))).toEqual([])
    const told = `${JSON.stringify(answers)}${stage.log.text()}`
    expect([...secrets, code].filter((secret) => told.includes(secret))).toEqual([])
  })

  it('from a row that was moved to another person or changed: its owner sees stars and can replace it', async () => {
    await take(stage.wechat.phones.press(stage.newPhone()))
    const sealed = CONTACT_BOX.seal('13800000000', `phone of ${laowu.personId}`)
    await stage.server.db
      .updateTable('phones')
      .set({ sealed })
      .where('person_id', '=', amei.personId)
      .execute()
    expect(await phoneOf(amei)).toBe('****')
    await expect(readPhoneOf(stage.server.db, CONTACT_BOX, amei.personId)).rejects.toThrow()
    const phone = stage.newPhone()
    await take(stage.wechat.phones.press(phone))
    expect(await phoneOf(amei)).toBe(masked(phone))
  })
})
