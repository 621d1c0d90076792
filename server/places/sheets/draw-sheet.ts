import { readFile } from 'node:fs/promises'
import path from 'node:path'
import PDFDocument from 'pdfkit'
import { create as createQr } from 'qrcode'
import { codeInGroups, stickerWords, type SheetLayout } from '#core/places'
import type { CodePicture } from './code-pictures'

/** What is on one sticker. */
export interface Sticker {
  place: string
  community: string
  code: string
  picture: CodePicture
}

/** A4 in points. */
const PAGE = { width: 595.28, height: 841.89 }
const INK = '#000000'
const QUIET = '#444444'
const CUT = '#888888'

/** How a sticker is set, in points. */
interface Look {
  columns: number
  rows: number
  margin: number
  /** Largest and smallest size of the place's name, and the height it may take. */
  name: { from: number; to: number; height: number }
  /** A side of the code, and the white around it that scanners need: four modules of a QR code. */
  picture: number
  quiet: number
  words: number
  /** Size of the code to type: read off a wall, by eyes of seventy. */
  typed: number
  small: number
}

const LOOKS: Record<SheetLayout, Look> = {
  cut: {
    columns: 2,
    rows: 3,
    margin: 14,
    name: { from: 28, to: 8, height: 58 },
    picture: 108,
    quiet: 10,
    words: 11,
    typed: 13,
    small: 9,
  },
  poster: {
    columns: 1,
    rows: 1,
    margin: 54,
    name: { from: 56, to: 20, height: 190 },
    picture: 340,
    quiet: 32,
    words: 22,
    typed: 24,
    small: 16,
  },
}

/** Noto Sans Hans Medium, under the Open Font License (docs/adr/0017). */
function readFont(): Promise<Buffer> {
  const folder = path.dirname(path.dirname(require.resolve('@embedpdf/fonts-sc')))
  return readFile(path.join(folder, 'fonts/NotoSansHans-Medium.otf'))
}

/** Draws stickers as a PDF in which only the characters that are needed are embedded. Keeps its thread busy for seconds. */
export async function drawSheet(layout: SheetLayout, stickers: readonly Sticker[]): Promise<Buffer> {
  // `font` is set, or PDFKit would load Helvetica. Its types know a path only.
  const options = { size: 'A4', margin: 0, autoFirstPage: false, font: (await readFont()) as never }
  const info = { Title: '门口的码', Producer: 'Linli' }
  const doc = new PDFDocument({ ...options, lang: 'zh-CN', displayTitle: true, info })
  const whole = collect(doc)
  const look = LOOKS[layout]
  const onPage = look.columns * look.rows
  stickers.forEach((sticker, index) => {
    if (index % onPage === 0) {
      doc.addPage()
      drawCuts(doc, look)
    }
    drawSticker(doc, look, sticker, index % onPage)
  })
  doc.end()
  return whole
}

type Doc = PDFKit.PDFDocument

function collect(doc: Doc): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
}

/** Dashed lines between the stickers. */
function drawCuts(doc: Doc, { columns, rows }: Look): void {
  doc.save().lineWidth(0.5).dash(4, { space: 4 }).strokeColor(CUT)
  for (let column = 1; column < columns; column += 1) {
    const x = (PAGE.width / columns) * column
    doc.moveTo(x, 0).lineTo(x, PAGE.height).stroke()
  }
  for (let row = 1; row < rows; row += 1) {
    const y = (PAGE.height / rows) * row
    doc.moveTo(0, y).lineTo(PAGE.width, y).stroke()
  }
  doc.undash().restore()
}

function drawSticker(doc: Doc, look: Look, { place, community, code, picture }: Sticker, at: number): void {
  const { columns, rows, margin } = look
  const width = PAGE.width / columns - 2 * margin
  const left = (PAGE.width / columns) * (at % columns) + margin
  let top = (PAGE.height / rows) * Math.floor(at / columns) + margin
  const write = (text: string, size: number, color: string, more: PDFKit.Mixins.TextOptions = {}) => {
    doc
      .fontSize(size)
      .fillColor(color)
      .text(text, left, top, { width, align: 'center', ...more })
    top = doc.y
  }
  const { size, height } = fitting(doc, place, width, look.name)
  top += (look.name.height - height) / 2
  write(place, size, INK, { height: look.name.height, ellipsis: true })
  top += (look.name.height - height) / 2 + look.quiet
  drawPicture(doc, picture, { x: left + (width - look.picture) / 2, y: top, side: look.picture })
  top += look.picture + look.quiet
  const words = stickerWords('wechat' in picture)
  write(words.what, look.words, INK)
  top += look.small / 3
  write(words.byHand, look.small, QUIET)
  // One blank is narrow in this font; word spacing would draw none at all, and nothing could be copied.
  write(codeInGroups(code).replace(/ /g, '  '), look.typed, INK)
  write(community, look.small, QUIET)
}

/** The largest size in which a name fits; the longest are cut off at the smallest. */
function fitting(
  doc: Doc,
  text: string,
  width: number,
  { from, to, height }: Look['name'],
): { size: number; height: number } {
  for (let size = from; size > to; size -= 1) {
    const needed = doc.fontSize(size).heightOfString(text, { width, align: 'center' })
    if (needed <= height) return { size, height: needed }
  }
  return { size: to, height }
}

interface Square {
  x: number
  y: number
  side: number
}

/** WeChat's picture as it is; a QR code as black modules, drawn row by row in runs, so that it is sharp at any size. */
function drawPicture(doc: Doc, picture: CodePicture, { x, y, side }: Square): void {
  if ('wechat' in picture) {
    doc.image(Buffer.from(picture.wechat), x, y, { fit: [side, side], align: 'center', valign: 'center' })
    return
  }
  const { size, data } = createQr(picture.address, { errorCorrectionLevel: 'M' }).modules
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
