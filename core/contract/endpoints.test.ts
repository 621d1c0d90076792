import { z } from 'zod/mini'
import * as inbox from '../inbox'
import * as matters from '../matters'
import * as notices from '../notices'
import * as organisations from '../organisations'
import * as people from '../people'
import * as photos from '../photos'
import * as places from '../places'
import * as search from '../search'
import type { Endpoint } from './endpoint'

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value
const ENDPOINTS = [inbox, matters, notices, organisations, people, photos, places, search]
  .flatMap((area): [string, unknown][] => Object.entries(area))
  .filter((entry): entry is [string, Endpoint] => isEndpoint(entry[1]))
const keysOf = (schema: Endpoint['params']) =>
  schema instanceof z.ZodMiniObject ? Object.keys(schema.shape) : []

describe('every endpoint', () => {
  it.each(ENDPOINTS)(
    '%s names in its path what it takes as parameters, and has a line in Chinese',
    (_name, spec) => {
      const named = spec.path
        .split('/')
        .filter((part) => part.startsWith(':'))
        .map((part) => part.slice(1))
      expect(named.sort()).toEqual(keysOf(spec.params).sort())
      expect(spec.path).toMatch(/^(\/:?[a-z][A-Za-z-]*)+$/)
      expect(spec.summary).toMatch(/^[\p{Script=Han}\w，、；：= ]+$/u)
    },
  )

  it.each(ENDPOINTS)('%s takes a body only when it writes, a query only when it reads', (_name, spec) => {
    if (spec.method === 'GET') expect(spec.body).toBeUndefined()
    else expect(spec.query).toBeUndefined()
  })

  it('is alone at its address', () => {
    const addresses = ENDPOINTS.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ':')}`)
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  it('asks who calls, but for signing in and what is open to everybody', () => {
    const open = ENDPOINTS.filter(([, { access }]) => access === 'anyone').map(([, { path }]) => path)
    expect(open.sort()).toEqual([
      '/browser-sign-ins',
      '/communities/:communityId/public-notices/:noticeId',
      '/demo/persons',
      '/sessions/browser',
      '/sessions/demo',
      '/sessions/wechat',
    ])
  })

  it('lists page by page: whoever answers with a next cursor takes one', () => {
    const lists = ENDPOINTS.filter(([, { response }]) => keysOf(response).includes('nextCursor'))
    expect(lists.filter(([, { query }]) => !keysOf(query).includes('cursor'))).toEqual([])
    expect(lists.length).toBeGreaterThan(0)
  })
})
