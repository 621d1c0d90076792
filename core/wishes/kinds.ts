import { isPatrolOnly, matterKindOf, visibilityOf, type ServiceCode } from '../matters'

interface KindOfWish {
  code: string
  name: string
  /** What such a wish may sound like. */
  example: string
  /** Words by which it is known. */
  words: readonly string[]
}

/** What a wish is about, in the words of who has it. No kind says anything about a person (domain.md 4). */
export const WISH_KINDS = [
  {
    code: 'lend',
    name: '借东西',
    example: '借一架两米高的人字梯',
    words: ['借', '用一下', '用一用', '电钻', '梯子', '工具'],
  },
  {
    code: 'teach',
    name: '学东西',
    example: '想请人教我用手机挂号',
    words: ['教', '学', '怎么用', '手机', '电脑', '辅导', '请教'],
  },
  {
    code: 'repair',
    name: '修修弄弄',
    example: '厨房水龙头关不紧，想请人看看',
    words: ['修', '换灯', '灯泡', '水龙头', '装一下', '安装', '拧', '漏水', '门锁'],
  },
  {
    code: 'errand',
    name: '跑腿搭手',
    example: '帮忙搬一个柜子上三楼',
    words: ['搬', '抬', '拿', '取', '买菜', '代买', '快递', '跑腿', '接送', '陪去', '送到'],
  },
  {
    code: 'company',
    name: '找个伴',
    example: '找人下象棋，水平一般',
    words: ['一起', '下棋', '象棋', '散步', '聊天', '陪', '伴', '跳舞', '打球', '唱歌'],
  },
  {
    code: 'give',
    name: '要件旧物',
    example: '想要一把旧藤椅',
    words: ['旧', '闲置', '不用的', '送我', '想要一', '二手', '花盆', '童车'],
  },
  {
    code: 'together',
    name: '一起做件事',
    example: '想找人一起给楼前花坛翻翻土',
    words: ['花坛', '翻土', '种', '打扫', '大家', '楼前', '楼道里', '办一次', '聚一聚'],
  },
  { code: 'other', name: '别的', example: '', words: [] },
] as const satisfies readonly KindOfWish[]

export type WishKind = (typeof WISH_KINDS)[number]['code']
export const WISH_KIND_CODES = WISH_KINDS.map(({ code }) => code) as [WishKind, ...WishKind[]]

/** 学东西. */
export function wishKindName(code: WishKind): string {
  return (WISH_KINDS as readonly KindOfWish[]).find((kind) => kind.code === code)?.name ?? ''
}

/** What a wish may become a matter of: what a resident reports where they live, before everybody's eyes. */
export function isServiceOfWish(code: ServiceCode): boolean {
  return visibilityOf(code) === 'public' && !isPatrolOnly(code) && matterKindOf(code) !== 'premises'
}

/** The kind its words point to: that with most of its words in the text; undefined when none is. Editable on the page. */
export function wishKindIn(text: string): WishKind | undefined {
  const counted = WISH_KINDS.map(({ code, words }) => ({
    code,
    count: words.filter((word) => text.includes(word)).length,
  }))
  const best = counted.reduce((one, other) => (other.count > one.count ? other : one))
  return best.count > 0 ? best.code : undefined
}
