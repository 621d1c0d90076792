import {
  actOnMatterEndpoint,
  type Level,
  type MatterState,
  type PersonAct,
  type ServiceCode,
  type TeamKind,
} from '#core/matters'
import { acts, actsOnTwo, type MatrixCall } from './call'
import type { Stage } from './stage'

/** The community a call is made in. */
export const here = ({ place }: Stage) => ({ communityId: place.community.communityId })

/** How the matter of a column stands before the act. */
export interface Standing {
  level?: Level
  lead?: TeamKind
  service?: ServiceCode
  more?: NonNullable<Parameters<Stage['matter']>[0]['more']>
}

const LED: readonly MatterState[] = ['assigned', 'in_progress', 'deferred', 'resolved', 'closed']
const TOMORROW = '2026-11-19'
const NEXT_YEAR = '2027-02-01'

/** A matter that stands so, of its service's visibility. */
export async function standing(
  stage: Stage,
  state: MatterState,
  { level = 'grid', lead = 'grid', service, more = {} }: Standing,
): Promise<string> {
  return stage.matter({
    state,
    level,
    ...(LED.includes(state) ? { lead } : {}),
    more: { ...(service ? { service_code: service } : {}), ...more },
  })
}

/** A column: this act on a matter in this state. */
export function act(name: PersonAct, state: MatterState, how: Standing = {}): MatrixCall {
  const { level = 'grid' } = how
  const onTwo = name === 'merge' || name === 'unmerge'
  return (onTwo ? actsOnTwo : acts)(actOnMatterEndpoint)(async (stage) => {
    const { gridId, communityId } = stage.place.community
    const other = onTwo ? await standing(stage, 'submitted', { level }) : undefined
    const merged =
      name === 'unmerge' && other ? { merged_into: other, merged_at: stage.server.clock.now } : {}
    const matterId = await standing(stage, state, { ...how, more: { ...how.more, ...merged } })
    const team =
      level === 'grid'
        ? { kind: 'grid' as const, placeId: gridId }
        : { kind: 'community' as const, placeId: communityId }
    return {
      params: { ...here(stage), matterId },
      body: {
        act: name,
        revision: 1,
        note: '看过了',
        ...(name === 'assign' || name === 'reassign' ? { team } : {}),
        ...(name === 'resolve' ? { outcome: 'fixed' as const } : {}),
        ...(name === 'defer' ? { reviewOn: TOMORROW } : {}),
        ...(name === 'ask_deferral' ? { reviewOn: NEXT_YEAR } : {}),
        ...(name === 'merge' ? { intoMatterId: other } : {}),
      },
    }
  })
}
