import multipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Upload } from '#core/contract'
import { DomainError } from '#core/errors'
import { createTurns } from '#server/platform/turns'

/** Bytes around the file: names, boundaries. */
const ENVELOPE_BYTES = 64 * 1024
/** Files that are in memory at once, whole or in part. */
const AT_ONCE = 24

/** Uploads of one person under way at once: the app sends one after the other, from a form with two pickers at most. */
const AT_ONCE_PER_PERSON = 3

/** Makes a scope of the server whose routes take files, and nothing but files. */
export async function takeFiles(scope: FastifyInstance): Promise<void> {
  scope.removeAllContentTypeParsers()
  await scope.register(multipart)
}

const inTurn = createTurns(AT_ONCE)
const underWay = new Map<string, number>()

/**
 * Reads the one file of a request and works on it. Nobody waits with a file in memory: whose turn it isn't yet is not
 * read. Nobody has more than a few under way, or one who trickles theirs would keep all others waiting. Throws
 * TOO_MANY_REQUESTS, UPLOAD_TOO_LARGE, UPLOAD_MISSING, UPLOAD_NOT_ALONE or UPLOAD_CUT_OFF.
 */
export async function withUpload<T>(
  request: FastifyRequest,
  { personId, upload }: { personId: string; upload: Upload },
  work: (file: Buffer) => Promise<T>,
): Promise<T> {
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > upload.maxBytes + ENVELOPE_BYTES) throw new DomainError('UPLOAD_TOO_LARGE')
  return withinShare(personId, () => inTurn(async () => work(await readFile(request, upload))))
}

/** Refused and not queued: who waits behind their own uploads holds a connection each. */
async function withinShare<T>(personId: string, work: () => Promise<T>): Promise<T> {
  const before = underWay.get(personId) ?? 0
  if (before >= AT_ONCE_PER_PERSON) throw new DomainError('TOO_MANY_REQUESTS')
  underWay.set(personId, before + 1)
  try {
    return await work()
  } finally {
    const left = (underWay.get(personId) ?? 1) - 1
    if (left > 0) underWay.set(personId, left)
    else underWay.delete(personId)
  }
}

async function readFile(request: FastifyRequest, { maxBytes }: Upload): Promise<Buffer> {
  // Gone while it waited for its turn: no end would ever come.
  if (request.raw.destroyed) throw new DomainError('UPLOAD_CUT_OFF')
  // One more than allowed of each, so that we see it and say so ourselves.
  const limits = { fileSize: maxBytes, files: 2, fields: 8, parts: 10, fieldSize: 1024 }
  try {
    return await onlyFile(request.parts({ limits }))
  } catch (error) {
    throw inWords(error)
  }
}

async function onlyFile(parts: ReturnType<FastifyRequest['parts']>): Promise<Buffer> {
  let file: Buffer | undefined
  let refusal: DomainError | undefined
  for await (const part of parts) {
    if (part.type !== 'file') continue
    if (file) {
      refusal = new DomainError('UPLOAD_NOT_ALONE')
      // Read to its end all the same: what is left lying there blocks the connection.
      skip(part)
    } else file = await part.toBuffer()
  }
  if (refusal) throw refusal
  if (!file || file.length === 0) throw new DomainError('UPLOAD_MISSING')
  return file
}

function skip({ file }: MultipartFile): void {
  file.on('error', () => undefined).resume()
}

/** What the parser throws, in our words; anything else about the form is a file that did not arrive whole. */
function inWords(error: unknown): unknown {
  if (error instanceof DomainError) return error
  const { code } = error as { code?: string }
  if (code === 'FST_REQ_FILE_TOO_LARGE') return new DomainError('UPLOAD_TOO_LARGE')
  if (code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT' || code === 'FST_FIELDS_LIMIT')
    return new DomainError('UPLOAD_NOT_ALONE')
  return new DomainError('UPLOAD_CUT_OFF')
}
