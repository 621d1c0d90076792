import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { columnsOf, EXPLAINING_SHEET, FORM, SHEETS, withQuote, type Sheet } from '#core/imports'

/** One sheet that is to be written: a title, and rows with the headings first. */
export interface SheetToWrite {
  title: string
  rows: Iterable<readonly string[]>
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** Rows that are written before others get a turn. */
const ROWS_AT_ONCE = 500

/** A workbook of texts, as a stream: no row waits in memory for the last one. */
export function writeXlsx(sheets: readonly SheetToWrite[]): NodeJS.ReadableStream {
  const zip = new ZipFile()
  const add = (name: string, xml: string) => zip.addBuffer(Buffer.from(HEAD + xml), name)
  add('[Content_Types].xml', contentTypes(sheets.length))
  add(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  )
  add('xl/workbook.xml', workbook(sheets))
  add('xl/_rels/workbook.xml.rels', relations(sheets.length))
  add('xl/styles.xml', STYLES)
  sheets.forEach((sheet, index) => {
    zip.addReadStream(Readable.from(sheetXml(sheet)), `xl/worksheets/sheet${index + 1}.xml`)
  })
  zip.end()
  return zip.outputStream
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

const contentTypes = (count: number) =>
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>` +
  numbers(count)
    .map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPES}.worksheet+xml"/>`)
    .join('') +
  '</Types>'

const workbook = (sheets: readonly SheetToWrite[]) =>
  `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
  sheets
    .map(
      ({ title }, index) => `<sheet name="${escaped(title)}" sheetId="${index + 1}" r:id="s${index + 1}"/>`,
    )
    .join('') +
  '</sheets></workbook>'

const relations = (count: number) =>
  `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/>` +
  numbers(count)
    .map((n) => `<Relationship Id="s${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)
    .join('') +
  '</Relationships>'

/** Style 1 is the format of texts: a spreadsheet then leaves phones and numbers as they are typed. Style 2: bold. */
const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/>' +
  '<xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1" fontId="1" applyFont="1"/></cellXfs></styleSheet>'

const WIDEST = 16_384

function* sheetXml({ rows }: SheetToWrite): Generator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><cols><col min="1" max="${WIDEST}" width="20" style="1" customWidth="1"/></cols><sheetData>`
  let piece = ''
  let row = 0
  for (const cells of rows) {
    row += 1
    const style = row === 1 ? 2 : 1
    piece += `<row r="${row}">`
    for (const text of cells)
      piece +=
        text === ''
          ? '<c/>'
          : `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(withQuote(text))}</t></is></c>`
    piece += '</row>'
    if (row % ROWS_AT_ONCE === 0) {
      yield piece
      piece = ''
    }
  }
  yield `${piece}</sheetData></worksheet>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')

/** The form to fill in: one sheet each, with headings alone, and one that explains every column. */
export function templateSheets(sheets: readonly Sheet[] = SHEETS): SheetToWrite[] {
  return [
    { title: EXPLAINING_SHEET, rows: explanation(sheets) },
    ...sheets.map((sheet) => ({ title: FORM[sheet].title, rows: [headingsOf(sheet)] })),
  ]
}

export const headingsOf = (sheet: Sheet): string[] => columnsOf(sheet).map(([, { heading }]) => heading)

function explanation(sheets: readonly Sheet[]): string[][] {
  const columns = sheets.flatMap((sheet) =>
    columnsOf(sheet).map(([, { heading, needed, hint }]) => [
      FORM[sheet].title,
      heading,
      needed ? '要填' : '可空',
      hint,
    ]),
  )
  return [
    ['表', '列', '要不要填', '怎么填'],
    ...columns,
    [],
    ['表里没写的，原来怎样还怎样；空着的格子，也不改原来的。'],
    ['不再有的，写上结束日期，不用删行。同一个文件传两遍，第二遍什么也不会改。'],
    ['用不着的表留着标题就行。不要合并单元格，不要写公式，不要写身份证号。'],
  ]
}
