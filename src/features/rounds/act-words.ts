import type { RoundPersonAct } from '#core/rounds'

/** What is said once an act is done. */
export const DONE_WORDS: Record<RoundPersonAct, string> = {
  invite: '请了，邻居会收到消息',
  publish_agenda: '议程公布了，大家会收到消息',
  begin_action: '开始行动了，大家会收到消息',
  begin_evaluation: '请大家来评了',
  close: '报告公布了，这一轮结束',
  withdraw: '好的，不办了',
  name_convener: '请了，等对方答应',
  take_over: '好的，现在由您来召集',
  refuse_over: '好的，社区再找别人',
}

/** What an act leads to, said before it is done. */
export const CONSEQUENCES: Record<RoundPersonAct, string> = {
  invite: '算在里面的每一户都会收到消息。请过以后，再改问题、时间或地点，他们都会知道。',
  publish_agenda: '公布以后开始讨论，问题就不再改；议题、场次大家都看得到。',
  begin_action: '每个议题都有了说法。往后是谁来做、什么时候做完，大家都看得到。',
  begin_evaluation: '每一项都做完了，或说明了为什么不做。往后请参加的人对着当初说好的来评。',
  close: '报告公布以后，这一轮就结束了，不能再改。没谈完的，可以接着开下一轮。',
  withdraw: '不办了，就不能再接着办；理由大家都看得到。',
  name_convener: '对方答应以后，就由他来召集；理由大家都看得到。',
  take_over: '以后由您来召集，大家会看到您的称呼。',
  refuse_over: '社区会再找别人。',
}

interface Ask {
  ask: string
  hint: string
  placeholder: string
}

/** The question the words of an act answer. */
export const REASON_ASKS: Partial<Record<RoundPersonAct, Ask>> = {
  withdraw: { ask: '为什么不办了', hint: '大家都看得到', placeholder: '比如：物业答应先修了' },
  name_convener: { ask: '为什么另请人', hint: '大家都看得到', placeholder: '比如：原来的召集人搬走了' },
}
