import { CUT, INK, PAGE, QUIET, type Doc } from './paper'

/** White around what is written, in points; the lower one has room for the number of the page. */
export const MARGIN = { top: 50, bottom: 56, left: 54, right: 54 }
export const WIDTH = PAGE.width - MARGIN.left - MARGIN.right
const BOTTOM = PAGE.height - MARGIN.bottom
const FOOT_SIZE = 10

export function startPage(doc: Doc): void {
  doc.addPage({ size: 'A4', margins: MARGIN })
}

/** A new page where less than that height is left on this one. Answers whether there is one. */
export function makeRoom(doc: Doc, height: number): boolean {
  if (doc.y + height <= BOTTOM) return false
  startPage(doc)
  return true
}

interface Written extends PDFKit.Mixins.TextOptions {
  size: number
  quiet?: boolean
  /** Left free before it, in points. */
  before?: number
}

/** Two letters of a hash are no ligature: it would be copied as something else. PDFKit's types know a list only. */
const NO_LIGATURES = { liga: false } as never

/** A paragraph below what was written last; it runs on over as many pages as it takes. */
export function write(doc: Doc, text: string, { size, quiet = false, before = 0, ...more }: Written): void {
  doc.fontSize(size)
  if (!makeRoom(doc, before + doc.currentLineHeight(true))) doc.y += before
  doc
    .fillColor(quiet ? QUIET : INK)
    .text(text, MARGIN.left, doc.y, { width: WIDTH, lineGap: size / 4, features: NO_LIGATURES, ...more })
}

/** A heading, with room for some lines below it on the same page. */
export function head(doc: Doc, text: string, size: number, before = 18): void {
  makeRoom(doc, before + size * 5)
  write(doc, text, { size, before })
  doc.y += 3
}

/** A thin line across the page. */
export function rule(doc: Doc, y: number, color = CUT): void {
  doc.save().lineWidth(0.5).strokeColor(color)
  doc
    .moveTo(MARGIN.left, y)
    .lineTo(MARGIN.left + WIDTH, y)
    .stroke()
    .restore()
}

/** At the foot of every page what it belongs to, and its number. */
export function numberPages(doc: Doc, about: string, words: (page: number, of: number) => string): void {
  const { count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page)
    // Below the margin: a page that has one would go on to the next.
    doc.page.margins.bottom = 0
    const top = PAGE.height - MARGIN.bottom + 18
    doc.fontSize(FOOT_SIZE).fillColor(QUIET)
    doc.text(about, MARGIN.left, top, { width: WIDTH - 110, height: FOOT_SIZE * 1.5, ellipsis: true })
    doc.text(words(page + 1, count), MARGIN.left, top, { width: WIDTH, align: 'right' })
  }
}
