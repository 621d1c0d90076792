import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { DestinationStream } from 'pino'
import {
  isWrite,
  OLDEST_CLIENT,
  type AnswerOf,
  type Endpoint,
  type ErrorBody,
  type InputOf,
} from '#core/contract'
import { createLocalCheck } from '#server/platform/content-check/index'
import { createDiskStore } from '#server/platform/files/index'
import { createMetrics, type Metrics } from '#server/platform/http/metrics'
import type { ServerParts } from '#server/platform/http/parts'
import { buildServer } from '#server/routes'
import { TEST_PHOTO_KEY } from '../builders/acting'
import { CONTACT_BOX } from '../builders/contact-box'
import { createTestDatabase, type TestDatabase } from '../postgres/test-database'

/** What a call sends; parts an endpoint doesn't have are left out. */
export interface CallInput<E extends Endpoint> {
  params?: InputOf<E['params']>
  query?: InputOf<E['query']>
  body?: InputOf<E['body']>
  /** Session token. */
  as?: string | undefined
  /** The file of an upload. */
  file?: Buffer
  /** Idempotency key; a new one when left out. */
  key?: string
}

export interface Answer<T> {
  status: number
  body: T
}

/** The HTTP server over a test database, called through the contract. */
export interface TestServer extends TestDatabase {
  app: FastifyInstance
  metrics: Metrics
  clock: { now: Date }
  parts: ServerParts
  call<E extends Endpoint>(
    endpoint: E,
    input: CallInput<E>,
  ): Promise<Answer<AnswerOf<E> & Partial<ErrorBody>>>
  /** The answer of a call that must succeed. */
  ok<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<AnswerOf<E>>
  close(): Promise<void>
}

interface Options {
  now?: string
  log?: DestinationStream
  parts?: Partial<ServerParts>
  trustProxy?: boolean
}

/** Starts a server without a port: calls go through Fastify's inject. Every answer is checked against its contract. */
export async function startTestServer({
  now = '2026-11-18T02:00:00.000Z',
  log,
  parts: given = {},
  trustProxy = false,
}: Options = {}): Promise<TestServer> {
  const database = await createTestDatabase()
  const folder = await mkdtemp(path.join(os.tmpdir(), 'linli-test-photos-'))
  const clock = { now: new Date(now) }
  const metrics = createMetrics()
  const parts: ServerParts = {
    db: database.db,
    now: () => clock.now,
    wechat: undefined,
    contactBox: CONTACT_BOX,
    sms: undefined,
    accessLog: undefined,
    contentCheck: createLocalCheck(),
    photos: createDiskStore(folder),
    photoKey: TEST_PHOTO_KEY,
    siteUrl: undefined,
    jurisdictionProfile: 'advisory',
    demoSignIn: true,
    oldestClient: OLDEST_CLIENT,
    checkAnswers: true,
    signInLimit: { max: 100_000, timeWindow: '1 minute' },
    callLimit: { max: 1_000_000, timeWindow: '1 minute' },
    addressLimit: { max: 1_000_000, timeWindow: '1 minute' },
    ...given,
  }
  const app = await buildServer(parts, {
    log: log ? { level: 'info', stream: log } : { level: 'silent' },
    trustProxy,
    metrics,
    siteRoot: undefined,
  })
  const call: TestServer['call'] = async (endpoint, input) => {
    const answer = await app.inject({
      method: endpoint.method,
      url: addressOf(endpoint, input),
      headers: headersOf(endpoint, input),
      ...payloadOf(input),
    })
    return { status: answer.statusCode, body: answer.json() }
  }
  return {
    ...database,
    app,
    metrics,
    clock,
    parts,
    call,
    ok: async (endpoint, input) => {
      const { status, body } = await call(endpoint, input)
      if (status !== 200)
        throw new Error(`${endpoint.method} ${endpoint.path} answered ${status}: ${JSON.stringify(body)}`)
      return body as AnswerOf<typeof endpoint>
    },
    close: async () => {
      await app.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The address of a call, with its parameters filled in. */
export function addressOf<E extends Endpoint>(endpoint: E, { params, query }: CallInput<E>): string {
  const values = (params ?? {}) as Record<string, string>
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
  const search = new URLSearchParams(
    Object.entries((query ?? {}) as Record<string, string | undefined>).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  ).toString()
  return `/api${path}${search ? `?${search}` : ''}`
}

function headersOf<E extends Endpoint>(
  endpoint: E,
  { as, body, file, key }: CallInput<E>,
): Record<string, string> {
  return {
    ...(as ? { authorization: `Bearer ${as}` } : {}),
    ...(isWrite(endpoint) ? { 'idempotency-key': key ?? randomUUID() } : {}),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(file === undefined ? {} : { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }),
  }
}

const BOUNDARY = 'test-boundary'

function payloadOf<E extends Endpoint>({ body, file }: CallInput<E>): { payload?: string | Buffer } {
  if (file !== undefined) return { payload: formOf(file) }
  return body === undefined ? {} : { payload: JSON.stringify(body) }
}

/** A form with files in it, as a phone sends it. */
export function formOf(...files: Buffer[]): Buffer {
  const head =
    'content-disposition: form-data; name="photo"; filename="photo.jpg"\r\ncontent-type: image/jpeg'
  const parts = files.flatMap((file) => [
    Buffer.from(`--${BOUNDARY}\r\n${head}\r\n\r\n`),
    file,
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)])
}
