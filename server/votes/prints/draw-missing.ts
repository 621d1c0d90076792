import { fullDate, timeInWords } from '#core/calendar'
import { areaInWords, bindingInWords, PAPER_WORDS, votersOnPaper } from '#core/votes'
import { CUT, fitting, INK, QUIET, type Doc } from '#server/platform/paper/paper'
import {
  head,
  makeRoom,
  MARGIN,
  numberPages,
  rule,
  startPage,
  WIDTH,
  write,
} from '#server/platform/paper/flow'
import type { PaperVoter, VotePaper } from './vote-paper'

const WORDS = PAPER_WORDS.missing
const ROW = 30
const BOX = 15
const NAME_SIZE = 15
/** Of the names of many who own together, on two lines. */
const SMALLEST = 9
const SMALL = 11
/** The letters of this font stand above the middle of their line. */
const LOWER = 2
/** Where the line to write on begins, in points from the left. */
const NAME_WIDTH = 250

type Missing = Extract<VotePaper, { print: 'missing' }>

/** 还没投的: a box to tick, who it is, and a line to write on. */
export function drawMissing(doc: Doc, { vote, voters, community, printedAt }: Missing): void {
  startPage(doc)
  write(doc, WORDS.heading, { size: 28 })
  write(doc, vote.title, { size: 18, before: 4 })
  write(doc, `${community} ${vote.placeName}`, { size: 12, quiet: true, before: 2 })
  const moment = `${fullDate(printedAt)} ${timeInWords(printedAt)}`
  write(doc, WORDS.asOf(moment, votersOnPaper(vote.electorate, voters.length)), { size: 12, before: 8 })
  write(doc, bindingInWords(vote.binding, vote.electorate), { size: 12, before: 2 })
  write(doc, WORDS.manners, { size: 12, before: 2 })
  doc.y += 10
  if (voters.length === 0) head(doc, WORDS.nobody, 18)
  for (const voter of voters) drawRow(doc, voter, vote.electorate === 'owners')
  numberPages(doc, `${WORDS.heading}：${vote.title}`, PAPER_WORDS.page)
}

function drawRow(doc: Doc, { name, areaCentiM2 }: PaperVoter, isByArea: boolean): void {
  makeRoom(doc, ROW)
  const top = doc.y
  doc
    .save()
    .lineWidth(1.2)
    .strokeColor(INK)
    .rect(MARGIN.left, top + (ROW - BOX) / 2, BOX, BOX)
    .stroke()
    .restore()
  const left = MARGIN.left + BOX + 10
  const { size, height } = fitting(doc, name, NAME_WIDTH, { from: NAME_SIZE, to: SMALLEST, height: ROW })
  doc.fontSize(size).fillColor(INK)
  doc.text(name, left, top + (ROW - height) / 2 + LOWER, { width: NAME_WIDTH, height: ROW, ellipsis: true })
  if (isByArea) {
    doc.fontSize(SMALL).fillColor(QUIET)
    doc.text(
      areaInWords(areaCentiM2),
      left + NAME_WIDTH,
      top + (ROW - doc.currentLineHeight(true)) / 2 + LOWER,
      {
        width: 80,
        align: 'right',
      },
    )
  }
  const from = left + NAME_WIDTH + (isByArea ? 90 : 10)
  doc.save().lineWidth(0.5).strokeColor(QUIET)
  doc
    .moveTo(from, top + ROW - 6)
    .lineTo(MARGIN.left + WIDTH, top + ROW - 6)
    .stroke()
    .restore()
  rule(doc, top + ROW, CUT)
  doc.y = top + ROW
}
