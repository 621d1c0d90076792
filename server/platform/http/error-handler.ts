import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { DomainError, ERRORS, kindOf, messageOf, type ErrorCode } from '#core/errors'
import type { ErrorBody } from '#core/contract'
import { STATUS } from './status'

/** What Fastify and its plugins throw, in our words. */
const FASTIFY_CODES: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'BODY_UNSUPPORTED',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'BODY_INVALID',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'BODY_INVALID',
  FST_ERR_CTP_INVALID_JSON_BODY: 'BODY_INVALID',
  FST_ERR_BAD_URL: 'ROUTE_NOT_FOUND',
  FST_ERR_MAX_PARAM_LENGTH: 'ROUTE_NOT_FOUND',
}
/** PostgreSQL: text with a NUL in it, which it can't even compare with. */
const NO_TEXT = '22021'
/** PostgreSQL's answers that mean "not now": connection loss, shutdown, too many connections, serialization. */
const DATABASE_AWAY = /^(08|57P|53|40)|^(ECONN|EPIPE|ENOENT|ETIMEDOUT)/
/** What pg says without a code; "not queryable" is the rollback on a connection that was lost. */
const CONNECTION_LOST = /Connection terminated|timeout exceeded|is not queryable|after calling end/

interface Thrown {
  code?: string
  statusCode?: number
  message?: string
}

/** The code that stands for whatever was thrown. */
export function codeOf(error: Thrown): ErrorCode {
  if (error instanceof DomainError) return error.code
  const known = FASTIFY_CODES[error.code ?? '']
  if (known) return known
  if (error.statusCode === 429) return 'TOO_MANY_REQUESTS'
  if (error.code === NO_TEXT) return 'BODY_INVALID'
  if (DATABASE_AWAY.test(error.code ?? '') || CONNECTION_LOST.test(error.message ?? '')) {
    return 'DATABASE_UNAVAILABLE'
  }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return 'BODY_INVALID'
  return 'INTERNAL'
}

const JSON_TYPE = 'application/json; charset=utf-8'

/** Answers with `{code, message, field?}`. */
export function sendError(reply: FastifyReply, code: ErrorCode, field?: string): FastifyReply {
  const body: ErrorBody = { code, message: messageOf(code), ...(field === undefined ? {} : { field }) }
  return reply.code(STATUS[kindOf(code)]).type(JSON_TYPE).send(body)
}

/** Answers what is no HTTP at all, or has too long a head: there is no request yet, only the bare connection. */
export function answerNoRequest(error: { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const code: ErrorCode = error.code === 'HPE_HEADER_OVERFLOW' ? 'BODY_TOO_LARGE' : 'BODY_INVALID'
  const body = JSON.stringify({ code, message: messageOf(code) })
  const head = `content-type: ${JSON_TYPE}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close`
  socket.end(`HTTP/1.1 ${STATUS[kindOf(code)]} \r\n${head}\r\n\r\n${body}`)
}

/** A validation issue's message is one of our codes where the contract names one. */
export function codeOfIssue(message: string | undefined): ErrorCode {
  return message !== undefined && message in ERRORS ? (message as ErrorCode) : 'BODY_INVALID'
}

/** Installs the error answers of the whole server. */
export function useErrorHandler(app: FastifyInstance): void {
  app.setErrorHandler((error: Thrown, request, reply) => {
    const code = codeOf(error)
    if (code === 'INTERNAL') request.log.error({ err: withoutValues(error) }, 'unforeseen error')
    if (error instanceof DomainError && error.reason)
      request.log.error({ err: withoutValues(error.reason) }, 'something outside refused')
    return sendError(reply, code, error instanceof DomainError ? error.field : undefined)
  })
}

const FRAME = /^\s+at /

/** Database errors carry row values in `detail`, and some in a message of many lines: logs keep type, code and frames only. */
function withoutValues(error: Thrown & { stack?: string }): { type: string; code?: string; stack?: string } {
  const frames = error.stack?.split('\n').filter((line) => FRAME.test(line))
  return { type: error.constructor.name, code: error.code, stack: frames?.join('\n') }
}
