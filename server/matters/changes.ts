import { isClosingAct, transitionOf, type ActInput, type TeamItem } from '#core/matters'
import { signedAs } from '#core/permissions'
import type { ActingRole } from '#server/platform/context'
import type { MatterRow } from './repository'

/** Who does an act, in which office, with which team, and when. */
export interface Doing {
  team: TeamItem | undefined
  office: ActingRole | undefined
  personId: string
  now: Date
}

/** What an act changes in the matter's row, besides its revision. */
export function changesOf(row: MatterRow, { act, outcome }: ActInput, doing: Doing): Partial<MatterRow> {
  return {
    state: transitionOf(act).to,
    changed_at: doing.now,
    closed_by: isClosingAct(act) ? act : null,
    ...particularsOf(row, act, outcome, doing),
  }
}

function particularsOf(
  row: MatterRow,
  act: ActInput['act'],
  outcome: ActInput['outcome'],
  { team, office, personId, now }: Doing,
): Partial<MatterRow> {
  switch (act) {
    case 'assign':
      return team ? { lead_kind: team.kind, lead_place_id: team.placeId, lead_name: team.name } : {}
    case 'start':
      return {
        handler_ids: withPerson(row.handler_ids, personId),
        lead_name: office && signedAs(office.officialName, office.role),
      }
    case 'resolve':
      return {
        handler_ids: withPerson(row.handler_ids, personId),
        outcome: outcome ?? null,
        resolved_at: now,
        answered: false,
      }
    case 'confirm':
    case 'dispute':
      return { answered: true }
    default:
      return {}
  }
}

function withPerson(ids: readonly string[], personId: string): string[] {
  return ids.includes(personId) ? [...ids] : [...ids, personId]
}
