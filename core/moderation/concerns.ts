/** What may be wrong with words: found by a check, or said by who reports them (举报). */
export const CONCERNS = [
  'insult',
  'private_data',
  'ads',
  'sexual',
  'illegal',
  'incitement',
  'untrue',
  'other',
] as const
export type Concern = (typeof CONCERNS)[number]

export const CONCERN_LABELS: Record<Concern, string> = {
  insult: '骂人、欺负人',
  private_data: '泄露别人的电话、住址',
  ads: '广告、骗钱',
  sexual: '低俗、色情',
  illegal: '赌博、毒品等违法的事',
  incitement: '煽动闹事、伤人',
  untrue: '不是真的',
  other: '别的',
}
