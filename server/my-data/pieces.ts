import type { ContactBox } from '#server/platform/crypto/index'
import type { FileStore } from '#server/platform/files/index'

/**
 * An archive lies in the store in pieces of this size, in bytes: a folder and a bucket both keep whole files only, and so
 * nobody ever holds more than one piece. Each is sealed: what stands open in the archive, such as a phone number, doesn't
 * stand open in the store, and a piece in another's place doesn't open.
 */
const PIECE_BYTES = 4 * 1024 * 1024

/** Where pieces lie, and what seals them. */
export interface PieceStore {
  store: FileStore
  contactBox: ContactBox
}

const keyOf = (archiveId: string, piece: number) => `archives/${archiveId}/${piece}.part`
const sealedAs = (archiveId: string, piece: number) => `piece ${piece} of archive ${archiveId}`

/** The keys under which so many pieces may lie. */
export function keysOfPieces(archiveId: string, pieces: number): string[] {
  return Array.from({ length: pieces }, (_, index) => keyOf(archiveId, index + 1))
}

/** Puts a stream away piece by piece; `announce` hears of each before it is there. Answers how many bytes it was. */
export async function putPieces(
  { store, contactBox }: PieceStore,
  archiveId: string,
  stream: AsyncIterable<Buffer | string>,
  announce: (piece: number) => Promise<void>,
): Promise<number> {
  let waiting: Buffer[] = []
  let size = 0
  let piece = 0
  let bytes = 0
  const put = async () => {
    piece += 1
    await announce(piece)
    const sealed = contactBox.seal(Buffer.concat(waiting), sealedAs(archiveId, piece))
    await store.put(keyOf(archiveId, piece), sealed)
    waiting = []
    size = 0
  }
  for await (const chunk of stream) {
    const part = Buffer.from(chunk)
    waiting.push(part)
    size += part.length
    bytes += part.length
    if (size >= PIECE_BYTES) await put()
  }
  if (size > 0) await put()
  return bytes
}

/** The pieces again, one after the other. Throws when one is missing or was changed. */
export async function* readPieces(
  { store, contactBox }: PieceStore,
  archiveId: string,
  pieces: number,
): AsyncGenerator<Buffer> {
  for (let piece = 1; piece <= pieces; piece += 1) {
    const sealed = await store.get(keyOf(archiveId, piece))
    if (!sealed) throw new Error('A piece of an archive is missing')
    yield contactBox.openBytes(sealed, sealedAs(archiveId, piece))
  }
}
