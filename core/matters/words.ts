import { dateInWords, lastDayOf, momentInWords } from '../calendar'
import { CLOSING_LABELS, OUTCOME_LABELS, type ClosingAct } from './labels'
import { ANSWER_DAYS } from './policy'
import { MATTER_ACTS, type MatterAct, type MatterState, type Outcome } from './workflow'

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
  /** The reader reported it. */
  mine: boolean
  /** The reporter still may answer. */
  awaitsAnswer: boolean
}

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
    case 'resolved':
      return `${outcome ? OUTCOME_LABELS[outcome] : ''}，${answerInWords(standing)}`
    case 'closed':
      return standing.closedBy === 'confirm' && mine ? '您说解决了' : closingInWords(standing)
    case 'declined':
      return `${holderName}说明了不归这里办`
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
  const { state, holderName, leadName, mine, awaitsAnswer, resolvedAt } = standing
  const since = momentInWords(standing.changedAt, now)
  const until = awaitsAnswer && resolvedAt ? dateInWords(lastDayOf(resolvedAt, ANSWER_DAYS)) : null
  const handler = leadName ?? holderName
  const rows: Record<MatterState, Pick<Facts, 'where' | 'next'>> = {
    submitted: { where: holderName, next: '有人接下后，这里会写明谁来办' },
    acknowledged: { where: holderName, next: '请人去办，或说明为什么不办' },
    assigned: { where: handler, next: '去看、去办，办完写结果' },
    in_progress: { where: handler, next: '办完写结果，再请报的人看一眼' },
    resolved: !awaitsAnswer
      ? { where: '等别人核实', next: '核实过就结束；还没好，接着办' }
      : mine
        ? { where: '您手里，请看看好了没有', next: `您说解决了就结束；没解决，${handler}接着办` }
        : { where: '报的人手里', next: '报的人说解决没有，也可以由别人核实' },
    closed: {
      where: '已经结束',
      next: awaitsAnswer && mine ? '要是没解决，您还可以说一声，接着办' : '都记在下面，随时能看',
    },
    declined: { where: '已经结束', next: '原因写在下面' },
  }
  return { ...rows[state], since, until }
}

/** One step of the timeline as it is told. */
export interface TimelineEntry {
  act: MatterAct | 'submit'
  at: string
  /** Public name of who acted: an official name with the role, or null for a resident. */
  byName: string | null
  /** Unit the act was done for: grid, community or property. */
  unitName: string | null
  /** The reader did it, or reported the matter when a resident acted. */
  mine: boolean
  teamName: string | null
  outcome: Outcome | null
  note: string | null
}

/** 办理进度. A step in plain words, without system terms. */
export function entryInWords(entry: TimelineEntry): string {
  const reporter = entry.mine ? '您' : (entry.byName ?? '一位住户')
  const staff = entry.mine ? '您' : (entry.byName ?? entry.unitName ?? '工作人员')
  const words: Record<TimelineEntry['act'], string> = {
    submit: `${reporter}报了这件事`,
    acknowledge: `${entry.unitName ?? staff}看到了`,
    decline: `${entry.unitName ?? staff}说明不归这里办`,
    assign: `请${entry.teamName ?? '人'}来办`,
    start: `${staff}去办了`,
    resolve: entry.outcome ? OUTCOME_LABELS[entry.outcome] : '有了结果',
    confirm: `${reporter}说解决了`,
    dispute: `${reporter}说没解决，接着办`,
    verify_passed: `${staff}核实过，情况属实`, // also of a result that says it could not be fixed
    verify_failed: `${staff}核实过，还没好，接着办`,
    close_unconfirmed: CLOSING_LABELS.close_unconfirmed,
  }
  return words[entry.act]
}

const COMING: Record<MatterState, readonly string[]> = {
  submitted: ['有人接下', '去看、去办', '报的人说解决没有'],
  acknowledged: ['请人去办', '报的人说解决没有'],
  assigned: ['去看、去办', '报的人说解决没有'],
  in_progress: ['办完写结果', '报的人说解决没有'],
  resolved: ['报的人说解决没有'],
  closed: [],
  declined: [],
}

/** The steps still to come, for the end of the track. */
export function comingSteps(state: MatterState): readonly string[] {
  return COMING[state]
}

/** The state an act leads to, for words shown at once. */
export function stateAfter(act: MatterAct): MatterState {
  return MATTER_ACTS[act].to
}
