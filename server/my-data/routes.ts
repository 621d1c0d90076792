import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { DomainError } from '#core/errors'
import {
  askForArchiveEndpoint,
  closeAccountEndpoint,
  keepAccountEndpoint,
  openArchiveEndpoint,
  readArchiveEndpoint,
} from '#core/my-data'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { readArchiveAddress } from './archive-address'
import { findReadyArchive } from './archive-repository'
import { askForArchive, openArchive, readArchive } from './ask-for-archive'
import { closeAccount, keepAccount } from './close-account'
import { readPieces } from './pieces'

/** Routes of the archive of one's own data, and of closing the account. */
export function myDataRoutes(app: FastifyInstance, parts: ServerParts): void {
  register(app, parts, readArchiveEndpoint, (context) => readArchive(context))
  register(app, parts, askForArchiveEndpoint, (context) => askForArchive(context))
  register(app, parts, openArchiveEndpoint, (context) => openArchive(context))
  register(app, parts, closeAccountEndpoint, (context, { body }) =>
    closeAccount(context, parts.contactBox, body.words),
  )
  register(app, parts, keepAccountEndpoint, (context) => keepAccount(context, parts.contactBox))
  archiveRoute(app, parts)
}

/** 我的数据.zip, as RFC 5987 writes it. */
const FILE_NAME = `attachment; filename="my-data.zip"; filename*=UTF-8''${encodeURIComponent('我的数据')}.zip`

/** The archive itself: no session, no contract, an address that says it all (see `archive-address.ts`). */
function archiveRoute(app: FastifyInstance, { db, photos, photoKey, contactBox, now }: ServerParts): void {
  app.get<{ Params: { word: string } }>('/api/archives/:word', async (request, reply) => {
    const key = readArchiveAddress(photoKey, request.params.word, now())
    const row = key && (await findReadyArchive(db, key, now()))
    if (!row) throw new DomainError('NOT_FOUND')
    void reply.headers({
      'content-disposition': FILE_NAME,
      'content-length': row.bytes,
      'cache-control': 'private, no-store',
    })
    const pieces = readPieces({ store: photos, contactBox }, row.archive_id, row.pieces)
    return reply.type('application/zip').send(Readable.from(pieces, { objectMode: false }))
  })
}
