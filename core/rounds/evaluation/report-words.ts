import { fullDate, startOfDay } from '../../calendar'
import { ITEM_STATE_LABELS, itemOwnerInWords, LEDGER_KIND_LABELS } from '../items/labels'
import { fenInWords, type LedgerKind } from '../items/ledger'
import type { ItemOwnerKind, ItemState } from '../items/workflow'
import { MINUTES } from '../sessions/minutes-words'
import { sessionFactsInWords } from '../sessions/words'
import { OUTCOME_LABELS } from '../statements/outcome'
import type { TopicOutcome } from '../topics/topic'
import type { ReportLine } from './contract'
import { ratingsInWords, type RatingCounts } from './ratings'

/** Headings of the report, in the order of its sections. */
export const REPORT_HEADINGS = {
  topics: '谈了哪些议题',
  sessions: '一场一场的记录',
  items: '说好的事，办得怎样',
  money: '账目',
  lessons: '写下的经验',
}

export interface TopicOnReport {
  title: string
  seconds: number
  outcome: TopicOutcome | null
  outcomeText: string | null
}

/** A topic with what was decided on it. */
export function topicLine({ title, seconds, outcome, outcomeText }: TopicOnReport): ReportLine {
  const decided = outcome
    ? `${OUTCOME_LABELS[outcome]}${outcomeText ? `：${outcomeText}` : ''}`
    : '还没有结论'
  return { words: title, more: [`${seconds} 户附议`, decided] }
}

export interface SessionOnReport {
  /** Empty where the topic's words aren't for neighbours. */
  topic: string
  startsAt: string
  where: string | null
  hostName: string | null
  people: number
  /** As they stand now: struck ones are counted only. */
  notes: readonly { text: string; name: string }[]
  struck: number
}

/** A session: when and where it was, who was there, and what was written down. */
export function sessionLine({ topic, notes, struck, ...session }: SessionOnReport): ReportLine {
  const when = MINUTES.when(session.startsAt)
  return {
    words: topic ? `${topic}（${when}）` : when,
    more: [
      sessionFactsInWords(session),
      ...notes.map(({ text, name }) => `${text}（${name}）`),
      ...(notes.length === 0 ? [MINUTES.nothing] : []),
      ...(struck > 0 ? [MINUTES.struck(struck)] : []),
    ],
  }
}

export interface ItemOnReport {
  title: string
  promise: string
  state: ItemState
  ownerKind: ItemOwnerKind
  ownerName: string | null
  taken: boolean
  dueOn: string
  /** What was said when it ended. */
  lastWords: string | null
  ratings: RatingCounts
}

/** An item: what was promised, by whom and until when, what became of it, and how it was rated. */
export function itemLine(item: ItemOnReport): ReportLine {
  return {
    words: `${item.title}（${ITEM_STATE_LABELS[item.state]}）`,
    more: [
      `说好：${item.promise}`,
      `${itemOwnerInWords(item)}，说好 ${fullDate(startOfDay(item.dueOn))}前`,
      ...(item.lastWords ? [item.lastWords] : []),
      ratingsInWords(item.ratings),
    ],
  }
}

export interface LedgerOnReport {
  title: string
  inFen: number
  outFen: number
  balanceFen: number
  entries: readonly {
    onDay: string
    kind: LedgerKind
    amountFen: number
    what: string
    withWhom: string | null
    corrects: boolean
  }[]
}

/** 收入 200.00 元，支出 150.00 元，结余 50.00 元. */
export function ledgerInWords({
  inFen,
  outFen,
  balanceFen,
}: Pick<LedgerOnReport, 'inFen' | 'outFen' | 'balanceFen'>) {
  return `收入 ${fenInWords(inFen)}，支出 ${fenInWords(outFen)}，结余 ${fenInWords(balanceFen)}`
}

/** A ledger: its sums, and every entry with the corrections beside what they take back. */
export function ledgerLine(ledger: LedgerOnReport): ReportLine {
  return {
    words: `${ledger.title}：${ledgerInWords(ledger)}`,
    more: ledger.entries.map(({ onDay, kind, amountFen, what, withWhom, corrects }) =>
      [
        onDay,
        corrects ? `冲掉一笔${LEDGER_KIND_LABELS[kind]}` : LEDGER_KIND_LABELS[kind],
        ...(kind === 'gift' ? [] : [fenInWords(amountFen)]),
        withWhom ? `${what}（${withWhom}）` : what,
      ].join(' '),
    ),
  }
}

/** 31 户、45 人参加，一共 96 户. */
export const peopleInWords = (report: { people: number; homesTakingPart: number; homes: number }): string =>
  `${report.homesTakingPart} 户、${report.people} 人参加，一共 ${report.homes} 户`

/** What the printed report says besides its sections. */
export const REPORT_WORDS = {
  heading: '讨论报告',
  fileName: (question: string) => `讨论报告 ${question}`,
  convener: (name: string) => `${name}召集`,
  span: (from: string, to: string | null) =>
    to ? `${fullDate(from)} 到 ${fullDate(to)}` : `${fullDate(from)} 开始，还没有结束`,
  page: (page: number, of: number) => `第 ${page} 页，共 ${of} 页`,
}
