import type { BoardList } from './board-topic'

/** 有话大家说, as a page and an entry are called. */
export const BOARD_NAME = '有话大家说'

/** What buttons say: who would convene does, or says in public why not. */
export const BOARD_LABELS = {
  putUp: '提一个议题',
  convene: '召集大家来谈',
  decline: '这次不谈，说明原因',
} as const

export const BOARD_LIST_LABELS: Record<BoardList, string> = { open: '等着附议的', over: '有了下文的' }
