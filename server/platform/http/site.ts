import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { sendError } from './error-handler'

/** Answers unknown addresses: with the site's page where one is served, else with an error. */
export async function useSite(app: FastifyInstance, root: string | undefined): Promise<void> {
  if (!root) {
    app.setNotFoundHandler((_request, reply) => sendError(reply, 'ROUTE_NOT_FOUND'))
    return
  }
  await serveSite(app, root)
}

/** Serves the built H5 site: hashed files for a year, the page itself always fresh, page addresses to the same page. */
async function serveSite(app: FastifyInstance, root: string): Promise<void> {
  await app.register(fastifyStatic, {
    root,
    cacheControl: false,
    setHeaders: (response, path) => {
      const hashed = /\.[0-9a-f]{8,}\.\w+$/.test(path)
      response.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const wantsPage =
      request.method === 'GET' && !request.url.startsWith('/api') && !/\.\w+($|\?)/.test(request.url)
    return wantsPage
      ? reply.header('cache-control', 'no-cache').sendFile('index.html')
      : sendError(reply, 'ROUTE_NOT_FOUND')
  })
}
