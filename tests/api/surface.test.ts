import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import type { FastifyInstance } from 'fastify'
import { isWrite } from '#core/contract'
import { readMatterEndpoint } from '#core/matters'
import { ALL_ENDPOINTS } from '#server/endpoints'
import { serveMetrics } from '#server/platform/http/metrics'
import { buildNeighbourhood, type SignedInPerson } from '../builders/neighbourhood'
import { startTestServer, type TestServer } from './test-server'

jest.setTimeout(60_000)

let server: TestServer
let metricsApp: FastifyInstance
let person: SignedInPerson

beforeAll(async () => {
  server = await startTestServer()
  const place = await buildNeighbourhood(server.db, server.clock.now)
  person = await place.person()
  metricsApp = await serveMetrics(server.metrics, 0)
})
afterAll(async () => {
  await metricsApp.close()
  await server.close()
})

const get = (url: string, token?: string) =>
  server.app.inject({ url, headers: token ? { authorization: `Bearer ${token}` } : {} })

describe('health', () => {
  it('says that the process answers and that the database does', async () => {
    const answers = [await get('/healthz'), await get('/readyz')]
    expect(answers.map((answer) => [answer.statusCode, answer.json<unknown>()])).toEqual(
      Array(2).fill([200, { ok: true }]),
    )
  })

  it('tells the two apart when the database is gone', async () => {
    const other = await startTestServer()
    await other.pool.end()
    const ready = await other.app.inject('/readyz')
    const alive = await other.app.inject('/healthz')
    const call = await other.app.inject({
      url: '/api/me',
      headers: { authorization: `Bearer ${person.token}` },
    })
    expect([ready.statusCode, ready.json<{ code: string }>().code, alive.statusCode]).toEqual([
      503,
      'DATABASE_UNAVAILABLE',
      200,
    ])
    expect(call.statusCode).toBe(503)
    await other.app.close()
  })
})

describe('metrics', () => {
  it('count by pattern, on loopback alone, beside the server that everybody reaches', async () => {
    const matterId = '01a1ffec-8614-703c-8e1d-8d2c3d275ffb'
    await server.call(readMatterEndpoint, { as: person.token, params: { communityId: matterId, matterId } })
    const { port, address } = metricsApp.server.address() as AddressInfo
    expect(address).toBe('127.0.0.1')
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    expect(text).toContain(
      'http_requests_total{method="GET",route="/api/communities/:communityId/matters/:matterId",status="404"} 1',
    )
    expect(text).toContain('http_request_duration_seconds_bucket')
    expect([matterId, person.personId, person.token].filter((word) => text.includes(word))).toEqual([])
    expect((await get('/metrics')).statusCode).toBe(404)
  })

  it('are not reached over another address of the machine', async () => {
    const { port } = metricsApp.server.address() as AddressInfo
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((one) => one?.family === 'IPv4' && !one.internal)
    if (outside) await expect(fetch(`http://${outside.address}:${port}/metrics`)).rejects.toThrow()
  })
})

interface Operation {
  summary?: string
  security?: object[]
  parameters: { name: string; in: string; required: boolean; schema: object }[]
  requestBody?: { required: boolean; content: Record<string, { schema: object }> }
  responses: Record<string, { description: string; content: Record<string, { schema: { $ref?: string } }> }>
}
interface OpenApi {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { securitySchemes: Record<string, object>; schemas: Record<string, object> }
}

describe('the documentation', () => {
  const read = async () => (await get('/docs/json')).json<OpenApi>()

  it('is a page with its own scripts, and a document', async () => {
    const pageAnswer = await get('/docs')
    expect([pageAnswer.statusCode, pageAnswer.headers['content-type']]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ])
    expect(pageAnswer.body).not.toMatch(/(?:src|href)="https?:/)
    expect(await read()).toMatchObject({
      openapi: '3.1.0',
      info: { title: expect.any(String), version: expect.any(String) },
    })
  })

  it('covers every endpoint and nothing else', async () => {
    const { paths } = await read()
    const written = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    const meant = ALL_ENDPOINTS.map(
      ({ method, path }) => `${method.toLowerCase()} /api${path.replace(/:(\w+)/g, '{$1}')}`,
    )
    expect(written.sort()).toEqual(meant.sort())
  })

  it('has the shape OpenAPI 3.1 asks for', async () => {
    const document = await read()
    for (const [path, methods] of Object.entries(document.paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      for (const operation of Object.values(methods)) {
        const declared = operation.parameters.filter((parameter) => parameter.in === 'path')
        expect([path, declared.map(({ name }) => name).sort()]).toEqual([path, inPath.sort()])
        expect(declared.every(({ required }) => required)).toBe(true)
        expect(operation.summary).toMatch(/^\p{Script=Han}/u)
        expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['200', 'default']))
        const schemes = (operation.security ?? []).flatMap((one) => Object.keys(one))
        expect(schemes.every((name) => name in document.components.securitySchemes)).toBe(true)
        for (const { description, content } of Object.values(operation.responses)) {
          expect([typeof description, Object.keys(content)]).toEqual(['string', ['application/json']])
        }
      }
    }
    const references = JSON.stringify(document).match(/"\$ref":"[^"]+"/g) ?? []
    expect(new Set(references)).toEqual(new Set(['"$ref":"#/components/schemas/Error"']))
    expect(document.components.schemas.Error).toMatchObject({ type: 'object', required: ['code', 'message'] })
  })

  it.each(ALL_ENDPOINTS.map((endpoint) => ({ name: `${endpoint.method} ${endpoint.path}`, endpoint })))(
    'says who may call and what to send: $name',
    async ({ endpoint }) => {
      const { paths } = await read()
      const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`
      const operation = paths[path]?.[endpoint.method.toLowerCase()] as Operation
      expect(operation.security).toEqual(endpoint.access === 'anyone' ? [] : [{ session: [] }])
      const header = operation.parameters.find(({ name }) => name === 'Idempotency-Key')
      expect(header?.in).toBe(isWrite(endpoint) ? 'header' : undefined)
      expect(operation.requestBody?.required).toBe(endpoint.body || endpoint.upload ? true : undefined)
    },
  )
})

describe('headers', () => {
  it.each(['/api/me', '/api/communities', '/api/nothing', '/nothing', '/healthz'])(
    'are strict on %s',
    async (url) => {
      const { headers } = await get(url, person.token)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-type': 'application/json; charset=utf-8',
      })
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain("script-src 'self'")
      expect(headers['x-powered-by']).toBeUndefined()
    },
  )

  it('don’t move a site that is served without HTTPS to HTTPS: a phone in the same network must load it', async () => {
    const { headers } = await get('/healthz')
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests')
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  it('let nothing personal be kept by a cache on the way', async () => {
    expect((await get('/api/me', person.token)).headers['cache-control']).toBe('no-store')
  })
})
