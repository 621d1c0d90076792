import { inflateSync } from 'node:zlib'

/** What a test looks for in a PDF, read from its bytes by the PDF specification (ISO 32000-1). */
export interface ReadPdf {
  pages: number
  /** Fonts that are embedded as a subset: six letters and a plus stand before their names (9.6.4). */
  subsets: string[]
  /** Embedded font programs. */
  fontFiles: number
  /** The text as it can be selected and read out, through the fonts' own tables (9.10.3). */
  text: string
  pictures: number
}

/** Reads a PDF made with one font. */
export function readPdf(bytes: Buffer): ReadPdf {
  const source = bytes.toString('latin1')
  const streams = [...source.matchAll(/>>\s*stream\r?\n/g)].flatMap(({ index, 0: head }) => {
    const start = index + head.length
    return inflated(bytes.subarray(start, source.indexOf('endstream', start)))
  })
  const unicode = unicodeOf(streams)
  const words = streams.flatMap((stream) =>
    [...stream.matchAll(/\[([^\]]*)\]\s*TJ/g)].map(([, parts = '']) =>
      [...parts.matchAll(/<([0-9a-f]+)>/gi)].map(([, hex = '']) => decoded(hex, unicode)).join(''),
    ),
  )
  return {
    pages: (source.match(/\/Type \/Page\b(?!s)/g) ?? []).length,
    subsets: [...new Set([...source.matchAll(/\/FontName \/([A-Z]{6}\+\S+)/g)].map(([, name = '']) => name))],
    fontFiles: (source.match(/\/FontFile[23]? /g) ?? []).length,
    text: words.join('\n'),
    pictures: (source.match(/\/Subtype \/Image/g) ?? []).length,
  }
}

function inflated(stream: Buffer): string[] {
  try {
    return [inflateSync(stream).toString('latin1')]
  } catch {
    return []
  }
}

/** Glyph numbers of the subset to characters: the ranges of the ToUnicode table. */
function unicodeOf(streams: readonly string[]): Map<number, string> {
  const characters = new Map<number, string>()
  for (const table of streams.filter((stream) => stream.includes('beginbfrange'))) {
    for (const [, from = '', list = ''] of table.matchAll(/<([0-9a-f]+)>\s*<[0-9a-f]+>\s*\[([^\]]*)\]/gi)) {
      const entries = [...list.matchAll(/<([0-9a-f]+)>/gi)]
      entries.forEach(([, hex = ''], index) =>
        characters.set(parseInt(from, 16) + index, Buffer.from(hex, 'hex').swap16().toString('utf16le')),
      )
    }
  }
  return characters
}

const decoded = (hex: string, unicode: Map<number, string>): string =>
  (hex.match(/.{4}/g) ?? []).map((glyph) => unicode.get(parseInt(glyph, 16)) ?? '?').join('')
