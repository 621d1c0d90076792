import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod/mini'
import { id } from '#core/contract'
import { DomainError } from '#core/errors'
import {
  applyImportEndpoint,
  exportEndpoint,
  listImportProblemsEndpoint,
  listImportsEndpoint,
  mayExport,
  readImportEndpoint,
  uploadImportEndpoint,
  type ImportFormat,
} from '#core/imports'
import { findCallerIn } from '#server/platform/http/caller'
import type { ServerParts } from '#server/platform/http/parts'
import { register, registerUpload } from '#server/platform/http/register'
import { takeFiles } from '#server/platform/http/upload'
import { applyImport } from './apply-import'
import { prepareExport, writeExport } from './export'
import { readExportAddress } from './export-address'
import { listImportProblems, listImports, readImport } from './list-imports'
import { uploadImport } from './upload-import'
import { templateSheets, writeXlsx } from './write-xlsx'

/** Routes of imports and exports, and the files that are saved from them. */
export async function importRoutes(app: FastifyInstance, parts: ServerParts): Promise<void> {
  await app.register(async (scope) => {
    await takeFiles(scope)
    registerUpload(scope, parts, uploadImportEndpoint, (context, { file }) =>
      uploadImport(context, { files: parts.photos, contactBox: parts.contactBox }, file),
    )
  })
  register(app, parts, listImportsEndpoint, (context, { query }) => listImports(context, query.cursor))
  register(app, parts, readImportEndpoint, (context, { params }) => readImport(context, params.importId))
  register(app, parts, listImportProblemsEndpoint, (context, { params, query }) =>
    listImportProblems(context, params.importId, query.cursor),
  )
  register(app, parts, applyImportEndpoint, (context, { params }) => applyImport(context, params.importId))
  register(app, parts, exportEndpoint, (context, { body }) => prepareExport(context, body))
  fileRoutes(app, parts)
}

const params = z.object({ communityId: id, word: z.string() })

/** Files to save: no session, no contract, an address that says it all (see `export-address.ts`). */
function fileRoutes(app: FastifyInstance, parts: ServerParts): void {
  app.get('/api/import-template', (_request, reply) =>
    reply
      .headers(headersOf('xlsx', 'linli-template'))
      .header('cache-control', 'no-cache')
      .send(writeXlsx(templateSheets())),
  )
  app.get('/api/communities/:communityId/exports/:word', async (request, reply) => {
    const asked = z.safeParse(params, request.params)
    if (!asked.success) throw new DomainError('NOT_FOUND')
    return sendExport(parts, reply, asked.data)
  })
}

async function sendExport(
  { db, now, photoKey, contactBox }: ServerParts,
  reply: FastifyReply,
  { communityId, word }: z.output<typeof params>,
) {
  const address = readExportAddress(photoKey, communityId, word, now())
  if (!address) throw new DomainError('NOT_FOUND')
  const { personId, sheets, format } = address
  const scope = await findCallerIn(db, { personId, sessionId: personId }, communityId, now())
  const here = { jurisdiction: scope?.region.path ?? [] }
  if (!scope || !sheets.every((sheet) => mayExport(scope.actor, here, sheet)))
    throw new DomainError('NOT_FOUND')
  const stream = await writeExport(db, contactBox, communityId, { sheets, format, now: now() })
  return reply.headers({ ...headersOf(format, 'linli-export'), 'cache-control': 'no-store' }).send(stream)
}

const TYPES: Record<ImportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

const headersOf = (format: ImportFormat, name: string) => ({
  'content-type': TYPES[format],
  'content-disposition': `attachment; filename="${name}.${format}"`,
})
