import { codeInGroups, stickerWords, type SheetLayout } from '#core/places'
import {
  CUT,
  drawPaper,
  drawQr,
  fitting,
  INK,
  PAGE,
  QUIET,
  type Doc,
  type Fitting,
  type Square,
} from '#server/platform/paper/paper'
import type { CodePicture } from './code-pictures'

/** What is on one sticker. */
export interface Sticker {
  place: string
  community: string
  code: string
  picture: CodePicture
}

/** How a sticker is set, in points. */
interface Look {
  columns: number
  rows: number
  margin: number
  /** Largest and smallest size of the place's name, and the height it may take. */
  name: Fitting
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

/** Draws stickers as a PDF. */
export function drawSheet(layout: SheetLayout, stickers: readonly Sticker[]): Promise<Buffer> {
  const look = LOOKS[layout]
  const onPage = look.columns * look.rows
  return drawPaper('门口的码', (doc) =>
    stickers.forEach((sticker, index) => {
      if (index % onPage === 0) {
        doc.addPage()
        drawCuts(doc, look)
      }
      drawSticker(doc, look, sticker, index % onPage)
    }),
  )
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

/** WeChat's picture as it is, or a QR code. */
function drawPicture(doc: Doc, picture: CodePicture, square: Square): void {
  if ('address' in picture) return drawQr(doc, picture.address, square)
  const { x, y, side } = square
  doc.image(Buffer.from(picture.wechat), x, y, { fit: [side, side], align: 'center', valign: 'center' })
}
