import { dateBeside, dateInWords, fullDate, justBefore, momentInWords, timeInWords } from '../calendar'
import { areaInWords, countFigure } from './area'
import type { CertifierGap, CertifyingRole } from './deciders'
import { DISCLOSURE_LABELS, VOTE_KIND } from './labels'
import type { MyVoter } from './contract'
import type { Disclosure, Electorate } from './vote'
import { hasResult, type VoteState, type VoteStepName } from './workflow'

/** 正在公示: the state in a few words. */
export function voteStateInWords(state: VoteState): string {
  return STATE_WORDS[state]
}

const STATE_WORDS: Record<VoteState, string> = {
  draft: '草稿，只有您看得到',
  notice: '正在公示',
  open: '正在投票',
  counting: '正在点票',
  closed: '结果公示中',
  certified: '结果已确认',
  withdrawn: '不办了',
  void: '结果作废了',
}

/** Where a vote stands, as a page tells it. Instants as ISO text. */
export interface VoteProgress {
  state: VoteState
  opensAt: string
  closesAt: string
  rollObjectionsUntil: string | null
  resultObjectionsUntil: string | null
}

/** 今晚 20:00 截止: until when the present step lasts; null where there is no such day. */
export function voteUntilInWords(vote: VoteProgress, now: Date): string | null {
  const { state, opensAt, closesAt, resultObjectionsUntil } = vote
  if (state === 'notice') return `${dateInWords(opensAt)}开始投`
  if (state === 'open') return `${momentInWords(closesAt, now)} 截止`
  if (state === 'closed' && resultObjectionsUntil)
    return `公示到 ${dateInWords(justBefore(resultObjectionsUntil))}`
  return null
}

/** 表决 · 3号楼：楼道里停不停车（11月28日 20:00 截止）: what a card in a chat says; nothing of who took part, or how. */
export function voteShareInWords(
  vote: Pick<VoteProgress, 'state' | 'opensAt' | 'closesAt'> & { title: string; placeName: string },
): string {
  const { state, opensAt, closesAt, title, placeName } = vote
  const when =
    state === 'notice'
      ? `${dateInWords(opensAt)}开始投`
      : state === 'open'
        ? `${dateInWords(closesAt)} ${timeInWords(closesAt)} 截止`
        : voteStateInWords(state)
  return `${VOTE_KIND} · ${placeName}：${title}（${when}）`
}

/** What comes next, said to everybody who reads it. */
export function voteNextInWords({
  state,
  rollObjectionsUntil,
  certifier,
  certifierGap,
  objections: { rollOpen },
}: VoteProgress & {
  certifier: CertifyingRole
  certifierGap: CertifierGap | null
  /** Objections to the roll that nobody has answered: they hold the opening. */
  objections: { rollOpen: number }
}): string | null {
  if (state === 'notice' && !rollObjectionsUntil && rollOpen > 0)
    return `有 ${rollOpen} 条疑问还没答复，答复了才开始投`
  if (state === 'notice')
    return rollObjectionsUntil
      ? `名册不对的，${dateInWords(justBefore(rollObjectionsUntil))}为止都可以提`
      : '名册定下来了，到日子就开始投'
  if (state === 'open') return '截止以后公布结果'
  if (state === 'counting') return '三天内公布结果，您会收到消息'
  if (state === 'closed' && certifierGap)
    return `有疑问都可以提，会公开答复；${CERTIFIER_GAP_WORDS[certifierGap]}`
  if (state === 'closed') return `有疑问都可以提，会公开答复；公示期满由${CERTIFIER_WORDS[certifier]}确认`
  return null
}

/** Said where nobody has raised anything: what can be raised now and until when, or when it can. */
export function objectionsOpenInWords(
  { state, rollObjectionsUntil, resultObjectionsUntil }: VoteProgress,
  now: Date,
): string {
  const isOn = (until: string | null): until is string => until !== null && now < new Date(until)
  const answered = (about: string, until: string) =>
    `${about}，${dateInWords(justBefore(until))}为止都可以提；会公开答复。`
  if (state === 'withdrawn') return '这次表决不办了。'
  if (hasResult(state))
    return isOn(resultObjectionsUntil)
      ? answered('对结果有疑问的', resultObjectionsUntil)
      : '提疑问的日子已经过了。'
  if (state === 'draft') return '公示以后，名册不对的，可以在这里提。'
  return state === 'notice' && isOn(rollObjectionsUntil)
    ? answered('名册不对的', rollObjectionsUntil)
    : '名册已经定了；公布结果以后，有疑问可以在这里提。'
}

/** Who certifies is never the convener (domain.md 7). */
const CERTIFIER_WORDS: Record<CertifyingRole, string> = {
  owners_committee: '业委会里召集人以外的委员',
  community_secretary: '社区书记',
}

/**
 * Nobody can certify it, and what happens next: a vacant office is left to somebody acting (ADR 24), beside somebody in office
 * the level above names another. Where an owners’ committee can’t certify the secretary does, so it is always theirs.
 */
const CERTIFIER_GAP_WORDS: Record<CertifierGap, string> = {
  vacant: '现在没有社区书记，还不能确认。等街道指定代理书记，由代理书记确认',
  convener_alone: '社区书记就是召集人，不能自己确认。等街道再派一位书记，由那一位确认',
}

/** 截止前只有参与了多少: what is said beside the turnout, to everybody alike (domain.md 7). */
export function sealedInWords(closesAt: string, now: Date): string {
  return `截止前谁也看不到票数，社区和管理员也看不到；${momentInWords(closesAt, now)} 截止以后公布结果`
}

/** 仅供参考: what the result is worth, on every screen and export (domain.md 7). */
export function bindingInWords(
  binding: 'binding' | 'advisory',
  electorate: 'homes' | 'owners' | 'residents',
): string {
  if (electorate === 'homes' && binding === 'binding')
    return '这是楼里邻居自己的约定，大家说好一起守；不能代替业主共同决定的事。'
  if (binding === 'binding') return '按本地规定，结果通过并确认后生效。'
  return electorate === 'owners'
    ? '这次结果仅供参考，还要按规定另行确认才生效。'
    : '只是听听大家的想法，不作决定。'
}

/**
 * 实名保存，只公布总数: what becomes known of who chose what, told to everybody before they cast, on the phone and on paper. Of owners
 * the bulletin has the areas, which neighbours who may read it know.
 */
export function seenInWords({
  disclosure,
  electorate,
}: {
  disclosure: Disclosure
  electorate: Electorate
}): string {
  const byArea = electorate === 'owners' && disclosure === 'totals'
  return `实名保存，${DISCLOSURE_LABELS[disclosure]}${byArea ? '；公报里有面积，能看公报的人可能认得出是哪一家' : ''}`
}

/** One step of a vote as it is told. */
export interface VoteEntry {
  act: VoteStepName
  byName: string | null
}

/** A step in plain words. */
export function voteEntryInWords({ act, byName }: VoteEntry): string {
  const who = byName ?? '到时间'
  const words: Record<VoteEntry['act'], string> = {
    create: `${who}写好草稿`,
    give_notice: `${who}公示：内容、规则、名册都定下来了`,
    revise: `${who}收回来改，改好重新公示`,
    withdraw: `${who}决定不办了`,
    amend: `${who}更正了名册`,
    replace_teller: `${who}换了计票人`,
    roll_overdue: '有疑问三天没答复，告诉了上一级',
    result_overdue: '三天没公布结果，告诉了上一级',
    open: '开始投票',
    count: '投票截止',
    close: '公布结果',
    certify: `${who}确认了结果`,
    ask_void: `${who}提出结果作废`,
    refuse_void: `${who}看过，结果不作废`,
    agree_void: `${who}同意，结果作废`,
  }
  return words[act]
}

const COMING: Record<VoteState, readonly string[]> = {
  draft: ['公示', '投票', '公布结果', '确认'],
  notice: [STATE_WORDS.notice, '投票', '公布结果', '确认'],
  open: [STATE_WORDS.open, '公布结果', '公示结果，有疑问可以提', '确认'],
  counting: ['公布结果', '公示结果，有疑问可以提', '确认'],
  closed: ['公示结果，有疑问可以提', '确认'],
  certified: [],
  withdrawn: [],
  void: [],
}

/** The steps still to come, for the end of the track; the first of them is where the vote is now. */
export function comingVoteSteps(state: VoteState): readonly string[] {
  return COMING[state]
}

/** 2026年3月2日 到 3月20日 20:00; 3月2日 到 3月20日 20:00 where it is read, of this year. On paper the year stays. */
export function votingSpanInWords(
  { opensAt, closesAt }: Pick<VoteProgress, 'opensAt' | 'closesAt'>,
  now?: Date,
): string {
  const opens = now ? dateBeside(opensAt, now) : fullDate(opensAt)
  return `${opens} 到 ${dateBeside(closesAt, opensAt)} ${timeInWords(closesAt)}`
}

/** 您代表 1 户；您算 1 人，名下 2 套共 178.50 ㎡: what one's ballot counts for. */
export function weightInWords(
  electorate: Electorate,
  { units, areaCentiM2 }: Pick<MyVoter, 'units' | 'areaCentiM2'>,
): string {
  if (electorate === 'homes') return '您代表 1 户'
  if (electorate === 'residents') return '您算 1 人'
  return `您算 1 人，名下 ${countFigure(units)} 套共 ${areaInWords(areaCentiM2)}`
}

/** 9f2c 41ab …: a hash as it can be read out. */
export const hashInGroups = (hash: string): string => (hash.match(/.{1,4}/g) ?? []).join(' ')

const SHORT_FRONT = 12
const SHORT_END = 8

/** 9f2c 41ab 7be0 … c6d8 7d03: enough of a hash to hold two against each other. */
export const shortHash = (hash: string): string =>
  `${hashInGroups(hash.slice(0, SHORT_FRONT))} … ${hashInGroups(hash.slice(-SHORT_END))}`
