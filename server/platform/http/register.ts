import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod/mini'
import { id, isWrite, type AnswerOf, type BodyOf, type Endpoint, type ParamsOf, type QueryOf } from '#core/contract'
import { DomainError } from '#core/errors'
import type { Context } from '#server/platform/context'
import { callerAnywhere, findCallerIn, findSession, type Session } from './caller'
import { codeOfIssue } from './error-handler'
import { isIdempotencyKey, runOnce } from './idempotency'
import type { ServerParts } from './parts'

/** What a handler is given besides its context: the parsed parts of the request. */
export interface Call<E extends Endpoint> {
  params: ParamsOf<E>
  query: QueryOf<E>
  body: BodyOf<E>
  /** Device in words, from the client's name; nothing that identifies it. */
  device: string
}

type Handler<E extends Endpoint> = (context: Context, call: Call<E>) => Promise<AnswerOf<E>>

/** Translates one endpoint of the contract into a route: parse, authenticate, load the caller's power, run, answer. */
export function register<E extends Endpoint>(app: FastifyInstance, parts: ServerParts, endpoint: E, handler: Handler<E>): void {
  app.route({
    method: endpoint.method,
    url: `/api${endpoint.path}`,
    config: { endpoint, ...(endpoint.access === 'anyone' && isWrite(endpoint) ? { rateLimit: parts.signInLimit } : {}) },
    handler: async (request, reply) => {
      const context = await contextOf(parts, endpoint, request)
      const answer = await handler(context, parseCall(endpoint, request))
      return send(parts, endpoint, reply, answer)
    },
  })
}

function send<E extends Endpoint>(parts: ServerParts, endpoint: E, reply: FastifyReply, answer: AnswerOf<E>): FastifyReply {
  if (parts.checkAnswers) z.parse(endpoint.response, answer)
  return reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(JSON.stringify(answer))
}

function parseCall<E extends Endpoint>(endpoint: E, request: FastifyRequest): Call<E> {
  return {
    params: parsePart(endpoint.params, request.params, 'NOT_FOUND') as ParamsOf<E>,
    query: parsePart(endpoint.query, request.query) as QueryOf<E>,
    body: parsePart(endpoint.body, request.body) as BodyOf<E>,
    device: /MicroMessenger|miniProgram/i.test(request.headers['user-agent'] ?? '') ? '微信小程序' : '浏览器',
  }
}

function parsePart(schema: Endpoint['body'], input: unknown, otherwise?: 'NOT_FOUND'): unknown {
  if (!schema) return undefined
  const parsed = z.safeParse(schema, input)
  if (parsed.success) return parsed.data
  if (otherwise) throw new DomainError(otherwise)
  const issue = parsed.error.issues[0]
  const field = issue?.path.join('.')
  throw new DomainError(codeOfIssue(issue?.message), field === '' ? undefined : field)
}

async function contextOf(parts: ServerParts, endpoint: Endpoint, request: FastifyRequest): Promise<Context> {
  const now = parts.now
  const key = isWrite(endpoint) ? keyOf(request) : undefined
  const session =
    endpoint.access === 'anyone' ? undefined : await findSession(parts.db, request.headers.authorization, now())
  const scope = await scopeOf(parts, request, session)
  return {
    db: parts.db,
    now,
    ...scope,
    transact: (work) => {
      if (key === undefined) return parts.db.transaction().execute(work)
      const asked = `${request.method} ${request.url} ${JSON.stringify(request.body ?? null)}`
      return runOnce(parts.db, { key, owner: session?.personId ?? 'anyone', request: asked, now: now() }, work)
    },
  }
}

function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (!isIdempotencyKey(key)) throw new DomainError('IDEMPOTENCY_KEY_MISSING')
  return key
}

const NOWHERE = { regionId: '', kind: 'district', name: '', path: [] as string[] } as const
const NOBODY: Session = { sessionId: '', personId: '' }

async function scopeOf(
  parts: ServerParts,
  request: FastifyRequest,
  session: Session | undefined,
): Promise<Pick<Context, 'actor' | 'region'>> {
  const { communityId, regionId } = request.params as { communityId?: string; regionId?: string }
  const wanted = communityId ?? regionId
  if (wanted !== undefined && !z.safeParse(id, wanted).success) throw new DomainError('NOT_FOUND')
  if (!session || wanted === undefined) return { actor: callerAnywhere(session ?? NOBODY), region: { ...NOWHERE } }
  const scope = await findCallerIn(parts.db, session, wanted, parts.now())
  if (!scope || (communityId !== undefined && scope.region.kind !== 'community')) throw new DomainError('NOT_FOUND')
  return scope
}
