import { peopleInWords, REPORT_WORDS, ROUND_STATE_LABELS, type RoundReport } from '#core/rounds'
import { head, numberPages, rule, startPage, write } from '#server/platform/paper/flow'
import { drawPaper, type Doc } from '#server/platform/paper/paper'

const BODY = 13
const SMALL = 11
const HEAD = 17

/** What is drawn: it goes to another thread. */
export type ReportPaper = RoundReport & { community: string }

/** 讨论报告 as a PDF: everything the page shows, in the same words. Keeps its thread busy for seconds. */
export function drawReport(paper: ReportPaper): Promise<Buffer> {
  const title = `${REPORT_WORDS.heading}：${paper.question}`
  return drawPaper(title, (doc) => draw(doc, paper, title), { keepsPages: true })
}

function draw(doc: Doc, paper: ReportPaper, title: string): void {
  startPage(doc)
  write(doc, REPORT_WORDS.heading, { size: 32, align: 'center' })
  write(doc, paper.question, { size: 22, align: 'center', before: 10 })
  write(doc, `${paper.community} ${paper.placeName}`, { size: 14, align: 'center', quiet: true, before: 4 })
  doc.y += 8
  rule(doc, doc.y)
  doc.y += 6
  const facts = [
    ROUND_STATE_LABELS[paper.state],
    REPORT_WORDS.convener(paper.convenerName),
    REPORT_WORDS.span(paper.createdAt, paper.endedAt),
    peopleInWords(paper),
  ]
  for (const fact of facts) write(doc, fact, { size: BODY, before: 5 })
  for (const { heading, lines } of paper.sections) {
    head(doc, heading, HEAD)
    for (const { words, more } of lines) {
      write(doc, words, { size: BODY, before: 8 })
      for (const line of more) write(doc, line, { size: SMALL, quiet: true, before: 2 })
    }
  }
  numberPages(doc, title, REPORT_WORDS.page)
}
