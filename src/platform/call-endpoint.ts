import { CLIENT_HEADER, clientName, type AnswerOf, type Endpoint, type InputOf } from '#core/contract'
import type { ErrorCode } from '#core/errors'
import { isWeapp } from './device'
import { urlOf, type Query } from './navigation'
import { ReadableError } from './readable-error'
import { request, type HttpAnswer } from './request'
import { endSession, sessionToken } from './session'
import { tellTooOld } from './update'

/** What a call sends, as its endpoint asks for it. `key` is the Idempotency-Key of a write. */
export type CallInput<E extends Endpoint> = Part<'params', E> &
  Part<'query', E> &
  Part<'body', E> & { key?: string }
type Part<Name extends 'params' | 'query' | 'body', E extends Endpoint> =
  undefined extends InputOf<E[Name]> ? { [K in Name]?: undefined } : { [K in Name]: InputOf<E[Name]> }

interface Refusal {
  code: string
  message: string
  field?: string
}

/** The server serves newer clients only: the whole app says so. */
const TOO_OLD: ErrorCode = 'CLIENT_TOO_OLD'
const UNREADABLE: Refusal = { code: 'INTERNAL', message: '服务现在打不开，请过一会儿再试。' }

/** What is asked for, written as one line: path and query. */
export function addressOf<E extends Endpoint>({ path }: E, { params, query }: CallInput<E>): string {
  return urlOf(fillIn(path, params as Record<string, string> | undefined), query as Query | undefined)
}

/** Calls an endpoint of the contract. A refusal is thrown as a sentence for the reader. */
export async function callEndpoint<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
): Promise<AnswerOf<E>> {
  const token = sessionToken()
  const answer = await request({
    method: endpoint.method,
    path: `/api${fillIn(endpoint.path, input.params as Record<string, string> | undefined)}`,
    query: input.query as Record<string, string | undefined> | undefined,
    body: input.body,
    headers: headersOf(token, input.key),
  })
  return answerOf<E>(answer, token)
}

/** Posts what was written earlier, perhaps by an earlier life of the app; `path` is filled in, without `/api`. */
export async function postTo(path: string, body: unknown, key: string): Promise<unknown> {
  const token = sessionToken()
  const headers = headersOf(token, key)
  return answerOf(await request({ method: 'POST', path: `/api${path}`, body, headers }), token)
}

/** What every call says of itself besides its content. */
export function headersOf(token: string | undefined, key: string | undefined): Record<string, string> {
  return {
    [CLIENT_HEADER]: clientName(isWeapp ? 'weapp' : 'h5'),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(key ? { 'idempotency-key': key } : {}),
  }
}

/** The content of an answer. A refusal is thrown; one of the session with which it was asked ends that session. */
export function answerOf<E extends Endpoint>(
  { status, body }: HttpAnswer,
  token: string | undefined,
): AnswerOf<E> {
  if (status === 200) return body as AnswerOf<E>
  const refusal = isRefusal(body) ? body : UNREADABLE
  if (status === 401 && token === sessionToken()) endSession()
  if (refusal.code === TOO_OLD) tellTooOld()
  throw new ApiError(refusal, status)
}

/** A refusal of the server, with its code for those who must tell refusals apart. */
export class ApiError extends ReadableError {
  readonly code: string

  constructor(
    { code, message, field }: Refusal,
    readonly status: number,
  ) {
    super(message, field, status >= 500)
    this.code = code
  }
}

/** A path with its parameters in place. */
export function fillIn(path: string, params: Record<string, string> = {}): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
}

function isRefusal(body: unknown): body is Refusal {
  return typeof body === 'object' && body !== null && 'code' in body && 'message' in body
}
