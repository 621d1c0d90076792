import { ALLOWED, isResident, refused, type Actor, type Decision } from '../permissions'
import type { Matter } from './matter'
import { matterPolicy } from './policy'
import { isOpen } from './workflow'

/** So many homes met it, or it was reopened so often: the level above is told (domain.md 5). */
export const MANY_HOMES = 20
export const MANY_REOPENINGS = 3
/** After so many returns the level above names the lead (domain.md 5). */
export const RETURNS_TO_ARBITRATION = 2

/** 我也遇到了: a resident joins an open public matter instead of filing a twin. */
export function canJoin(actor: Actor, matter: Matter): Decision {
  if (!matterPolicy.read(actor, matter)) return refused('NOT_FOUND')
  if (!isResident(actor) || matter.visibility !== 'public') return refused('NOT_ALLOWED')
  if (actor.personId === matter.reporterId || matter.joinerIds.includes(actor.personId))
    return refused('ALREADY_JOINED')
  return isOpen(matter.state) ? ALLOWED : refused('STATE_CHANGED')
}

/** Leaving is always open to who joined by themselves. */
export function canLeave(actor: Actor, matter: Matter): Decision {
  if (!matterPolicy.read(actor, matter)) return refused('NOT_FOUND')
  return matter.joinerIds.includes(actor.personId) ? ALLOWED : refused('STATE_CHANGED')
}

/** The home somebody speaks for when joining: the one nearest to the place, else the first. */
export function homeToJoinWith(actor: Actor, place: Pick<Matter, 'jurisdiction'>): string | undefined {
  const shared = (path: readonly string[]) => path.filter((id) => place.jurisdiction.includes(id)).length
  const [first] = [...actor.homes].sort((a, b) => shared(b.path) - shared(a.path))
  return first?.homeId
}
