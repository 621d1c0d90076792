import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { columnsOf, FORM, type Sheet } from '#core/imports'

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '')

/** One cell of a workbook as XML: a text is one by itself. */
export type CellXml = string | { xml: string }
const cellXml = (cell: CellXml) =>
  typeof cell === 'string' ? `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>` : cell.xml

/** A sheet as it is put into a workbook; `after` stands behind its rows. */
export interface SheetXml {
  title: string
  rows: CellXml[][]
  after?: string
}

const rowsXml = (rows: CellXml[][]) =>
  rows.map((cells, index) => `<row r="${index + 1}">${cells.map(cellXml).join('')}</row>`).join('')

/** A workbook made by hand, so that a test can put into it what a spreadsheet would. */
export function workbookOf(sheets: readonly SheetXml[], parts: Record<string, string> = {}): Promise<Buffer> {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const named = sheets
    .map(
      ({ title }, index) => `<sheet name="${escaped(title)}" sheetId="${index + 1}" r:id="s${index + 1}"/>`,
    )
    .join('')
  const related = sheets
    .map(
      (_, index) => `<Relationship Id="s${index + 1}" Type="x" Target="worksheets/sheet${index + 1}.xml"/>`,
    )
    .join('')
  return zipOf({
    'xl/workbook.xml': `<workbook xmlns:r="${office}"><sheets>${named}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${related}</Relationships>`,
    ...Object.fromEntries(
      sheets.map(({ rows, after = '' }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet><sheetData>${rowsXml(rows)}</sheetData>${after}</worksheet>`,
      ]),
    ),
    ...parts,
  })
}

export function zipOf(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return buffer(zip.outputStream)
}

export const headingsOf = (sheet: Sheet) => columnsOf(sheet).map(([, { heading }]) => heading)

/** A workbook of texts, under the headings of the form. */
export function tablesXlsx(tables: Partial<Record<Sheet, string[][]>>): Promise<Buffer> {
  return workbookOf(
    (Object.keys(tables) as Sheet[]).map((sheet) => ({
      title: FORM[sheet].title,
      rows: [headingsOf(sheet), ...(tables[sheet] ?? [])],
    })),
  )
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)

/** One sheet as CSV. */
export const tableCsv = (sheet: Sheet, rows: string[][]): string =>
  [headingsOf(sheet), ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n')
