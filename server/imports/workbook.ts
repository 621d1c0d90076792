import path from 'node:path'
import { FILE_WORDS, IMPORT_CELL_LENGTH, IMPORT_SHEETS, IMPORT_TEXTS } from '#core/imports'
import { FileRefused } from './file-refused'
import type { Unzipped } from './unzip'
import { attributeOf, readXml } from './xml'

/** What the sheets of a workbook share. */
export interface Workbook {
  sheets: { title: string; part: string }[]
  /** Texts that cells point to by number. */
  texts: string[]
  /** For each cell style, whether a number in it is a day. */
  dateStyles: boolean[]
  /** Days are counted from 1904 instead of 1900. */
  since1904: boolean
}

const ROOT = 'xl/workbook.xml'
/** Bytes of the parts that list sheets and styles, each: they are kept whole, and have some thousand entries. */
const SMALL_PART = 8 * 1024 * 1024
/** Characters of a cell that are kept: a little above the limit, so that it is seen to be too long. */
export const CELL_KEPT = 2 * IMPORT_CELL_LENGTH + 1

/** Reads everything but the sheets themselves. Throws a FileRefused. */
export async function readWorkbook(zip: Unzipped): Promise<Workbook> {
  if (!zip.has(ROOT)) throw new FileRefused(FILE_WORDS.unreadable)
  const targets = await readTargets(zip)
  const sheets: Workbook['sheets'] = []
  let since1904 = false
  await readXml(zip.text(ROOT, SMALL_PART), {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const part = targets.get(attributeOf(attributes, 'id') ?? '')
      if (part !== undefined) sheets.push({ title: attributes.name ?? '', part })
      if (sheets.length > IMPORT_SHEETS) throw new FileRefused(FILE_WORDS.tooManySheets)
    },
  })
  return { sheets, since1904, texts: await readTexts(zip), dateStyles: await readDateStyles(zip) }
}

async function readTargets(zip: Unzipped): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  await readXml(zip.text('xl/_rels/workbook.xml.rels', SMALL_PART), {
    open: (name, { Id: id, Target: target = '' }) => {
      if (name !== 'Relationship' || id === undefined) return
      targets.set(id, target.startsWith('/') ? target.slice(1) : path.posix.join('xl', target))
    },
  })
  return targets
}

/** A text is cut a little above the limit: the cell that points to it is refused, and nothing grows without bounds. */
async function readTexts(zip: Unzipped): Promise<string[]> {
  const texts: string[] = []
  if (!zip.has('xl/sharedStrings.xml')) return texts
  const text = textCollector()
  await readXml(zip.text('xl/sharedStrings.xml'), {
    open: (name) => text.open(name),
    close: (name) => {
      text.close(name)
      if (name === 'si') texts.push(text.take())
      if (texts.length > IMPORT_TEXTS) throw new FileRefused(FILE_WORDS.tooManyRows)
    },
    text: (piece) => text.add(piece),
  })
  return texts
}

/** Collects what stands in `<t>`, without the reading aids (`<rPh>`) that Chinese and Japanese texts may carry. */
export function textCollector() {
  let text = ''
  let inText = false
  let aside = false
  return {
    open: (name: string) => {
      if (name === 't') inText = true
      if (name === 'rPh') aside = true
    },
    close: (name: string) => {
      if (name === 't') inText = false
      if (name === 'rPh') aside = false
    },
    add: (piece: string) => {
      if (inText && !aside && text.length < CELL_KEPT) text += piece.slice(0, CELL_KEPT)
    },
    take: () => {
      const taken = text.slice(0, CELL_KEPT)
      text = ''
      return taken
    },
  }
}

/** Formats of days that every spreadsheet knows by number (ECMA-376, part 1, 18.8.30); the rest are spelled out. */
const isKnownDate = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
const spellsDate = (code: string) =>
  /[ymd]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')) && !/^general$/i.test(code)

async function readDateStyles(zip: Unzipped): Promise<boolean[]> {
  const spelled = new Map<string, boolean>()
  const styles: boolean[] = []
  if (!zip.has('xl/styles.xml')) return styles
  let inCells = false
  await readXml(zip.text('xl/styles.xml', SMALL_PART), {
    open: (name, { numFmtId: id = '', formatCode = '' }) => {
      if (name === 'numFmt') spelled.set(id, spellsDate(formatCode))
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) styles.push(spelled.get(id) ?? isKnownDate(Number(id)))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}
