/** Words that say somebody's life may be in danger: the numbers to call come before the form (domain.md 5). */
const DANGER_WORDS = [
  '燃气味',
  '煤气味',
  '闻到燃气',
  '闻到天然气',
  '气泄漏',
  '漏气',
  '煤气',
  '着火',
  '起火',
  '失火',
  '火灾',
  '冒烟',
  '爆炸',
  '触电',
  '漏电',
  '晕倒',
  '昏倒',
  '坠楼',
  '跳楼',
  '轻生',
  '自杀',
  '溺水',
  '被困',
  '困人',
  '困了人',
  '砍人',
  '打人',
]

/** Emergency numbers of mainland China. */
export const EMERGENCY_NUMBERS = [
  { number: '119', name: '火警' },
  { number: '120', name: '急救' },
  { number: '110', name: '报警' },
] as const

/** Numbers for who wants somebody to talk to, or help, before anybody here can answer. */
export const HOTLINES = [
  { number: '12356', name: '心理援助' },
  { number: '12345', name: '市民热线' },
] as const

/** Whether what is being written sounds like danger to life. */
export function soundsDangerous(text: string): boolean {
  return DANGER_WORDS.some((word) => text.includes(word))
}
