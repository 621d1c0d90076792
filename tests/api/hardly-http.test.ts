import { connect, type AddressInfo } from 'node:net'
import { complaint, readBody } from './answer-in-order'
import { startTestServer, type TestServer } from './test-server'

jest.setTimeout(60_000)

let server: TestServer
let port: number

beforeAll(async () => {
  server = await startTestServer()
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  port = (server.app.server.address() as AddressInfo).port
})
afterAll(() => server.close())

/** What comes back over a connection of its own when this text is sent. */
const onWire = (text: string) =>
  new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    const heard: Buffer[] = []
    socket.on('data', (chunk) => heard.push(chunk))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(Buffer.concat(heard).toString('utf8')))
    socket.setTimeout(5_000, () => socket.destroy())
  })

it.each([
  ['nonsense', '{"no":"http"}\r\n\r\n', 400],
  ['an unknown method', 'FETCH /api/me HTTP/1.1\r\nhost: x\r\n\r\n', 400],
  ['a head of 20 KB', `GET /api/me HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 413],
  ['an address of 1 MB', `GET /api/${'x'.repeat(1_000_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 413],
  [
    'two lengths',
    'POST /api/me HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nxx',
    400,
  ],
  ['a header split in two', 'GET /api/me HTTP/1.1\r\nhost: x\r\nx: a\rb\r\n\r\n', 400],
])('answers what is hardly HTTP in our words: %s', async (_what, text, status) => {
  const [head = '', body = ''] = (await onWire(text)).split('\r\n\r\n')
  expect(head.split(' ')[1]).toBe(String(status))
  expect(complaint({ status, body: readBody(body) })).toBeUndefined()
})

it('goes on serving after all of it', async () => {
  await onWire('{"no":"http"}\r\n\r\n')
  const answer = await onWire('GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')
  expect(answer.split(' ')[1]).toBe('200')
})
