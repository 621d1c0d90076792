import { namesDay, reviewStartsAt, type ActInput } from '#core/matters'
import { signedAs } from '#core/permissions'
import type { Context } from '#server/platform/context'
import type { Acting } from './acting'
import { stepOf, type EventDetails, type StoredEvent } from './events'
import type { MatterRow } from './repository'

/** The step of the timeline that an act leaves. */
export function actedStep(
  { region }: Pick<Context, 'region'>,
  row: MatterRow,
  input: ActInput,
  { office, team, personId, now }: Acting,
): StoredEvent {
  return stepOf(row, {
    act: input.act,
    at: now,
    person_id: personId,
    role: office?.role ?? null,
    by_name: office ? signedAs(office) : null,
    unit_name: office ? unitOf(office.placeId, row, region) : null,
    team_name: team?.name ?? null,
    outcome: input.act === 'resolve' ? (input.outcome ?? null) : null,
    note: input.note ? input.note : null,
    details: detailsOf(row, input, region.name),
  })
}

/** The unit an office stands for, as far as the public knows it by name: the grid or the community. */
function unitOf(placeId: string, row: MatterRow, region: Context['region']): string | null {
  if (placeId === row.grid_id) return row.grid_name
  return placeId === region.regionId ? region.name : null
}

const MOVES: readonly ActInput['act'][] = ['escalate', 'send_down', 'ask_review']

function detailsOf(row: MatterRow, input: ActInput, communityName: string): EventDetails {
  const { act, reviewOn, legalBasis, proposedOwner } = input
  const reviewAt = act === 'grant_deferral' ? row.review_at : reviewOn && reviewStartsAt(reviewOn)
  return {
    ...(MOVES.includes(act) ? { toName: holderOf(row, communityName) } : {}),
    ...(reviewAt && (namesDay(act) || act === 'grant_deferral') ? { reviewAt: reviewAt.toISOString() } : {}),
    ...(act === 'return' && legalBasis ? { legalBasis } : {}),
    ...(act === 'return' && proposedOwner ? { proposedOwner } : {}),
    ...(row.merged_into && act === 'merge' ? { otherMatterId: row.merged_into } : {}),
  }
}

/** What the unit is called that triages a matter. */
export function holderOf(row: MatterRow, communityName: string): string {
  return row.level === 'grid' && row.grid_name ? row.grid_name : communityName
}
