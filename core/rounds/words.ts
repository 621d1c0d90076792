import { PHASE_LABELS, ROUND_STATE_LABELS } from './labels'
import { phaseOf, ROUND_PHASES, type RoundState, type RoundStepName } from './workflow'

/** 共四步，现在第二步：开会讨论. For who hears the page. */
export function phaseInWords(state: RoundState): string {
  const phase = phaseOf(state)
  if (!phase) return ROUND_STATE_LABELS[state]
  return `共四步，现在第${'一二三四'[ROUND_PHASES.indexOf(phase)] ?? ''}步：${PHASE_LABELS[phase]}`
}

/** 31 户参加. */
export const homesInWords = (homes: number): string => (homes === 0 ? '还没有人参加' : `${homes} 户参加`)

export interface ScopeOfRound {
  placeName: string
  /** Homes that count in. */
  homes: number
  /** A set of homes of the place. */
  chosen: boolean
}

/** 湖光苑 3号楼，一共 96 户; 湖光苑 3号楼里选定的 12 户. */
export const scopeInWords = ({ placeName, homes, chosen }: ScopeOfRound): string =>
  chosen ? `${placeName}里选定的 ${homes} 户` : `${placeName}，一共 ${homes} 户`

/** One step of a round as it is told. */
export interface RoundEntry {
  act: RoundStepName
  /** What who did it is called; null for the clock. */
  byName: string | null
  /** The reader did it. */
  mine: boolean
  /** Of naming a convener: whom. */
  otherName: string | null
}

const WORDS: Record<RoundStepName, (who: string, other: string) => string> = {
  convene: (who) => `${who}召集大家来谈`,
  change: (who) => `${who}改了问题、时间或地点`,
  invite: (who) => `${who}请了邻居`,
  publish_agenda: (who) => `${who}公布了议程，开始讨论`,
  begin_action: () => '讨论完了，开始行动',
  begin_evaluation: () => '都有了结果，请大家评',
  close: () => '公布了报告，这一轮结束',
  withdraw: (who) => `${who}说不办了`,
  name_convener: (who, other) => `${who}请${other}接着召集`,
  take_over: (who) => `${who}接着召集`,
  refuse_over: (who) => `${who}接不了`,
  idle: () => '两个月没有动静，社区在找人接着召集',
  abandon: () => '没人接着办，停在这里',
}

/** A step in plain words. */
export function roundEntryInWords({ act, byName, mine, otherName }: RoundEntry): string {
  return WORDS[act](mine ? '您' : (byName ?? '一位邻居'), otherName ?? '一位邻居')
}
