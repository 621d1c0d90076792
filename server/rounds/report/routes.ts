import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod/mini'
import { id } from '#core/contract'
import { DomainError } from '#core/errors'
import {
  followUpEndpoint,
  listLessonsEndpoint,
  printReportEndpoint,
  readReportEndpoint,
  REPORT_WORDS,
  writeLessonEndpoint,
} from '#core/rounds'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { drawAside } from '#server/platform/paper/draw-aside'
import { sendPdf } from '#server/platform/paper/send-pdf'
import { listLessons, writeLesson } from '../evaluation/lessons'
import { followUp } from './follow-up'
import { printReport, readReportPaper } from './print-report'
import { readReport } from './read-report'

const params = z.object({ communityId: id, word: z.string() })

/** Routes of lessons and of the report; the printed one has no session, but an address that says it all (see `address.ts`). */
export function reportRoutes(app: FastifyInstance, parts: ServerParts): void {
  register(app, parts, writeLessonEndpoint, (context, { params: { roundId }, body }) =>
    writeLesson(context, { roundId, ...body }, parts),
  )
  register(app, parts, listLessonsEndpoint, (context, { params: { roundId }, query }) =>
    listLessons(context, { roundId, ...query }),
  )
  register(app, parts, readReportEndpoint, (context, { params: { roundId } }) => readReport(context, roundId))
  register(app, parts, printReportEndpoint, (context, { params: { roundId } }) =>
    printReport(context, roundId, parts.photoKey),
  )
  register(app, parts, followUpEndpoint, (context, { params: { roundId } }) => followUp(context, roundId))
  app.get('/api/communities/:communityId/round-reports/:word', async (request, reply) => {
    const asked = z.safeParse(params, request.params)
    if (!asked.success) throw new DomainError('NOT_FOUND')
    const paper = await readReportPaper(parts, asked.data)
    const pdf = await drawAside(path.join(__dirname, 'report-worker'), paper)
    const fileName = REPORT_WORDS.fileName(paper.question)
    return sendPdf(reply, { fileName, plain: 'round-report.pdf' }, pdf)
  })
}
