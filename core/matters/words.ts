import { dateInWords, lastDayOf, momentInWords } from '../calendar'
import { CLOSING_LABELS, OUTCOME_LABELS, type ClosingAct } from './labels'
import { ANSWER_DAYS } from './periods'
import type { MatterState, Outcome } from './workflow'

/** What the words about a matter are made from. */
export interface Standing {
  state: MatterState
  /** Which unit triages: the grid's or the community's name. */
  holderName: string
  leadName: string | null
  outcome: Outcome | null
  closedBy: ClosingAct | null
  resolvedAt: string | null
  changedAt: string
  /** Of a deferred matter: the day it is looked at again. */
  reviewAt: string | null
  /** The reader reported it. */
  mine: boolean
  /** The reporter still may answer. */
  awaitsAnswer: boolean
}

const reviewDay = ({ reviewAt }: Standing): string =>
  reviewAt ? `${dateInWords(reviewAt)}再看` : '过些天再看'

/** Where a matter stands, in one line for lists (design.md, principle 3). */
export function stateInWords(standing: Standing): string {
  const { state, holderName, leadName, outcome, mine } = standing
  switch (state) {
    case 'submitted':
      return `等${holderName}来接`
    case 'acknowledged':
      return `${holderName}看到了，正在找人办`
    case 'assigned':
      return `${leadName ?? holderName}接到了，还没开始`
    case 'in_progress':
      return `${leadName ?? holderName}正在处理`
    case 'deferred':
      return `先放一放，${reviewDay(standing)}`
    case 'resolved':
      return `${outcome ? OUTCOME_LABELS[outcome] : ''}，${answerInWords(standing)}`
    case 'closed':
      return standing.closedBy === 'confirm' && mine ? '您说解决了' : closingInWords(standing)
    case 'declined':
      return `${holderName}说明了不归这里办`
    case 'withdrawn':
      return mine ? '您撤回了' : '报的人撤回了'
    case 'merged':
      return '和另一件并到一起办了'
  }
}

function answerInWords({ mine, awaitsAnswer }: Standing): string {
  if (!awaitsAnswer) return '等别人核实'
  return mine ? '等您看一眼' : '等报的人看一眼'
}

function closingInWords({ closedBy, outcome }: Standing): string {
  if (!closedBy) return '结束了'
  return outcome === 'not_fixed' ? `${OUTCOME_LABELS.not_fixed}，已结束` : CLOSING_LABELS[closedBy]
}

/** Who holds it, since when, until when, what comes next: the four facts of a matter's track (design.md, principle 2). */
export interface Facts {
  where: string
  since: string
  until: string | null
  next: string
}

/** The facts of a matter at a moment. */
export function factsOf(standing: Standing, now: Date): Facts {
  return {
    ...FACTS[standing.state](standing),
    since: momentInWords(standing.changedAt, now),
    until: untilOf(standing),
  }
}

function untilOf({ state, awaitsAnswer, resolvedAt, reviewAt }: Standing): string | null {
  if (state === 'deferred') return reviewAt && dateInWords(reviewAt)
  return awaitsAnswer && resolvedAt ? dateInWords(lastDayOf(resolvedAt, ANSWER_DAYS)) : null
}

type FactsOf = (standing: Standing) => Pick<Facts, 'where' | 'next'>
const handlerOf = ({ leadName, holderName }: Standing): string => leadName ?? holderName

const FACTS: Record<MatterState, FactsOf> = {
  submitted: ({ holderName }) => ({ where: holderName, next: '有人接下后，这里会写明谁来办' }),
  acknowledged: ({ holderName }) => ({ where: holderName, next: '请人去办，或说明为什么不办' }),
  assigned: (standing) => ({ where: handlerOf(standing), next: '去看、去办，办完写结果' }),
  in_progress: (standing) => ({ where: handlerOf(standing), next: '办完写结果，再请报的人看一眼' }),
  deferred: (standing) => ({ where: handlerOf(standing), next: '到了那天接着办；能早办就早办' }),
  resolved: (standing) => {
    if (!standing.awaitsAnswer) return { where: '等别人核实', next: '核实过就结束；还没好，接着办' }
    return standing.mine
      ? { where: '您手里，请看看好了没有', next: `您说解决了就结束；没解决，${handlerOf(standing)}接着办` }
      : { where: '报的人手里', next: '报的人说解决没有，也可以由别人核实' }
  },
  closed: ({ awaitsAnswer, mine }) => ({
    where: '已经结束',
    next: awaitsAnswer && mine ? '要是没解决，您还可以说一声，接着办' : '都记在下面，随时能看',
  }),
  declined: () => ({ where: '已经结束', next: '原因写在下面' }),
  withdrawn: () => ({ where: '已经结束', next: '都记在下面，随时能看' }),
  merged: () => ({ where: '并到另一件了', next: '看那一件的进展就行' }),
}

const COMING: Record<MatterState, readonly string[]> = {
  submitted: ['有人接下', '去看、去办', '报的人说解决没有'],
  acknowledged: ['请人去办', '报的人说解决没有'],
  assigned: ['去看、去办', '报的人说解决没有'],
  in_progress: ['办完写结果', '报的人说解决没有'],
  deferred: ['到日子接着办', '报的人说解决没有'],
  resolved: ['报的人说解决没有'],
  closed: [],
  declined: [],
  withdrawn: [],
  merged: [],
}
const COMING_TO_ME: Partial<Record<MatterState, readonly string[]>> = { resolved: ['请您看一眼'] }

/** The steps still to come, for the end of the track. */
export function comingSteps({
  state,
  mine,
  awaitsAnswer,
}: Pick<Standing, 'state' | 'mine' | 'awaitsAnswer'>): readonly string[] {
  if (state === 'resolved' && !awaitsAnswer) return ['另一位去核实']
  return (mine && COMING_TO_ME[state]) || COMING[state]
}
