import type { GateLine } from '../gates'

/** 开会讨论 ends when every session has notes (domain.md 6); without a session nothing was discussed. */
export function sessionsGate({ sessions, withNotes }: { sessions: number; withNotes: number }): GateLine {
  if (sessions === 0) return { met: false, words: '还没有开场次' }
  const missing = sessions - withNotes
  return missing === 0
    ? { met: true, words: '每一场都有记录' }
    : { met: false, words: `还有 ${missing} 场没有记录` }
}
