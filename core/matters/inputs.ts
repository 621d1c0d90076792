import { ALLOWED, refused, type Decision } from '../permissions'
import type { Team } from './policy'
import { transitionOf, type Outcome, type PersonAct } from './workflow'

/** What comes with an act. */
export interface ActInput {
  act: PersonAct
  note?: string | undefined
  team?: Team | undefined
  outcome?: Outcome | undefined
}

/** Is everything there that the act needs? A page asks before it sends, the server always. */
export function decideInput({ act, note, team, outcome }: ActInput): Decision {
  const { words } = transitionOf(act)
  if (act === 'assign' && !team) return refused('TEAM_UNKNOWN', 'team')
  if (act === 'resolve' && !outcome) return refused('BODY_INVALID', 'outcome')
  if (words === 'reason' && !note) return refused('REASON_REQUIRED', 'note')
  if (words === 'note' && !note) return refused('NOTE_REQUIRED', 'note')
  return ALLOWED
}
