import { fullDate, timeInWords } from '#core/calendar'
import {
  adoptedInWords,
  bindingInWords,
  bylawTitleInWords,
  decidingInWords,
  deliveredInWords,
  hashInGroups,
  isVoid,
  objectionsOnPaper,
  PAPER_WORDS,
  PASSED_LABELS,
  resultOfItem,
  ruleInWords,
  subjectOf,
  VOID_GROUND_LABELS,
  voteStateInWords,
  votingSpanInWords,
  type Arithmetic,
  type DecidingCount,
  type VoteItemView,
} from '#core/votes'
import type { Doc } from '#server/platform/paper/paper'
import { drawSums, drawTable } from './draw-arithmetic'
import { head, makeRoom, numberPages, rule, startPage, write } from '#server/platform/paper/flow'
import type { VoteOnPaper, VotePaper } from './vote-paper'

const WORDS = PAPER_WORDS.result
const BODY = 13
const SMALL = 11
const HEAD = 17

type Result = Extract<VotePaper, { print: 'result' }>

/** 表决结果公示: what was decided, by which rule, and every step of the sums. Totals only. */
export function drawResult(doc: Doc, { vote, objections, community }: Result): void {
  startPage(doc)
  write(doc, WORDS.heading, { size: 32, align: 'center' })
  write(doc, vote.title, { size: 22, align: 'center', before: 10 })
  write(doc, `${community} ${vote.placeName}`, { size: 14, align: 'center', quiet: true, before: 4 })
  doc.y += 8
  rule(doc, doc.y)
  doc.y += 6
  for (const line of factsOf(vote)) write(doc, line, { size: BODY, before: 5 })
  vote.items.forEach((item, index) => drawItem(doc, vote, item, index))
  head(doc, WORDS.text, HEAD)
  write(doc, vote.text, { size: BODY })
  head(doc, WORDS.objections, HEAD)
  for (const about of ['roll', 'result'] as const)
    write(doc, objectionsOnPaper(about, objections[about]), { size: BODY })
  drawCodes(doc, vote)
  numberPages(doc, `${WORDS.heading}：${vote.title}`, PAPER_WORDS.page)
}

function factsOf(vote: VoteOnPaper): string[] {
  return [
    voteStateInWords(vote.state),
    endOf(vote),
    bindingInWords(vote.binding, vote.electorate),
    WORDS.convener(vote.convenerName),
    WORDS.span(votingSpanInWords(vote)),
    ...(vote.closedAt ? [WORDS.closed(`${fullDate(vote.closedAt)} ${timeInWords(vote.closedAt)}`)] : []),
  ]
}

/** Who confirmed it, why it is void, or that it is still open to questions. */
function endOf({ state, certifiedAt, certifiedBy, voidAsked }: VoteOnPaper): string {
  if (isVoid(state))
    return WORDS.voided(voidAsked ? `${VOID_GROUND_LABELS[voidAsked.ground]}：${voidAsked.reason}` : '')
  return certifiedAt && certifiedBy ? WORDS.certified(certifiedBy, fullDate(certifiedAt)) : WORDS.waits
}

function drawItem(
  doc: Doc,
  { electorate, items, state, decidedBy, silence }: VoteOnPaper,
  item: VoteItemView,
  index: number,
): void {
  const result = resultOfItem(item, { electorate, decidedBy })
  if (!result) return
  head(doc, items.length > 1 ? `${index + 1}. ${item.title}` : item.title, HEAD)
  if (result.passed !== undefined && !isVoid(state))
    write(doc, result.passed ? PASSED_LABELS.passed : PASSED_LABELS.failed, { size: 26, before: 2 })
  const { article } = subjectOf(item.subject)
  write(doc, WORDS.rule(ruleInWords(item.rule)) + (article ? `（${article}）` : ''), {
    size: BODY,
    before: 4,
  })
  const { raw, imputed } = result
  if (!imputed) return drawCount(doc, raw)
  const which = (shown: DecidingCount) => decidingInWords(shown, result.decidedBy, silence?.bylaw)
  head(doc, WORDS.raw, HEAD)
  write(doc, which('raw'), { size: BODY })
  drawCount(doc, raw)
  head(doc, WORDS.imputed, HEAD)
  write(doc, which('imputed'), { size: BODY })
  if (silence) {
    const { bylaw } = silence
    write(doc, `${bylawTitleInWords(bylaw.title)}（${adoptedInWords(bylaw)}）：${bylaw.clause}`, {
      size: BODY,
      before: 4,
    })
    write(doc, WORDS.delivered(deliveredInWords(silence)), { size: BODY, before: 4 })
  }
  drawCount(doc, imputed)
}

function drawCount(doc: Doc, count: Arithmetic): void {
  drawTable(doc, count.table)
  drawSums(doc, count)
}

function drawCodes(doc: Doc, { textSha256, frozenSha256, head: last }: VoteOnPaper): void {
  makeRoom(doc, 150)
  head(doc, WORDS.codes, HEAD)
  const codes = [
    [WORDS.textCode, textSha256],
    [WORDS.frozenCode, frozenSha256],
    [WORDS.headCode, last],
  ] as const
  for (const [name, code] of codes)
    if (code) write(doc, `${name}：${hashInGroups(code).replace(/ /g, '  ')}`, { size: SMALL, before: 3 })
  write(doc, WORDS.codesText, { size: SMALL, quiet: true, before: 4 })
}
