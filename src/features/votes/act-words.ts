import { messageOf } from '#core/errors'
import type { VotePersonAct } from '#core/votes'

/** What is said once an act is done. */
export const DONE_WORDS: Record<VotePersonAct, string> = {
  give_notice: '公示了，能投的人会收到消息',
  revise: '收回来了，改好再公示',
  withdraw: '好的，不办了',
  certify: '确认了，大家会收到消息',
  ask_void: '提出了，等另一位负责人答复',
  refuse_void: '好的，结果不作废',
  agree_void: '结果作废了，大家会收到消息',
}

/** What an act leads to, said before it is done. */
export const CONSEQUENCES: Record<VotePersonAct, string> = {
  give_notice:
    '公示以后，内容、规则、名册都定下来，一个字也不能改；能投的人会收到消息。要改，得收回来重新公示。',
  revise: '收回来以后变回草稿。改好要重新公示，公示的日子从头算。',
  withdraw: '不办了，就不能再接着办；理由大家都看得到。',
  certify: '确认以后，结果就定了。请先看看名册、票数和疑问的答复。',
  ask_void: '要另一位负责人同意才作废；理由大家都看得到，原来的结果还留着。',
  refuse_void: '结果照旧；理由大家都看得到。',
  agree_void: '同意以后，这次结果就作废了，不能再改回来；原来的数字还留着给大家看。',
}

interface Ask {
  ask: string
  hint: string
  placeholder: string
}

const PUBLIC = '大家都看得到'

/** The question the words of an act answer. */
export const NOTE_ASKS: Partial<Record<VotePersonAct, Ask>> = {
  revise: { ask: '为什么收回来', hint: PUBLIC, placeholder: '比如：报价变了，内容要重写' },
  withdraw: { ask: '为什么不办了', hint: PUBLIC, placeholder: '比如：物业答应免费修了' },
  ask_void: { ask: '为什么要作废', hint: PUBLIC, placeholder: '比如：名册漏了一个单元' },
  refuse_void: { ask: '为什么不作废', hint: PUBLIC, placeholder: '比如：漏的一户不影响结果' },
}

export const SHEET_WORDS = {
  ground: '凭什么作废',
  groundMissing: messageOf('VOTE_VOID_GROUND'),
  reasonMissing: messageOf('REASON_REQUIRED'),
}
