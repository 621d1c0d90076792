import type { FastifyInstance } from 'fastify'
import { buildOpenApi } from '#server/openapi'
import { inboxRoutes } from '#server/inbox/index'
import { matterRoutes } from '#server/matters/index'
import { peopleRoutes } from '#server/people/index'
import { placeRoutes } from '#server/places/index'
import { buildApp, type AppOptions } from '#server/platform/http/app'
import { useDocsPage } from '#server/platform/http/docs-page'
import type { ServerParts } from '#server/platform/http/parts'
import { useSite } from '#server/platform/http/site'

/** The whole HTTP server: API, its documentation, and the H5 site where it was built. */
export async function buildServer(
  parts: ServerParts,
  options: AppOptions & { siteRoot: string | undefined },
): Promise<FastifyInstance> {
  const app = await buildApp(parts, options)
  peopleRoutes(app, parts)
  placeRoutes(app, parts)
  matterRoutes(app, parts)
  inboxRoutes(app, parts)
  await useDocsPage(app, buildOpenApi())
  await useSite(app, options.siteRoot)
  return app
}
