import { SaxesParser } from 'saxes'
import { FILE_WORDS } from '#core/imports'
import { FileRefused } from './file-refused'

export interface XmlListener {
  open?(name: string, attributes: Record<string, string>): void
  close?(name: string): void
  text?(text: string): void
}

/** Tags within tags: a sheet has six. The parser keeps something of every tag that is open. */
const DEEPEST = 64
/** Characters between two tags: a cell of a spreadsheet holds 32,767. The parser keeps them all until the next tag. */
const LONGEST_PIECE = 1024 * 1024

/**
 * Reads XML piece by piece. Names come without their prefix. Entities of the file's own are not known, so none unfolds
 * into more. Throws a FileRefused for what is no XML or outgrows memory, and whatever the listener throws.
 */
export async function readXml(pieces: AsyncIterable<string>, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser()
  let depth = 0
  let quiet = 0
  // What is thrown here comes out of write() and close(), and nothing is read after it.
  parser.on('error', () => {
    throw new FileRefused(FILE_WORDS.unreadable)
  })
  parser.on('opentag', ({ name, attributes }) => {
    quiet = 0
    depth += 1
    if (depth > DEEPEST) throw new FileRefused(FILE_WORDS.unreadable)
    listener.open?.(withoutPrefix(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    quiet = 0
    depth -= 1
    listener.close?.(withoutPrefix(name))
  })
  parser.on('text', (text) => listener.text?.(text))
  parser.on('cdata', (text) => listener.text?.(text))
  for await (const piece of pieces) {
    quiet += piece.length
    if (quiet > LONGEST_PIECE) throw new FileRefused(FILE_WORDS.unreadable)
    parser.write(piece)
  }
  parser.close()
}

const withoutPrefix = (name: string) => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** The attribute of this local name, whatever its prefix. */
export function attributeOf(attributes: Record<string, string>, name: string): string | undefined {
  const found = Object.keys(attributes).find((key) => withoutPrefix(key) === name)
  return found === undefined ? undefined : attributes[found]
}
