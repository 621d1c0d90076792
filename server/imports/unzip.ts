import { promisify } from 'node:util'
import type { Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { FILE_WORDS, IMPORT_UNPACKED_BYTES } from '#core/imports'
import { FileRefused } from './file-refused'

const open = promisify<Buffer, yauzl.Options, ZipFile>(yauzl.fromBuffer)
/** Parts of a workbook: its sheets, and some more. */
const MOST_ENTRIES = 500

/** The parts of a zip file by name. */
export interface Unzipped {
  has(name: string): boolean
  /**
   * The part as it unpacks, piece by piece; it may not be larger than `most` bytes, nor all parts together than the limit.
   * Throws a FileRefused.
   */
  text(name: string, most?: number): AsyncGenerator<string>
}

/** Opens a zip file. What it says of its own size is checked first, what really comes out is counted. */
export async function unzip(file: Buffer): Promise<Unzipped> {
  const zip = await inWords(() => open(file, { lazyEntries: true, autoClose: false }))
  const entries = await inWords(() => entriesOf(zip))
  let left = IMPORT_UNPACKED_BYTES
  const said = [...entries.values()].reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (said > left) throw new FileRefused(FILE_WORDS.unpacksTooBig)
  const stream = promisify<Entry, Readable>((entry, done) => zip.openReadStream(entry, done))
  return {
    has: (name) => entries.has(name),
    text: async function* (name, most = IMPORT_UNPACKED_BYTES) {
      const entry = entries.get(name)
      if (!entry) throw new FileRefused(FILE_WORDS.unreadable)
      const decoder = new TextDecoder('utf-8', { fatal: true })
      let size = 0
      try {
        for await (const piece of (await stream(entry)) as AsyncIterable<Buffer>) {
          left -= piece.length
          size += piece.length
          if (left < 0 || size > most) throw new FileRefused(FILE_WORDS.unpacksTooBig)
          yield decoder.decode(piece, { stream: true })
        }
        yield decoder.decode()
      } catch (error) {
        throw refusalOf(error)
      }
    },
  }
}

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    zip.on('error', reject)
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      if (entries.size >= MOST_ENTRIES) return reject(new FileRefused(FILE_WORDS.unreadable))
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw refusalOf(error)
  }
}

/** Whatever the zip or its text is broken by: its maker can only save it anew. */
function refusalOf(error: unknown): FileRefused {
  return error instanceof FileRefused ? error : new FileRefused(FILE_WORDS.unreadable)
}
