import { dateInWords } from '../calendar'
import { CHANNEL_LABELS, CLOSING_LABELS, OUTCOME_LABELS } from './labels'
import type { Channel } from './matter'
import type { MatterAct, Outcome } from './workflow'

/** One step of the timeline as it is told. */
export interface TimelineEntry {
  act: MatterAct | 'submit'
  at: string
  /** Public name of who acted: an official name with the role, or null for a resident. */
  byName: string | null
  /** Unit the act was done for: grid, community or property. */
  unitName: string | null
  /** The reader did it. */
  mine: boolean
  teamName: string | null
  outcome: Outcome | null
  note: string | null
  /** Where it went, of an act that moves it between levels. */
  toName: string | null
  /** The day on which it is looked at again. */
  reviewAt: string | null
  /** Of a report that staff put down. */
  channel: Channel | null
}

interface Names {
  reporter: string
  staff: string
  unit: string
}
type Words = (entry: TimelineEntry, names: Names) => string

const day = ({ reviewAt }: TimelineEntry): string =>
  reviewAt ? `到${dateInWords(reviewAt)}再看` : '过些天再看'

const WORDS: Record<TimelineEntry['act'], Words> = {
  submit: ({ channel }, { reporter, staff }) =>
    channel && channel !== 'resident' && channel !== 'door_code'
      ? `${staff}记下了这件事（${CHANNEL_LABELS[channel]}）`
      : `${reporter}报了这件事`,
  acknowledge: (_entry, { unit }) => `${unit}看到了`,
  decline: (_entry, { unit }) => `${unit}说明不归这里办`,
  ask_review: ({ toName }, { reporter }) => `${reporter}请${toName ?? '上一级'}再看看`,
  merge: () => '和另一件并到一起办',
  absorb: () => '另一件同样的事并了进来',
  unmerge: (_entry, { reporter }) => `${reporter}说不是一件事，分了出来`,
  let_go: () => '并进来的一件又分了出去',
  assign: ({ teamName }) => `请${teamName ?? '人'}来办`,
  reassign: ({ teamName }) => `换${teamName ?? '人'}来办`,
  start: (_entry, { staff }) => `${staff}去办了`,
  return: (_entry, { staff }) => `${staff}办不了，请另找人办`,
  team_ended: ({ teamName }) => `${teamName ?? '原来的队伍'}不在了，另请人办`,
  grid_dissolved: ({ teamName, toName }) => `${teamName ?? '原来的网格'}撤了，由${toName ?? '社区'}接着管`,
  escalate: ({ toName }, { unit }) => `${unit}请${toName ?? '上一级'}来办`,
  send_down: ({ toName }, { unit }) => `${unit}请${toName ?? '下一级'}来办`,
  defer: (entry) => `先放一放，${day(entry)}`,
  ask_deferral: (entry) => `想先放一放，${day(entry)}；等上一级回话`,
  grant_deferral: (entry) => `上一级同意先放一放，${day(entry)}`,
  refuse_deferral: () => '上一级不同意放一放，接着办',
  resume: (_entry, { staff }) => `${staff}接着办了`,
  review_due: () => '到了再看的日子，接着办',
  resolve: ({ outcome }) => (outcome ? OUTCOME_LABELS[outcome] : '有了结果'),
  resolve_on_spot: ({ outcome }) => `当场${outcome ? OUTCOME_LABELS[outcome] : '办了'}`,
  confirm: (_entry, { reporter }) => `${reporter}说解决了`,
  dispute: (_entry, { reporter }) => `${reporter}说没解决，接着办`,
  verify_passed: (_entry, { staff }) => `${staff}核实过，情况属实`, // also of a result that says it could not be fixed
  verify_failed: (_entry, { staff }) => `${staff}核实过，还没好，接着办`,
  close_unconfirmed: () => CLOSING_LABELS.close_unconfirmed,
  reopen: (_entry, { reporter }) => `${reporter}说又不行了，接着办`,
  reinspect_passed: (_entry, { staff }) => `${staff}复查过，还好着`,
  reinspect_failed: (_entry, { staff }) => `${staff}复查过，又不行了，接着办`,
  withdraw: (_entry, { reporter }) => `${reporter}撤回了`,
  hand_over: (_entry, { reporter }) => `${reporter}退出了，由也遇到的一户接着跟`,
}

/** 办理进度. A step in plain words, without system terms. */
export function entryInWords(entry: TimelineEntry): string {
  const { mine, byName, unitName } = entry
  const staff = mine ? '您' : (byName ?? unitName ?? '工作人员')
  const reporter = mine ? '您' : (byName ?? '一位住户')
  return WORDS[entry.act](entry, { reporter, staff, unit: unitName ?? staff })
}
