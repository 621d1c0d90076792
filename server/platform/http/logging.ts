import type { FastifyServerOptions } from 'fastify'
import type { DestinationStream } from 'pino'

/** Where logs go and how much. */
export interface LogTarget {
  level: string
  stream?: DestinationStream
}

/** pino without anything personal: no address, no headers, no query, no body; the route's pattern instead of its url. */
export function loggerOptions({ level, stream }: LogTarget): FastifyServerOptions['logger'] {
  return {
    level,
    ...(stream ? { stream } : {}),
    serializers: { req: () => ({}), res: () => ({}) },
    base: undefined,
  }
}
