import { countFigure } from './area'
import { OBJECTION_ABOUT_LABELS } from './labels'
import type { Electorate, ObjectionAbout } from './vote'

/** What is printed of a vote says, besides its own words. */
export const PAPER_WORDS = {
  result: {
    heading: '表决结果公示',
    convener: (name: string) => `召集人：${name}`,
    span: (span: string) => `投票：${span}`,
    closed: (moment: string) => `公布结果：${moment}`,
    text: '表决的内容',
    rule: (rule: string) => `规则：${rule}`,
    table: '交了多少票',
    raw: '只算交了票的',
    imputed: '把没交票的按规约算进来',
    delivered: (figure: string) => `选票送到 ${figure}`,
    objections: '疑问和答复',
    codes: '校验码',
    codesText: '内容改一个字，校验码就全变了。跟手机上这次表决的页面对一对，就知道有没有被改过。',
    textCode: '标题和内容',
    frozenCode: '内容、规则和名册',
    headCode: '每一张票连起来的末位',
    certified: (who: string, day: string) => `${who}于${day}确认了结果。`,
    waits: '结果还在公示，期满以后由专人确认。',
    voided: (reason: string) => `这次结果作废了，数字还留着给大家看。${reason}`,
    fileName: (title: string) => `表决结果-${title}.pdf`,
  },
  missing: {
    heading: '还没投的',
    asOf: (moment: string, count: string) =>
      `${moment} 打印，一共 ${count}。大家还在投，这张单子很快就旧了。`,
    manners: '上门问一问，提个醒就好；别问选什么，也别替人选。看过就收好，用完请撕掉。',
    nobody: '都投了，没有要上门的。',
    fileName: (title: string) => `还没投的-${title}.pdf`,
  },
  ballots: {
    heading: '表决选票',
    number: (number: number) => `编号 ${number}`,
    box: '选一个，在框里打勾',
    boxes: (most: number) => `最多选 ${most} 个，在框里打勾；一个也不打，算弃权`,
    stub: '存根：交给登记的人',
    label: '贴在信封外面',
    until: (moment: string) => `${moment} 前交`,
    /** How to fill it in and hand it in, in three points; the second says that it is not secret, though it bears no name. */
    how: [
      '每一件事选好，在框里打勾；写错了不要涂改，换一张新的。',
      '沿虚线裁成三份：选票对折装进信封封好，信封上只贴编号，不写名字；存根交给登记的人。编号是您家在名册上的号，对得上是谁的票，所以是实名保存。',
      '信封封好再交，截止以后才由两个人一起拆开点票。',
    ],
    fileName: (title: string) => `纸质选票-${title}.pdf`,
  },
  page: (page: number, of: number) => `第 ${page} 页，共 ${of} 页`,
} as const

/** 3 条，都答复了：成立 1 条，不成立 2 条. */
export function objectionsOnPaper(
  about: ObjectionAbout,
  { upheld, dismissed, open }: { upheld: number; dismissed: number; open: number },
): string {
  const name = OBJECTION_ABOUT_LABELS[about]
  const all = upheld + dismissed + open
  if (all === 0) return `${name}：没有人提`
  const parts = [
    ...(upheld > 0 ? [`成立 ${countFigure(upheld)} 条`] : []),
    ...(dismissed > 0 ? [`不成立 ${countFigure(dismissed)} 条`] : []),
    ...(open > 0 ? [`没答复 ${countFigure(open)} 条`] : []),
  ]
  return `${name}：${countFigure(all)} 条，${parts.join('，')}`
}

/** 12 户, 12 人. */
export const votersOnPaper = (electorate: Electorate, count: number): string =>
  `${countFigure(count)} ${electorate === 'homes' ? '户' : '人'}`

/** The number of a voter on paper: the place on the roll, from one. */
export const paperNumber = ({ position }: { position: number }): number => position + 1
