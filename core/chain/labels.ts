import type { ChainKind } from './contract'

/** Headings of what a thing came from, and of what became of it. */
export const CHAIN_HEADINGS = { from: '从哪里来', to: '后来怎样' }

/** What each link is, in the words of its own area. */
export const CHAIN_LABELS: Record<ChainKind, string> = {
  wish: '说的心愿',
  matter: '报的事',
  notice: '发的通知',
  round: '一轮讨论',
  topic: '议题',
  session: '一场讨论',
  item: '说好要办的事',
  vote: '表决',
}
