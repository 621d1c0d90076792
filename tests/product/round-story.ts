/** What both walks through a round are about: the same story at the site and on the phone. */
export const WISH = '楼前能不能放两张长椅，大家歇歇脚'
/** Says the same in other words: the head asks for the two to become one. */
export const TWIN = '买菜回来没地方坐一会儿'
export const QUESTION = '楼前怎么多几个坐的地方'
export const MEETS_WHERE = '楼下花坛边'
/** Written at the same moment. */
export const NOTES = ['放在东头树下，夏天有阴', '两张要挨着，好说话'] as const
export const STATEMENT = '长椅离一楼的窗户要远一点'
export const OUTCOME = '在东头树下装两张长椅，钱由大家凑'
export const ITEM = {
  title: '装两张长椅',
  promise: '长椅装在东头树下，够四个人坐',
  report: '长椅买好了，先放在一楼',
  done: '两张都装在树下了',
}
/** In and out of its ledger, and what is left. */
export const MONEY = {
  in: { amount: '300', what: '六户凑的' },
  out: { amount: '258.50', what: '材料和运费' },
  left: '结余 41.50 元',
}
export const LESSON = '先量好尺寸再买，少跑一趟'
/** Of the demo, who move in and want it too. */
export const MORE_HOMES = [
  { name: '孙师傅', entrance: '1单元', home: '202' },
  { name: '钱芳', entrance: '1单元', home: '301' },
] as const
