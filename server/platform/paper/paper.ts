import { readFile } from 'node:fs/promises'
import path from 'node:path'
import PDFDocument from 'pdfkit'
import { create as createQr } from 'qrcode'

export type Doc = PDFKit.PDFDocument

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89 }
export const INK = '#000000'
export const QUIET = '#444444'
export const CUT = '#888888'

/** Noto Sans Hans Medium, under the Open Font License (docs/adr/0017). */
function readFont(): Promise<Buffer> {
  const folder = path.dirname(path.dirname(require.resolve('@embedpdf/fonts-sc')))
  return readFile(path.join(folder, 'fonts/NotoSansHans-Medium.otf'))
}

/** Draws a PDF in which only the characters that are needed are embedded. Keeps its thread busy for seconds. */
export async function drawPaper(
  title: string,
  draw: (doc: Doc) => void,
  { keepsPages = false }: { keepsPages?: boolean } = {},
): Promise<Buffer> {
  // `font` is set, or PDFKit would load Helvetica. Its types know a path only.
  const options = { size: 'A4', margin: 0, autoFirstPage: false, font: (await readFont()) as never }
  const info = { Title: title, Producer: 'Linli' }
  const doc = new PDFDocument({
    ...options,
    lang: 'zh-CN',
    displayTitle: true,
    info,
    bufferPages: keepsPages,
  })
  const whole = collect(doc)
  draw(doc)
  doc.end()
  return whole
}

function collect(doc: Doc): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
}

export interface Fitting {
  /** Largest and smallest size, and the height there is. */
  from: number
  to: number
  height: number
}

/** The largest size in which a text fits; the longest are cut off at the smallest. */
export function fitting(
  doc: Doc,
  text: string,
  width: number,
  { from, to, height }: Fitting,
): { size: number; height: number } {
  for (let size = from; size > to; size -= 1) {
    const needed = doc.fontSize(size).heightOfString(text, { width, align: 'center' })
    if (needed <= height) return { size, height: needed }
  }
  return { size: to, height }
}

export interface Square {
  x: number
  y: number
  side: number
}

/** A QR code as black modules, drawn row by row in runs, so that it is sharp at any size. */
export function drawQr(doc: Doc, text: string, { x, y, side }: Square): void {
  const { size, data } = createQr(text, { errorCorrectionLevel: 'M' }).modules
  const module = side / size
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const start = column
      while (column < size && data[row * size + column]) column += 1
      if (column > start) doc.rect(x + start * module, y + row * module, (column - start) * module, module)
    }
  }
  doc.fill(INK)
}
