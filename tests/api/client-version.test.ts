import { CLIENT_HEADER, clientName } from '#core/contract'
import { startTestServer, type TestServer } from './test-server'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ parts: { oldestClient: 3 } })
})
afterAll(() => server.close())

const ask = (url: string, said?: string) =>
  server.app.inject({ method: 'GET', url, headers: said === undefined ? {} : { [CLIENT_HEADER]: said } })

describe('an old client', () => {
  it('is told to update, in words, before anybody asks who it is', async () => {
    const answer = await ask('/api/me', clientName('weapp', 2))
    expect(answer.statusCode).toBe(426)
    expect(answer.json()).toEqual({
      code: 'CLIENT_TOO_OLD',
      message: '现在用的是旧版本，请更新；写好的都留着',
    })
  })

  it.each([clientName('weapp', 3), clientName('h5', 4), 'curl/8', undefined])(
    'is not %s: it is asked to sign in as ever',
    async (said) => {
      expect((await ask('/api/me', said)).statusCode).toBe(401)
    },
  )

  it('may still ask whether the server lives', async () => {
    expect((await ask('/healthz', clientName('h5', 1))).statusCode).not.toBe(426)
  })

  it('writes nothing', async () => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/sessions/demo',
      headers: { [CLIENT_HEADER]: clientName('weapp', 1) },
      payload: {},
    })
    expect(answer.statusCode).toBe(426)
  })
})
