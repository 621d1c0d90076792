import type { FastifyInstance } from 'fastify'
import { z } from 'zod/mini'
import { id } from '#core/contract'
import { DomainError } from '#core/errors'
import { printDoorCodesEndpoint } from '#core/places'
import { FileStoreError } from '#server/platform/files/index'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { drawSheetAside } from './draw-aside'
import { printDoorCodes, readSheet } from './print-door-codes'

const params = z.object({ communityId: id, word: z.string() })

/** Asking for a sheet, and the sheet itself: no session, no contract, an address that says it all (see `address.ts`). */
export function sheetRoutes(app: FastifyInstance, parts: ServerParts): void {
  register(app, parts, printDoorCodesEndpoint, (context, { params: { placeId }, body }) =>
    inWords(() => printDoorCodes(context, { placeId, ...body }, parts)),
  )
  app.get('/api/communities/:communityId/door-sheets/:word', async (request, reply) => {
    const asked = z.safeParse(params, request.params)
    if (!asked.success) throw new DomainError('NOT_FOUND')
    const origin = `${request.protocol}://${request.host}`
    const { layout, stickers } = await inWords(() => readSheet(parts, { ...asked.data, origin }))
    const name = encodeURIComponent('门口的码.pdf')
    void reply.headers({
      'cache-control': 'private, no-store',
      'content-disposition': `inline; filename="door-codes.pdf"; filename*=UTF-8''${name}`,
    })
    return reply.type('application/pdf').send(await drawSheetAside(layout, stickers))
  })
}

async function inWords<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FileStoreError) throw new DomainError('PHOTO_STORE_AWAY', undefined, error)
    throw error
  }
}
