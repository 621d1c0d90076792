import { fullDate, timeInWords } from '#core/calendar'
import {
  ballotCode,
  bindingInWords,
  optionLabel,
  PAPER_WORDS,
  seenInWords,
  type VoteItemView,
} from '#core/votes'
import { CUT, drawQr, fitting, INK, PAGE, QUIET, type Doc } from '#server/platform/paper/paper'
import type { PaperVoter, VotePaper } from './vote-paper'

type Ballots = Extract<VotePaper, { print: 'ballots' }>

const WORDS = PAPER_WORDS.ballots
const LEFT = 40
const WIDTH = PAGE.width - 2 * LEFT
/** White above and below each part of a slip. */
const PAD = 16
const STUB = 104
const CODE = 76
const TITLE = 20
const ITEM = 17
const OPTION = 18
const SMALL = 11.5
const BOX = 26
const GAP = 9

/** By so much of its size the font stands below the middle of its line. */
const DESCENT = 0.12

/** An item as it is set: the same for every voter, so it is measured once. */
interface SetItem {
  heading: string
  how: string
  options: readonly string[]
  columns: number
  /** Of the heading with how to fill it in, of one row of options, of all of it. */
  above: number
  row: number
  height: number
}

/** 纸质选票: per voter a stub with the name, a label with the number alone for the envelope, and the ballot itself. */
export function drawBallots(doc: Doc, { vote, voters, community }: Ballots): void {
  const items = vote.items.map((item, index) =>
    setItem(doc, item, vote.items.length > 1 ? index + 1 : undefined),
  )
  const told = [seenInWords(vote), bindingInWords(vote.binding, vote.electorate)]
  const heading = headingHeight(doc, vote.title, told)
  const height = STUB + PAD + heading + sum(items) + howHeight(doc) + PAD
  const onPage = Math.max(1, Math.floor(PAGE.height / height))
  const slot = PAGE.height / onPage
  voters.forEach((voter, index) => {
    if (index % onPage === 0) doc.addPage()
    const top = (index % onPage) * slot
    if (top > 0) cutLine(doc, [0, top], [PAGE.width, top])
    drawStub(doc, { vote, voters, community } as Ballots, voter, top)
    drawBallot(doc, { title: vote.title, closesAt: vote.closesAt, community, told, items }, top + STUB + PAD)
  })
}

const sum = (items: readonly SetItem[]): number => items.reduce((all, { height }) => all + height, 0)

function headingHeight(doc: Doc, title: string, told: readonly string[]): number {
  const above = doc.fontSize(TITLE).heightOfString(title, { width: WIDTH }) + SMALL * 2 + GAP
  doc.fontSize(SMALL)
  return told.reduce((all, one) => all + doc.heightOfString(one, { width: WIDTH }), above)
}

function howHeight(doc: Doc): number {
  return WORDS.how.reduce(
    (all, one, index) =>
      all + doc.fontSize(SMALL).heightOfString(`${index + 1}. ${one}`, { width: WIDTH }) + 2,
    GAP,
  )
}

function setItem(
  doc: Doc,
  { title, options, maxChoices }: VoteItemView,
  number: number | undefined,
): SetItem {
  const heading = number === undefined ? title : `${number}. ${title}`
  const how = maxChoices !== null && maxChoices > 1 ? WORDS.boxes(maxChoices) : WORDS.box
  const labels = options.map(optionLabel)
  doc.fontSize(OPTION)
  const widest = Math.max(...labels.map((label) => doc.widthOfString(label)))
  const columns = Math.max(1, Math.min(3, labels.length, Math.floor(WIDTH / (widest + BOX + 28))))
  const width = WIDTH / columns - BOX - 20
  const row = Math.max(BOX, ...labels.map((label) => doc.heightOfString(label, { width }))) + GAP
  const above =
    doc.fontSize(ITEM).heightOfString(heading, { width: WIDTH }) +
    doc.fontSize(SMALL).heightOfString(how, { width: WIDTH }) +
    GAP
  const height = above + row * Math.ceil(labels.length / columns) + GAP
  return { heading, how, options: labels, columns, above, row, height }
}

/** Left the stub with the name, for who takes the envelope in; right the label with the number alone. */
function drawStub(doc: Doc, { vote, community }: Ballots, { number, name }: PaperVoter, top: number): void {
  const middle = PAGE.width * 0.56
  const stub = { width: middle - LEFT - 16 }
  doc
    .fontSize(SMALL)
    .fillColor(QUIET)
    .text(WORDS.stub, LEFT, top + PAD, stub)
  const { size } = fitting(doc, name, stub.width, { from: 20, to: 11, height: 28 })
  doc.fontSize(size).fillColor(INK)
  doc.text(name, LEFT, doc.y + 4, { ...stub, height: 30, ellipsis: true })
  doc.fontSize(14).text(WORDS.number(number), LEFT, top + PAD + 44, stub)
  doc.fontSize(SMALL).fillColor(QUIET)
  doc.text(`${vote.title}（${community}）`, LEFT, top + PAD + 68, {
    ...stub,
    height: SMALL * 1.4,
    ellipsis: true,
  })
  cutLine(doc, [middle, top], [middle, top + STUB])
  drawQr(doc, ballotCode(vote.voteId, number), {
    x: PAGE.width - LEFT - CODE,
    y: top + (STUB - CODE) / 2,
    side: CODE,
  })
  const label = { width: PAGE.width - LEFT - CODE - middle - 24 }
  doc
    .fontSize(SMALL)
    .fillColor(QUIET)
    .text(WORDS.label, middle + 14, top + PAD, label)
  doc
    .fontSize(24)
    .fillColor(INK)
    .text(WORDS.number(number), middle + 14, top + PAD + 36, label)
  cutLine(doc, [0, top + STUB], [PAGE.width, top + STUB])
}

interface SetBallot {
  title: string
  closesAt: string
  community: string
  /** Who will see what is chosen, and what the result is worth. */
  told: readonly string[]
  items: readonly SetItem[]
}

/** The ballot itself: neither name nor number. One that is too long for a page goes on on the next. */
function drawBallot(doc: Doc, { title, closesAt, community, told, items }: SetBallot, from: number): void {
  doc.fontSize(TITLE).fillColor(INK).text(title, LEFT, from, { width: WIDTH })
  const until = WORDS.until(`${fullDate(closesAt)} ${timeInWords(closesAt)}`)
  doc
    .fontSize(SMALL)
    .fillColor(QUIET)
    .text(`${WORDS.heading}　${community}　${until}`, LEFT, doc.y, { width: WIDTH })
  for (const one of told) doc.fillColor(INK).text(one, LEFT, doc.y, { width: WIDTH })
  const pen: Pen = { top: doc.y + GAP }
  for (const item of items) drawItem(doc, item, pen)
  turn(doc, pen, howHeight(doc))
  WORDS.how.forEach((sentence, index) => {
    doc
      .fontSize(SMALL)
      .fillColor(QUIET)
      .text(`${index + 1}. ${sentence}`, LEFT, pen.top, { width: WIDTH })
    pen.top = doc.y + 2
  })
}

/** How far down the page has been written. */
interface Pen {
  top: number
}

function turn(doc: Doc, pen: Pen, height: number): void {
  if (pen.top + height <= PAGE.height - PAD) return
  doc.addPage()
  pen.top = PAD * 2
}

function drawItem(doc: Doc, { heading, how, options, columns, above, row }: SetItem, pen: Pen): void {
  turn(doc, pen, above + row)
  doc.fontSize(ITEM).fillColor(INK).text(heading, LEFT, pen.top, { width: WIDTH })
  doc.fontSize(SMALL).fillColor(QUIET).text(how, LEFT, doc.y, { width: WIDTH })
  pen.top += above
  for (let first = 0; first < options.length; first += columns) {
    turn(doc, pen, row)
    options.slice(first, first + columns).forEach((option, column) => {
      const x = LEFT + (WIDTH / columns) * column
      doc.save().lineWidth(1.6).strokeColor(INK).rect(x, pen.top, BOX, BOX).stroke().restore()
      doc.fontSize(OPTION).fillColor(INK)
      const width = WIDTH / columns - BOX - 20
      doc.text(option, x + BOX + 10, pen.top + (BOX - OPTION) / 2 - OPTION * DESCENT, { width })
    })
    pen.top += row
  }
  pen.top += GAP
}

function cutLine(doc: Doc, [x, y]: [number, number], [toX, toY]: [number, number]): void {
  doc.save().lineWidth(0.5).dash(4, { space: 4 }).strokeColor(CUT)
  doc.moveTo(x, y).lineTo(toX, toY).stroke().undash().restore()
}
