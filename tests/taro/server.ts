/** A server for tests of screens: answers by method and path, and remembers what it was asked. */
import { phone } from './taro'

export interface Asked {
  method: string
  /** Without `/api` and query. */
  path: string
  query: Record<string, string>
  body: unknown
  key?: string
  token?: string
}

// `GET /me`, `POST /communities/*/memberships`: a star stands for one part of the path.
// Anything at all, written so that a function among it still knows its argument.
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
type Table = Record<string, {} | null | undefined | ((asked: Asked) => unknown)>

/** A refusal with its status, as the server words it. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly message: string,
    readonly field?: string,
  ) {}
}

/** The plug is pulled for this call. */
export const OFFLINE = Symbol('offline')

/** Sets up the answers and gives the list of what is asked from now on. */
export function serve(table: Table): Asked[] {
  const all: Asked[] = []
  phone.network = async ({ url, method, data, header }) => {
    const [path = '', search = ''] = url.replace(/^\/api/, '').split('?')
    const asked: Asked = {
      method,
      path,
      query: Object.fromEntries(new URLSearchParams(search)),
      body: data === undefined ? undefined : JSON.parse(data),
      key: header?.['idempotency-key'],
      token: header?.authorization,
    }
    all.push(asked)
    const found = Object.entries(table).find(([pattern]) => matches(pattern, `${method} ${path}`))
    const answer = found
      ? await (typeof found[1] === 'function' ? found[1](asked) : found[1])
      : new Refusal(404, 'NOT_FOUND', `没有 ${method} ${path}`)
    if (answer === OFFLINE) throw new Error('request:fail')
    if (!(answer instanceof Refusal)) return { statusCode: 200, data: JSON.stringify(answer) }
    const { status, code, message, field } = answer
    return { statusCode: status, data: JSON.stringify({ code, message, field }) }
  }
  return all
}

/** What of it asked for a change. */
export const writes = (asked: readonly Asked[]): Asked[] => asked.filter(({ method }) => method !== 'GET')

function matches(pattern: string, line: string): boolean {
  const parts = pattern.split('/')
  const given = line.split('/')
  return parts.length === given.length && parts.every((part, index) => part === '*' || part === given[index])
}
