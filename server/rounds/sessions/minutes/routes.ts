import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod/mini'
import { id } from '#core/contract'
import { DomainError } from '#core/errors'
import { MINUTES, printMinutesEndpoint } from '#core/rounds'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { drawAside } from '#server/platform/paper/draw-aside'
import { sendPdf } from '#server/platform/paper/send-pdf'
import { printMinutes, readMinutes } from './print-minutes'

const params = z.object({ communityId: id, word: z.string() })

/** Asking for minutes, and the paper itself: no session, no contract, an address that says it all (see `address.ts`). */
export function minutesRoutes(app: FastifyInstance, parts: ServerParts): void {
  register(app, parts, printMinutesEndpoint, (context, { params: { roundId }, body }) =>
    printMinutes(context, { roundId, ...body }, parts.photoKey),
  )
  app.get('/api/communities/:communityId/round-minutes/:word', async (request, reply) => {
    const asked = z.safeParse(params, request.params)
    if (!asked.success) throw new DomainError('NOT_FOUND')
    const paper = await readMinutes(parts, asked.data)
    const pdf = await drawAside(path.join(__dirname, 'minutes-worker'), paper)
    return sendPdf(reply, { fileName: MINUTES.fileName(paper.question), plain: 'minutes.pdf' }, pdf)
  })
}
