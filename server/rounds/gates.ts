import { agendaGate, phaseOf, topicSecondsNeeded, type GateLine, type RoundPhase } from '#core/rounds'
import type { Database, Transaction } from '#server/platform/db/index'
import { actionGateOf, evaluationGateOf } from './items/gates'
import type { RoundRow } from './repository'
import { gateOfSessions } from './sessions/gate-of-sessions'
import { outcomesGateOf } from './statements/gate'

type Reader = Database | Transaction
type GateLoader = (db: Reader, row: RoundRow) => Promise<GateLine[]>

/** What each phase ends with. */
const GATES: Record<RoundPhase, GateLoader> = {
  agenda: agenda,
  discussion: all(gateOfSessions, outcomesGateOf),
  action: actionGateOf,
  evaluation: evaluationGateOf,
}

/** The lines of several parts of a phase, one after the other. */
function all(...loaders: readonly GateLoader[]): GateLoader {
  return async (db, row) => {
    const lines: GateLine[] = []
    for (const load of loaders) lines.push(...(await load(db, row)))
    return lines
  }
}

/** The checklist of the phase a round is in; empty once it is over. */
export async function gateOf(db: Reader, row: RoundRow): Promise<GateLine[]> {
  const phase = phaseOf(row.state)
  return phase ? GATES[phase](db, row) : []
}

async function agenda(db: Reader, row: RoundRow): Promise<GateLine[]> {
  const most = await db
    .selectFrom('topics')
    .select(({ fn }) => fn.max('seconds').as('seconds'))
    .where('community_id', '=', row.community_id)
    .where('round_id', '=', row.round_id)
    .where('state', '=', 'open')
    .where('words_state', '=', 'shown')
    .executeTakeFirst()
  return agendaGate({
    hasTime: row.meets_at !== null,
    mostSeconds: most?.seconds ?? 0,
    secondsNeeded: topicSecondsNeeded(row.homes),
    invited: row.invited_at !== null,
  })
}
