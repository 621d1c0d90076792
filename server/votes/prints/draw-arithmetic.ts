import type { Arithmetic, ResultTable } from '#core/votes'
import { CUT, INK, QUIET, type Doc } from '#server/platform/paper/paper'
import { makeRoom, MARGIN, rule, WIDTH, write } from '#server/platform/paper/flow'

const ROW = 24
const SIZE = 13
const SMALL = 11
const COLUMN = 120

/** 交了多少票: a row for each option, sums set off. */
export function drawTable(doc: Doc, { heads, rows, notes }: ResultTable): void {
  doc.y += 8
  drawRow(doc, '', heads, { size: SMALL, isSum: false })
  for (const { name, persons, area, isSum } of rows)
    drawRow(doc, name, area === undefined ? [persons] : [persons, area], { size: SIZE, isSum })
  doc.y += 4
  for (const note of notes) write(doc, note, { size: SMALL, quiet: true })
}

function drawRow(
  doc: Doc,
  name: string,
  cells: readonly string[],
  { size, isSum }: { size: number; isSum: boolean },
): void {
  makeRoom(doc, ROW)
  const top = doc.y
  const right = MARGIN.left + WIDTH
  doc.fontSize(size).fillColor(name === '' ? QUIET : INK)
  const line = top + (ROW - doc.currentLineHeight(true)) / 2 + 1
  if (name !== '')
    doc.text(name, MARGIN.left, line, {
      width: WIDTH - COLUMN * cells.length - 8,
      height: size * 1.3,
      ellipsis: true,
    })
  cells.forEach((cell, index) =>
    doc.text(cell, right - COLUMN * (cells.length - index), line, { width: COLUMN, align: 'right' }),
  )
  rule(doc, top + ROW, isSum ? INK : CUT)
  doc.y = top + ROW
}

/** The sums line by line, and what follows from them. */
export function drawSums(doc: Doc, { steps, conclusion, basis }: Arithmetic): void {
  for (const { title, sums } of steps) {
    makeRoom(doc, 90)
    write(doc, title, { size: 15, before: 12 })
    for (const { name, equations, end, state } of sums) {
      write(doc, name, { size: SMALL, quiet: true, before: 4, indent: 16 })
      for (const { left, right } of equations)
        write(doc, `${left} ${right}`, { size: SIZE, before: 2, indent: 16 })
      write(doc, `${end}　${state}`, { size: SIZE, before: 2, indent: 16 })
    }
  }
  if (conclusion) write(doc, conclusion, { size: 15, before: 10 })
  write(doc, basis, { size: SMALL, quiet: true, before: 2 })
}
