/** Words of a wish in a list. */
export const WISH_CARD = {
  kind: '心愿',
  by: (day: string) => `${day}前`,
  lastDay: '就是今天',
  left: (days: number) => `还有 ${days} 天`,
  seconds: (homes: number) => `${homes} 户也想要`,
  almost: (homes: number, missing: number) => `${homes} 户也想要，再有 ${missing} 户就能提成一件事`,
  enough: (homes: number) => `${homes} 户也想要，可以提成一件事了`,
  saidToday: '今天刚说的',
  said: (day: string) => `${day}说的`,
  offers: (count: number) => `${count} 位邻居愿意帮，等您点头`,
  askedMe: '说是帮好了，请您说一声',
  helping: '您在帮',
  organisationHelps: '您的组织在帮',
  replace: '来帮的人离开了，请组织里换个人',
  thanks: (words: string) => `「${words}」`,
  thanksBy: (name: string, day: string) => `${name}，${day}`,
} as const
