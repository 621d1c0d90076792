import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'

type StaticDocument = Extract<
  Parameters<typeof swagger>[1],
  { mode: 'static' }
>['specification'] extends infer S
  ? Extract<S, { document: unknown }>['document']
  : never

/** `/docs`: the contract to read and try; `/docs/json`: the same as a file. */
export async function useDocsPage(app: FastifyInstance, document: Record<string, unknown>): Promise<void> {
  await app.register(swagger, {
    mode: 'static',
    specification: { document: document as unknown as StaticDocument },
  })
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true })
}
