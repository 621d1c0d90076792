import { MINUTES, sessionFactsInWords } from '#core/rounds'
import { head, numberPages, startPage, write } from '#server/platform/paper/flow'
import { drawPaper, type Doc } from '#server/platform/paper/paper'
import type { MinutesPaper } from './minutes-paper'

/** Draws the minutes as a PDF. Keeps its thread busy for seconds. */
export function drawMinutes(paper: MinutesPaper): Promise<Buffer> {
  const title = `${MINUTES.heading}：${paper.question}`
  return drawPaper(
    title,
    (doc) => {
      drawHead(doc, paper)
      if (paper.sessions.length === 0) write(doc, MINUTES.noSessions, { size: 14, before: 18 })
      for (const session of paper.sessions) drawSession(doc, session)
      numberPages(doc, title, MINUTES.page)
    },
    { keepsPages: true },
  )
}

function drawHead(doc: Doc, { question, placeName, convenerName, printedAt }: MinutesPaper): void {
  startPage(doc)
  write(doc, MINUTES.heading, { size: 28 })
  write(doc, question, { size: 18, before: 4 })
  write(doc, `${placeName}，${MINUTES.convener(convenerName)}`, { size: 12, quiet: true, before: 2 })
  write(doc, MINUTES.printed(MINUTES.when(printedAt)), { size: 12, quiet: true, before: 2 })
}

function drawSession(doc: Doc, session: MinutesPaper['sessions'][number]): void {
  head(doc, session.topic, 18)
  const facts = `${MINUTES.when(session.startsAt)}，${sessionFactsInWords(session)}`
  write(doc, facts, { size: 12, quiet: true })
  if (session.notes.length === 0) write(doc, MINUTES.nothing, { size: 14, before: 8 })
  for (const { text, name, at } of session.notes) {
    write(doc, text, { size: 14, before: 8 })
    write(doc, MINUTES.signed(name, at), { size: 11, quiet: true })
  }
  if (session.struck > 0) write(doc, MINUTES.struck(session.struck), { size: 11, quiet: true, before: 8 })
}
