import { randomUUID } from 'node:crypto'
import { connect, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { uploadPhotoEndpoint } from '#core/photos'
import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from '../builders/neighbourhood'
import { createMemoryStore, type MemoryStore } from '../photos/memory-store'
import * as samples from '../photos/samples'
import { formOf, startTestServer, type TestServer } from './test-server'

jest.setTimeout(60_000)

let server: TestServer
let store: MemoryStore
let place: Neighbourhood
let amei: SignedInPerson
let params: { communityId: string }
let port: number

beforeAll(async () => {
  store = createMemoryStore()
  server = await startTestServer({ parts: { photos: store } })
  place = await buildNeighbourhood(server.db, server.clock.now)
  params = { communityId: place.community.communityId }
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  port = (server.app.server.address() as AddressInfo).port
})
afterAll(() => server.close())
beforeEach(async () => {
  amei = await place.resident(place.community.homeId)
})

const upload = (file: Buffer, { token }: SignedInPerson = amei) =>
  server.call(uploadPhotoEndpoint, { as: token, params, file })
/** The head of an upload over a real connection; what follows is up to the test. */
const head = (length: number) =>
  [
    `POST /api/communities/${params.communityId}/photos HTTP/1.1`,
    'host: localhost',
    `authorization: Bearer ${amei.token}`,
    `idempotency-key: ${randomUUID()}`,
    'content-type: multipart/form-data; boundary=test-boundary',
    `content-length: ${length}`,
    '\r\n',
  ].join('\r\n')

it('one that is cut off leaves nothing, and the server goes on', async () => {
  const form = formOf(await samples.jpeg(800, 600))
  const socket = connect(port, '127.0.0.1')
  socket.write(head(form.length))
  socket.write(form.subarray(0, form.length / 2))
  await sleep(150)
  socket.destroy()
  await sleep(150)
  expect(await server.db.selectFrom('photos').selectAll().execute()).toEqual([])
  expect(store.files.size).toBe(0)
  expect((await upload(await samples.jpeg())).status).toBe(200)
})

it('one that announces too much is told so before it is read', async () => {
  const socket = connect(port, '127.0.0.1')
  socket.write(head(1_000_000_000))
  const answer = await new Promise<Buffer>((resolve) => socket.once('data', resolve))
  expect(answer.toString()).toMatch(/^HTTP\/1.1 413 /)
  socket.destroy()
})

it('one who trickles many keeps nobody else waiting, and goes on when they are over', async () => {
  const sockets = Array.from({ length: 3 }, () => connect(port, '127.0.0.1'))
  for (const socket of sockets) socket.write(head(1_000))
  await sleep(150)
  const file = await samples.jpeg()
  expect(await upload(file)).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } })
  const other = await place.resident(place.community.homeId)
  expect((await upload(file, other)).status).toBe(200)
  for (const socket of sockets) socket.destroy()
  await sleep(150)
  expect((await upload(file)).status).toBe(200)
})

it('twenty people at once all come through', async () => {
  const file = await samples.jpeg(1200, 900)
  const people = await Promise.all(Array.from({ length: 20 }, () => place.resident(place.community.homeId)))
  const answers = await Promise.all(
    people.map(async ({ token }) =>
      fetch(`http://127.0.0.1:${port}/api/communities/${params.communityId}/photos`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'idempotency-key': randomUUID(),
          'content-type': 'multipart/form-data; boundary=test-boundary',
        },
        body: new Uint8Array(formOf(file)),
      }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
})
