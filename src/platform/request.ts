import Taro from '@tarojs/taro'
import { urlOf, type Query } from './navigation'
import { NetworkError } from './readable-error'

/** WeChat's request knows no PATCH. */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE'

export interface HttpRequest {
  method: HttpMethod
  /** Begins with `/api`. */
  path: string
  query?: Query
  /** Sent as JSON. */
  body?: unknown
  headers?: Record<string, string>
  signal?: CancelSignal
}

export interface HttpAnswer {
  status: number
  /** Parsed JSON; undefined if the answer was none. */
  body: unknown
}

/** The part of an AbortSignal that is used; the mini-program has none of its own. */
export interface CancelSignal {
  readonly aborted: boolean
  addEventListener: (type: 'abort', listener: () => void) => void
}

const API_BASE = process.env.TARO_APP_API_BASE ?? ''
const TIMEOUT_MS = 15_000

/** Where something on the server is to be found from this phone; `path` begins with `/api`. */
export const onServer = (path: string): string => API_BASE + path

/** Sends one request. Any HTTP status is an answer; no answer within 15 s is a NetworkError. */
export async function request({
  method,
  path,
  query,
  body,
  headers,
  signal,
}: HttpRequest): Promise<HttpAnswer> {
  // WeChat calls every request JSON, and a JSON request without a body is none: a write without one sends an empty object.
  const content = body ?? (method === 'GET' ? undefined : {})
  const hasBody = content !== undefined
  const task = Taro.request<unknown>({
    url: onServer(urlOf(path, query)),
    method,
    data: hasBody ? JSON.stringify(content) : undefined,
    header: { ...(hasBody ? { 'content-type': 'application/json' } : {}), ...headers },
    timeout: TIMEOUT_MS,
    // As text: a gateway's HTML page must not look like a broken network.
    dataType: 'text',
    responseType: 'text',
  })
  // H5's task has no abort once its answer is there.
  signal?.addEventListener('abort', () => task.abort?.())
  try {
    const answer = await task
    return { status: answer.statusCode, body: parsed(answer.data) }
  } catch (cause) {
    throw new NetworkError(cause)
  }
}

/** JSON if it is some; a gateway's HTML page is none. */
export function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return data ?? undefined
  try {
    return JSON.parse(data) as unknown
  } catch {
    return undefined
  }
}
