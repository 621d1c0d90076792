import { fullDate, startOfDay } from '../calendar'
import type { BylawState } from './bylaw-states'
import { BYLAW_ACTS, type BylawAct } from './bylaws'

/** 备案的规约, as the kind of thing they are. */
export const BYLAW_KIND = '备案的规约'

/** What a button says. */
export const BYLAW_ACT_LABELS: Record<BylawAct, string> = {
  put_in_force: '确认，从现在起算数',
  refuse: '不认这一份',
  take_back: '收回，先不备案',
  end: '停用',
}

/** Where bylaws stand, in a few words. */
export const BYLAW_STATE_LABELS: Record<BylawState, string> = {
  recorded: '等书记确认',
  in_force: '现行',
  refused: '没有确认',
  taken_back: '备案的人收回了',
  ended: '停用了',
}

/** What the form asks along with an act; null: nothing. */
export function bylawReasonAsked(act: BylawAct): string | null {
  if (!BYLAW_ACTS[act].needsReason) return null
  return act === 'refuse' ? '规约哪里不对' : '为什么停用'
}

/** 《湖光苑管理规约》: in marks, whether they were written with them or not. */
export const bylawTitleInWords = (title: string): string =>
  title.startsWith('《') && title.endsWith('》') ? title : `《${title}》`

/** Why bylaws end when others for the same place are put in force. */
export const bylawReplacedInWords = (title: string): string => `换成了${bylawTitleInWords(title)}`

/** 2026年7月3日通过. `adoptedOn` is a day in Asia/Shanghai. */
export const adoptedInWords = ({ adoptedOn }: { adoptedOn: string }): string =>
  `${fullDate(startOfDay(adoptedOn))}通过`
