import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod/mini'
import { id } from '#core/contract'
import { DomainError } from '#core/errors'
import { PAPER_WORDS, printVoteEndpoint } from '#core/votes'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { drawAside } from '#server/platform/paper/draw-aside'
import { sendPdf } from '#server/platform/paper/send-pdf'
import { printVote, readPaper } from './print-vote'

const params = z.object({ communityId: id, word: z.string() })

/** Asking for a paper, and the paper itself: no session, no contract, an address that says it all (see `address.ts`). */
export function votePaperRoutes(app: FastifyInstance, parts: ServerParts): void {
  register(app, parts, printVoteEndpoint, (context, { params: { voteId }, body }) =>
    printVote(context, { voteId, ...body }, parts.photoKey),
  )
  app.get('/api/communities/:communityId/vote-papers/:word', async (request, reply) => {
    const asked = z.safeParse(params, request.params)
    if (!asked.success) throw new DomainError('NOT_FOUND')
    const paper = await readPaper(parts, asked.data)
    const pdf = await drawAside(path.join(__dirname, 'vote-paper-worker'), paper)
    const fileName = PAPER_WORDS[paper.print].fileName(paper.vote.title)
    return sendPdf(reply, { fileName, plain: `vote-${paper.print}.pdf` }, pdf)
  })
}
