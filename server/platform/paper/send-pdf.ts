import type { FastifyReply } from 'fastify'

/** Answers with a PDF to be looked at, and printed from there. `fileName` as it is saved; `plain` for who reads ASCII only. */
export function sendPdf(
  reply: FastifyReply,
  { fileName, plain }: { fileName: string; plain: string },
  pdf: Buffer,
): FastifyReply {
  void reply.headers({
    'cache-control': 'private, no-store',
    'content-disposition': `inline; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  })
  return reply.type('application/pdf').send(pdf)
}
