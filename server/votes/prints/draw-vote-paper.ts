import { PAPER_WORDS } from '#core/votes'
import { drawPaper } from '#server/platform/paper/paper'
import { drawBallots } from './draw-ballots'
import { drawMissing } from './draw-missing'
import { drawResult } from './draw-result'
import type { VotePaper } from './vote-paper'

/** Draws what is printed of a vote as a PDF. Keeps its thread busy for seconds. */
export function drawVotePaper(paper: VotePaper): Promise<Buffer> {
  const title = `${PAPER_WORDS[paper.print].heading}：${paper.vote.title}`
  if (paper.print === 'ballots') return drawPaper(title, (doc) => drawBallots(doc, paper))
  const keepsPages = true
  if (paper.print === 'missing') return drawPaper(title, (doc) => drawMissing(doc, paper), { keepsPages })
  return drawPaper(title, (doc) => drawResult(doc, paper), { keepsPages })
}
