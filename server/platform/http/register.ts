import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod/mini'
import {
  id,
  isWrite,
  type AnswerOf,
  type BodyOf,
  type Endpoint,
  type ParamsOf,
  type QueryOf,
} from '#core/contract'
import { DomainError } from '#core/errors'
import { digestOf } from '#server/platform/crypto/index'
import type { Context } from '#server/platform/context'
import { callerAnywhere, findCallerIn, findSession, type Session } from './caller'
import { codeOfIssue } from './error-handler'
import { isIdempotencyKey, runOnce } from './idempotency'
import type { ServerParts } from './parts'
import { withUpload } from './upload'

/** What a handler is given besides its context: the parsed parts of the request. */
export interface Call<E extends Endpoint> {
  params: ParamsOf<E>
  query: QueryOf<E>
  body: BodyOf<E>
  /** Device in words, from the client's name; nothing that identifies it. */
  device: string
  /** Network address of the caller: for limits only, never stored or logged as it is. */
  address: string
  /** Where the caller reached the site: what a code leads to as long as no setting says so. */
  site: string
}

type Handler<E extends Endpoint> = (context: Context, call: Call<E>) => Promise<AnswerOf<E>>

/** The same for an endpoint that takes a file. */
type UploadHandler<E extends Endpoint> = (
  context: Context,
  call: Call<E> & { file: Buffer },
) => Promise<AnswerOf<E>>

type Limiter = ReturnType<FastifyInstance['createRateLimit']>

/** Translates one endpoint of the contract into a route: parse, authenticate, load the caller's power, run, answer. */
export function register<E extends Endpoint>(
  app: FastifyInstance,
  parts: ServerParts,
  endpoint: E,
  handler: Handler<E>,
): void {
  route(app, parts, endpoint, async (request, attempt) => {
    const call = parseCall(endpoint, request)
    const asked = JSON.stringify(call.body ?? null)
    return handler(contextOf(parts, request, attempt, asked), call)
  })
}

/**
 * The same for an endpoint that takes a file; `scope` was made ready by `takeFiles`. Who calls, and how often, is asked
 * before the file is read.
 */
export function registerUpload<E extends Endpoint>(
  scope: FastifyInstance,
  parts: ServerParts,
  endpoint: E,
  handler: UploadHandler<E>,
): void {
  const { upload } = endpoint
  if (!upload) throw new Error(`${endpoint.path} takes no file`)
  route(scope, parts, endpoint, (request, attempt) => {
    const call = parseCall(endpoint, request)
    return withUpload(request, { personId: attempt.actor.personId, upload }, (file) => {
      const asked = digestOf('upload', file).toString('base64')
      return handler(contextOf(parts, request, attempt, asked), { ...call, file })
    })
  })
}

/** What is the same for every endpoint: limits, session, power, answer. */
function route<E extends Endpoint>(
  app: FastifyInstance,
  parts: ServerParts,
  endpoint: E,
  work: (request: FastifyRequest, attempt: Attempt) => Promise<AnswerOf<E>>,
): void {
  const limiter = personLimiter(app, parts)
  app.route({
    method: endpoint.method,
    url: `/api${endpoint.path}`,
    config: {
      endpoint,
      ...(endpoint.access === 'anyone' && isWrite(endpoint) ? { rateLimit: signInLimit(parts) } : {}),
    },
    handler: async (request, reply) => {
      const attempt = await attemptOf(parts, endpoint, request, limiter)
      return send(parts, endpoint, reply, await work(request, attempt))
    },
  })
}

/** Per address, whatever the caller says of itself: nobody is signed in yet. */
function signInLimit({ signInLimit: limit }: ServerParts) {
  return {
    ...limit,
    keyGenerator: (request: FastifyRequest) => digestOf('sign-in', request.ip).toString('base64'),
  }
}

function send<E extends Endpoint>(
  parts: ServerParts,
  endpoint: E,
  reply: FastifyReply,
  answer: AnswerOf<E>,
): FastifyReply {
  if (parts.checkAnswers) z.parse(endpoint.response, answer)
  return reply
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(answer))
}

function parseCall<E extends Endpoint>(endpoint: E, request: FastifyRequest): Call<E> {
  return {
    params: parsePart(endpoint.params, request.params, 'NOT_FOUND') as ParamsOf<E>,
    query: parsePart(endpoint.query, request.query) as QueryOf<E>,
    body: parsePart(endpoint.body, request.body) as BodyOf<E>,
    device: /MicroMessenger|miniProgram/i.test(request.headers['user-agent'] ?? '') ? '微信小程序' : '浏览器',
    address: request.ip,
    site: `${request.protocol}://${request.host}`,
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

/** Who calls, from where, under which key. */
interface Attempt extends Pick<Context, 'actor' | 'region'> {
  key: string | undefined
  owner: string
}

const SESSION = Symbol('session')
type WithSession = FastifyRequest & { [SESSION]?: Session }

/** One bucket per person and route; the address has its own (see `app.ts`). */
function personLimiter(app: FastifyInstance, { callLimit }: ServerParts): Limiter {
  return app.createRateLimit({
    ...callLimit,
    keyGenerator: (request) => (request as WithSession)[SESSION]?.personId ?? '',
  })
}

async function limitPerson(request: WithSession, session: Session, limiter: Limiter): Promise<void> {
  request[SESSION] = session
  const limit = await limiter(request)
  if (!limit.isAllowed && limit.isExceeded) throw new DomainError('TOO_MANY_REQUESTS')
}

async function attemptOf(
  parts: ServerParts,
  endpoint: Endpoint,
  request: FastifyRequest,
  limiter: Limiter,
): Promise<Attempt> {
  const key = isWrite(endpoint) ? keyOf(request) : undefined
  const session =
    endpoint.access === 'anyone'
      ? undefined
      : await findSession(parts.db, request.headers.authorization, parts.now())
  if (session) {
    await limitPerson(request, session, limiter)
    await parts.accessLog?.note({ ...session, address: request.ip, at: parts.now() })
  }
  return { key, owner: session?.personId ?? 'anyone', ...(await scopeOf(parts, request, session)) }
}

/** The same write is known by its parsed body: what the contract doesn't name is of any depth and counts for nothing. */
function contextOf(
  { db, now, photoKey }: ServerParts,
  request: FastifyRequest,
  attempt: Attempt,
  body: string,
): Context {
  const { actor, region, key, owner } = attempt
  return {
    db,
    now,
    actor,
    region,
    photoKey,
    transact: (work) => {
      if (key === undefined) return db.transaction().execute(work)
      const asked = `${request.method} ${request.url} ${body}`
      return runOnce(db, { key, owner, request: asked, now: now() }, work)
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
  if (!session || wanted === undefined)
    return { actor: callerAnywhere(session ?? NOBODY), region: { ...NOWHERE } }
  const scope = await findCallerIn(parts.db, session, wanted, parts.now())
  if (!scope || (communityId !== undefined && scope.region.kind !== 'community'))
    throw new DomainError('NOT_FOUND')
  return scope
}
