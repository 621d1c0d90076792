import { SAXParser } from 'sax'
import { FILE_WORDS } from '#core/imports'
import { FileRefused } from './file-refused'

export interface XmlListener {
  open?(name: string, attributes: Record<string, string>): void
  close?(name: string): void
  text?(text: string): void
}

/**
 * Reads XML piece by piece. Names come without their prefix. Entities of the file's own are not known, so none unfolds
 * into more. Throws a FileRefused for what is no XML, and whatever the listener throws.
 */
export async function readXml(pieces: AsyncIterable<string>, listener: XmlListener): Promise<void> {
  const parser = new SAXParser(true)
  let failure: unknown
  const guarded =
    <Given extends unknown[]>(work: (...given: Given) => void) =>
    (...given: Given) => {
      if (failure !== undefined) return
      try {
        work(...given)
      } catch (error) {
        failure = error
      }
    }
  parser.onerror = () => {
    failure ??= new FileRefused(FILE_WORDS.unreadable)
  }
  parser.onopentag = guarded(({ name, attributes }) =>
    listener.open?.(withoutPrefix(name), attributes as Record<string, string>),
  )
  parser.onclosetag = guarded((name) => listener.close?.(withoutPrefix(name)))
  parser.ontext = guarded((text) => listener.text?.(text))
  parser.oncdata = guarded((text) => listener.text?.(text))
  const stopOnFailure = () => {
    if (failure !== undefined) throw failure as Error
  }
  for await (const piece of pieces) {
    parser.write(piece)
    stopOnFailure()
  }
  parser.close()
  stopOnFailure()
}

const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1)

/** The attribute of this local name, whatever its prefix. */
export function attributeOf(attributes: Record<string, string>, name: string): string | undefined {
  const found = Object.keys(attributes).find((key) => withoutPrefix(key) === name)
  return found === undefined ? undefined : attributes[found]
}
