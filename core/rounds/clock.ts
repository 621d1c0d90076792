import { abandonedAt, idleAt } from './periods'
import type { Round } from './round'
import { isRoundOpen, type RoundClockAct } from './workflow'

type OnTheClock = Pick<Round, 'state' | 'idleAt'> & { touchedAt: Date }

/**
 * When the clock does it, as the round stands; null: there is nothing for it to do. Sixty days without a deed it is idle, and
 * staff are told; it ends when nobody takes it over within the days that follow.
 */
export function roundClockDueAt(round: OnTheClock, act: RoundClockAct): Date | null {
  if (!isRoundOpen(round.state)) return null
  if (act === 'idle') return round.idleAt === null ? idleAt(round.touchedAt) : null
  return round.idleAt === null ? null : abandonedAt(round.idleAt)
}
