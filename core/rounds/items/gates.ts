import type { GateLine } from '../gates'

export interface ActionFacts {
  items: number
  /** Neither done nor given up. */
  open: number
}

/** 采取行动 ends when every item is done or given up with a reason (domain.md 6). */
export function actionGate({ items, open }: ActionFacts): GateLine[] {
  if (items === 0) return [{ met: true, words: '没有记下要办的事' }]
  return [{ met: open === 0, words: open === 0 ? `${items} 件事都有了结果` : `还有 ${open} 件事没有结果` }]
}

export interface EvaluationFacts {
  /** Items that can be rated, and those nobody rated yet. */
  items: number
  unrated: number
  lessons: number
}

/** 效果评估 ends when each item was rated by somebody, and a lesson was written (domain.md 6: a round can't close without it). */
export function evaluationGate({ items, unrated, lessons }: EvaluationFacts): GateLine[] {
  const rated = {
    met: unrated === 0,
    words: unrated === 0 ? '每件事都有人评过' : `还有 ${unrated} 件事没人评`,
  }
  return [
    ...(items === 0 ? [] : [rated]),
    { met: lessons > 0, words: lessons > 0 ? `写下了 ${lessons} 条经验` : '还没写下经验' },
  ]
}
