import type { FastifyInstance } from 'fastify'
import { uploadPhotoEndpoint } from '#core/photos'
import { z } from 'zod/mini'
import { id } from '#core/contract'
import { DomainError } from '#core/errors'
import { FileStoreError } from '#server/platform/files/index'
import type { ServerParts } from '#server/platform/http/parts'
import { registerUpload } from '#server/platform/http/register'
import { takeFiles } from '#server/platform/http/upload'
import { readPicture, type PhotoReaders } from './read-picture'
import { uploadPhoto } from './upload-photo'

/** Uploading photos, and the pictures themselves. `readers` say of each kind of thing who may see it. */
export async function photoRoutes(
  app: FastifyInstance,
  parts: ServerParts,
  readers: PhotoReaders,
): Promise<void> {
  await app.register(async (scope) => {
    await takeFiles(scope)
    registerUpload(scope, parts, uploadPhotoEndpoint, (context, { file }) =>
      uploadPhoto(context, parts.photos, file),
    )
  })
  pictureRoute(app, parts, readers)
}

const params = z.object({ communityId: id, word: z.string() })

/**
 * The pictures, for `<image>`: no session, no contract, an address that says it all (see `address.ts`). A picture never
 * changes, so whoever holds it need not ask again until its address is over.
 */
function pictureRoute(app: FastifyInstance, parts: ServerParts, readers: PhotoReaders): void {
  app.get('/api/communities/:communityId/photos/:word', async (request, reply) => {
    const asked = z.safeParse(params, request.params)
    if (!asked.success) throw new DomainError('NOT_FOUND')
    const { address, load } = await readPicture(parts, readers, asked.data)
    const etag = `"${address.photoId}-${address.size}"`
    const seconds = Math.floor((address.until.getTime() - parts.now().getTime()) / 1000)
    void reply.headers({
      etag,
      'cache-control': `private, max-age=${seconds}, immutable`,
      // The mini-program's pages have an origin of their own; who has the address may show the picture.
      'cross-origin-resource-policy': 'cross-origin',
    })
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    return reply.type('image/jpeg').send(await inWords(load))
  })
}

async function inWords(load: () => Promise<Buffer>): Promise<Buffer> {
  try {
    return await load()
  } catch (error) {
    if (error instanceof FileStoreError) throw new DomainError('PHOTO_STORE_AWAY', undefined, error)
    throw error
  }
}
