import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { LogController, type FastifyInstance, type FastifyRequest } from 'fastify'
import { CLIENT_HEADER, isTooOld } from '#core/contract'
import { DomainError } from '#core/errors'
import { digestOf } from '#server/platform/crypto/index'
import { answerNoRequest, codeOf, sendError, useErrorHandler } from './error-handler'
import { useHealth } from './health'
import { loggerOptions, type LogTarget } from './logging'
import type { Metrics } from './metrics'
import type { ServerParts } from './parts'

/** Largest body of a call, in bytes: a text of 2,000 characters with room to spare. */
const BODY_LIMIT_BYTES = 64 * 1024

/** How long a request may take to arrive whole, in milliseconds: a photo over a bad network, WeChat's 60 s and some. */
const REQUEST_MS = 90_000

export interface AppOptions {
  log: LogTarget
  /** A reverse proxy stands right in front and appends the caller's address to `X-Forwarded-For`. */
  trustProxy: boolean
  metrics: Metrics
}

/** The HTTP server without routes: limits, headers, errors, health. */
export async function buildApp(parts: ServerParts, options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: loggerOptions(options.log),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy ? onlyNearest : false,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_MS,
    routerOptions: { maxParamLength: 128 },
    forceCloseConnections: 'idle',
    frameworkErrors: (error, _request, reply) => void sendError(reply, codeOf(error)),
    clientErrorHandler: answerNoRequest,
  })
  useErrorHandler(app)
  app.removeContentTypeParser('text/plain')
  await app.register(helmet, { contentSecurityPolicy: { directives: siteDirectives() }, hsts: false })
  await app.register(rateLimit, {
    ...parts.addressLimit,
    keyGenerator: (request) => digestOf('address', request.ip).toString('base64'),
    errorResponseBuilder: () => new DomainError('TOO_MANY_REQUESTS'),
    allowList: (request) => !isCall(request),
  })
  options.metrics.watch(app)
  refuseOldClients(app, parts)
  app.addHook('onResponse', (request, reply, done) => {
    const line = {
      route: request.routeOptions.url ?? 'none',
      method: request.method,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    }
    request.log.info(line, 'answered')
    done()
  })
  useHealth(app, parts.db)
  return app
}

/**
 * Trusts the one proxy that connects to us, and nobody behind it: the address is the last entry of `X-Forwarded-For`,
 * which that proxy wrote. The entries before it are whatever the caller wrote: by them limits and access log could be
 * forged.
 */
function onlyNearest(_address: string, hop: number): boolean {
  return hop === 0
}

/** An old client is told to update before anything is read or done: what it would send may mean something else by now. */
function refuseOldClients(app: FastifyInstance, { oldestClient }: ServerParts): void {
  app.addHook('onRequest', async (request) => {
    if (isCall(request) && isTooOld(request.headers[CLIENT_HEADER], oldestClient))
      throw new DomainError('CLIENT_TOO_OLD')
  })
}

/** A call of the API, however its address was written: `/%61pi` is `/api`. */
function isCall(request: FastifyRequest): boolean {
  return request.routeOptions.url?.startsWith('/api/') ?? false
}

/** Scripts and styles only from ourselves; Taro and NutUI set inline styles. Nothing is moved to HTTPS: a proxy's affair. */
function siteDirectives(): Record<string, string[] | null> {
  return {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    // A chosen photo is read back from its own address before it is uploaded.
    'connect-src': ["'self'", 'blob:'],
    'frame-ancestors': ["'none'"],
    'upgrade-insecure-requests': null,
  }
}
