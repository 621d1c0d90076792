import type { PersonAct } from '#core/matters'

/** What is said once an act is done. */
export const DONE_WORDS: Record<PersonAct, string> = {
  acknowledge: '接下了，报的人看得到',
  decline: '说明发给报的人了',
  ask_review: '请上一级再看了，有结果会告诉您',
  merge: '并到一起了，报的人会知道',
  unmerge: '分出来了，接着办',
  assign: '已经请他们去办',
  reassign: '换好了，新的队伍会收到消息',
  start: '好的，报的人知道您去办了',
  return: '退回去了，会另请人办',
  escalate: '已经请社区来办',
  send_down: '交回网格了',
  defer: '先放一放，到日子会提醒您',
  ask_deferral: '请上一级看了，有回话会告诉您',
  grant_deferral: '同意了，到日子会提醒他们',
  refuse_deferral: '说清楚了，他们接着办',
  resume: '好的，接着办',
  resolve: '结果写好了，请报的人看一眼',
  confirm: '好的，谢谢您告诉我们',
  dispute: '知道了，接着办',
  verify_passed: '记下了，这件事结束了',
  verify_failed: '记下了，接着办',
  reopen: '知道了，接着办',
  reinspect_passed: '记下了',
  reinspect_failed: '记下了，接着办',
  withdraw: '好的，撤回了',
}

export const SHEET_WORDS = {
  teamTitle: '请谁去办',
  teamNearest: '最近，推荐',
  teamNone: '这里还没有可以请的队伍',
  teamNoneText: '请先让社区把网格员或物业登记上。',
  teamFailed: '没打开可以请的队伍',
  teamAsk: (name: string) => `请${name}来办`,
  together: '再请谁一起',
  togetherHint: '不请也行',
  persons: '交给谁',
  personsHint: '只有他们看得到',
  personsMissing: '请选至少一个人',
  outcomeAsk: '办得怎么样',
  outcomeMissing: '请选一下办得怎么样',
  photoAsk: '办完拍一张',
  noteAsk: '办了什么',
  noteHint: '大家都看得到',
  notePlaceholder: '比如：灯头换了两个，试过能亮',
  send: '写好了',
  sendReason: '发出去',
  dayAsk: '哪天再看',
  inDays: (days: number) => `${days} 天后`,
  dayIs: (day: string) => `${day}再看`,
  dayNeedsGrant: '放过一次了，或要放三十天以上：要上一级同意才行，同意前请接着办。',
  dayAskGrant: '请上一级同意',
  basisAsk: '依据是什么',
  basisHint: '不写也行',
  basisPlaceholder: '比如：物业合同第三条、权责清单',
  ownerAsk: '该由谁办',
  ownerHint: '不写也行',
  ownerPlaceholder: '比如：物业、供水公司',
  returnNote: '退回不算谁的错。',
  mergeTitle: '并到哪一件',
  mergeNone: '附近没有像的事',
  mergeNoneText: '先接下这件，以后有一样的再并。',
  mergeFailed: '没打开附近的事',
  mergeSend: '并到这一件',
}

interface Ask {
  ask: string
  hint: string
  placeholder: string
}

/** The question a reason answers. */
export const REASON_ASKS: Partial<Record<PersonAct, Ask>> = {
  decline: {
    ask: '为什么，该找谁',
    hint: '报的人会看到',
    placeholder: '比如：划车位要业主一起决定，请先和业委会说',
  },
  ask_review: {
    ask: '为什么要再看看',
    hint: '上一级会看到',
    placeholder: '比如：楼道是公共的地方，应该有人管',
  },
  reassign: { ask: '为什么换', hint: '大家都看得到', placeholder: '比如：要动电线，请物业的电工来' },
  return: { ask: '为什么办不了', hint: '大家都看得到', placeholder: '比如：主管道归供水公司，我们没有权开' },
  escalate: {
    ask: '为什么要社区来办',
    hint: '大家都看得到',
    placeholder: '比如：要几栋楼一起定，网格定不了',
  },
  send_down: { ask: '为什么交回去', hint: '大家都看得到', placeholder: '比如：换个灯泡，网格就能办' },
  defer: { ask: '为什么先放一放', hint: '大家都看得到', placeholder: '比如：配件要订，一周才到' },
  ask_deferral: { ask: '为什么先放一放', hint: '大家都看得到', placeholder: '比如：要等雨季过了才能做防水' },
  refuse_deferral: {
    ask: '为什么不同意',
    hint: '大家都看得到',
    placeholder: '比如：先用临时的办法，不能让老人摸黑',
  },
  dispute: { ask: '哪里还没好', hint: '办事的人会看到', placeholder: '比如：白天亮，晚上又不亮了' },
  verify_failed: { ask: '看到了什么', hint: '大家都看得到', placeholder: '比如：三楼的还不亮' },
  reopen: { ask: '现在怎么样了', hint: '办事的人会看到', placeholder: '比如：亮了三天又不亮了' },
  reinspect_failed: { ask: '看到了什么', hint: '大家都看得到', placeholder: '比如：油烟又直接排到楼道了' },
}

/** What is said before an act that only asks whether one is sure. */
export const CONFIRM_ASKS: Partial<Record<PersonAct, { alone: string; together: string }>> = {
  withdraw: {
    alone: '撤回以后就不办了；进展留着，还能看。',
    together: '别的住户也遇到了，这件事接着办，只是不再算您报的。',
  },
  unmerge: {
    alone: '分出来以后，这一件单独办，进展也单独告诉您。',
    together: '分出来以后，这一件单独办，进展也单独告诉您。',
  },
}
