import { boardRuleInWords, boardStateInWords, TOPIC_STATES } from '..'
import { BOARD_LABELS, BOARD_LIST_LABELS, BOARD_NAME } from './labels'
import type { BoardStanding } from './words'

const NOW = new Date('2026-11-18T02:00:00.000Z')
const standing = (more: Partial<BoardStanding> = {}): BoardStanding => ({
  state: 'open',
  inRound: false,
  metAt: null,
  silentAt: null,
  ...more,
})

it.each<[Partial<BoardStanding>, string | undefined]>([
  [{}, undefined],
  [{ metAt: NOW.toISOString() }, '够了，最晚11月25日召集，或说明为什么不谈'],
  [{ metAt: NOW.toISOString(), silentAt: NOW.toISOString() }, '7 天没有回话，附议的人都可以召集'],
  [{ metAt: NOW.toISOString(), inRound: true }, '正在谈，或已经谈过'],
  [{ state: 'declined' }, '这次不谈'],
  [{ state: 'merged' }, '合到别的议题里了'],
  [{ state: 'withdrawn' }, '提的人撤回了'],
])('%j: %s', (more, words) => {
  expect(boardStateInWords(standing(more), NOW)).toBe(words)
})

it('says so in plain words only', () => {
  const words = [
    BOARD_NAME,
    boardRuleInWords(3),
    ...Object.values(BOARD_LABELS),
    ...Object.values(BOARD_LIST_LABELS),
    ...TOPIC_STATES.map((state) => boardStateInWords(standing({ state }), NOW) ?? ''),
  ]
  for (const line of words) expect(line).not.toMatch(/工单|流转|系统|[A-Za-z]/)
})
