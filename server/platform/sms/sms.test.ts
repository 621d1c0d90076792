import { startSmsServer, type SmsServer, type SmsTrouble } from '../../../tests/sms/gateway'
import { createConsoleSender, createHttpSender, SmsFailure } from '.'

let server: SmsServer
beforeAll(async () => {
  server = await startSmsServer()
})
afterAll(() => server.close())

it('hands phone and code over to the gateway', async () => {
  await createHttpSender(server.gateway).send('13800138000', '012345')
  expect(server.sent).toEqual([{ phone: '13800138000', code: '012345' }])
})

it.each<SmsTrouble>(['refuses', 'status 502', 'hangs up', 'never answers', 'sends elsewhere'])(
  'tells that it did not go out, with nothing personal in the error: %s',
  async (trouble) => {
    server.failNext(trouble)
    const error: unknown = await createHttpSender(server.gateway)
      .send('13800138000', '012345')
      .catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(SmsFailure)
    const told = JSON.stringify([error, String(error), (error as Error).stack, (error as Error).cause])
    expect(told).not.toMatch(new RegExp(`138|012345|${server.gateway.token}`))
  },
  15_000,
)

it('is told apart by its token', async () => {
  const stranger = createHttpSender({ ...server.gateway, token: 'guess' })
  await expect(stranger.send('13800138000', '012345')).rejects.toBeInstanceOf(SmsFailure)
  const nobody = createHttpSender({ url: 'http://127.0.0.1:1', token: 'any' })
  await expect(nobody.send('13800138000', '012345')).rejects.toBeInstanceOf(SmsFailure)
})

it('shows the code on the console of a demo', async () => {
  const shown: string[] = []
  await createConsoleSender((sentence) => shown.push(sentence)).send('13800138000', '012345')
  expect(shown).toEqual(['演示短信 → 13800138000：验证码 012345'])
})
