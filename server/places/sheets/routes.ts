import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod/mini'
import { id } from '#core/contract'
import { DomainError } from '#core/errors'
import { printDoorCodesEndpoint } from '#core/places'
import { FileStoreError } from '#server/platform/files/index'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { drawAside } from '#server/platform/paper/draw-aside'
import { sendPdf } from '#server/platform/paper/send-pdf'
import { printDoorCodes, readSheet } from './print-door-codes'
import type { SheetWork } from './sheet-worker'

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
    const work: SheetWork = { layout, stickers }
    const pdf = await drawAside(path.join(__dirname, 'sheet-worker'), work)
    return sendPdf(reply, { fileName: '门口的码.pdf', plain: 'door-codes.pdf' }, pdf)
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
