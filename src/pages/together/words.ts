import { PASSED_LABELS, VOTE_KIND, type Electorate } from '#core/votes'

/** What the page of what neighbours decide together says. */
export const TOGETHER_WORDS = {
  title: '议事',
  failed: '没打开表决',
  roundsFailed: '没打开正在谈的',
  votesTitle: { current: '正在定', over: '定完了' },
  notRefreshed: '没刷新成，下面还是刚才的。',
  lists: '看哪一些',
  kind: VOTE_KIND,
  convene: '发起表决',
  changeCommunity: (name: string) => `${name}，换一个社区`,
  communitySheet: '看哪个社区的事',
  /** 已参与 41 / 96 户. */
  turnout: (persons: number, of: number, electorate: Electorate) =>
    `已参与 ${persons} / ${of} ${electorate === 'homes' ? '户' : '人'}`,
  passed: '通过了',
  notPassed: PASSED_LABELS.failed,
  passedSome: (passed: number, of: number) => `${of} 项里通过了 ${passed} 项`,
  counted: '结果出来了',
  sounding: '结果仅供参考',
  poll: '只听听想法，不作决定',
  boardText: '想和邻居谈什么，提一个；够几户想谈，就请人召集',
  demands: '业主联名要求表决',
  demandsText: '没有人召集？五分之一的业主签名，就要召集',
  none: {
    current: '现在没有在办的表决',
    over: '还没有办完的表决',
    drafts: '没有没写完的草稿',
  },
  noneText: {
    current: '要大家一起定的事，会先公示，到日子在这里投。有想法，可以先跟楼栋长说。',
    over: '投完以后，结果和怎么算出来的，都在这里看。',
    drafts: '写了一半的表决存在这里，公示以前只有您看得到。',
  },
  noneToConvene: '楼里有事要大家定，您可以发起一次。',
  bylawsText: '没交票的怎么算',
  seeOver: '看看办完了的',
  seeCurrent: '看看正在办的',
  unbound: '先绑定您的家',
  unboundText: '绑定以后，您家能参加的表决都在这里。',
  bind: '绑定我的家',
}
