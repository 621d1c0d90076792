import { allOf, anyOf, holds, nobody, not, type Actor, type Role, type Rule } from '../permissions'
import type { Round } from './round'
import { isRoundOpen, type RoundAct } from './workflow'

const isConvener: Rule<Round> = (actor, { convenerId }) => actor.personId === convenerId
const isInScope: Rule<Round> = (_actor, { standing }) => standing.homesInScope.length > 0
const tookPart: Rule<Round> = (_actor, { standing }) => standing.tookPart
const isShown: Rule<Round> = (_actor, { wordsState }) => wordsState === 'shown'
const isOpen: Rule<Round> = (_actor, { state }) => isRoundOpen(state)
/** Those left out read it too: they may object (domain.md 6). */
const livesThere: Rule<Round> = (actor, { placeId }) => actor.homes.some(({ path }) => path.includes(placeId))
const isIdle: Rule<Round> = (_actor, { idleAt }) => idleAt !== null
const isForsaken: Rule<Round> = (_actor, { convenerGone }) => convenerGone

/** Still in the office in which they convened; who convened without one, still living there. */
export const stillConvenes: Rule<Round> = allOf<Round>(isConvener, (actor, round) =>
  round.convenerRole === null ? isInScope(actor, round) : holds(round.convenerRole)(actor, round),
)
/** 理事 convene together with the head (domain.md 3). */
const convenesToo: Rule<Round> = allOf<Round>(
  ({ roles }, { jurisdiction }) =>
    roles.some(({ role, placeId }) => role === 'council_member' && jurisdiction.includes(placeId)),
  (_actor, { convenerRole }) => convenerRole === 'building_head',
)
const conveners = anyOf<Round>(stillConvenes, convenesToo)
/** Look after a round that nobody convenes any more. */
export const mayLookForConvener: Rule<Round> = holds(
  'community_staff',
  'residents_committee',
  'community_secretary',
)
const isAsked: Rule<Round> = (actor, { nextConvenerId }) => actor.personId === nextConvenerId

/** In office over the place: follows the round as everybody there does. */
const OFFICES: readonly Role[] = [
  'building_head',
  'council_member',
  'owners_committee',
  'property_staff',
  'grid_worker',
  'grid_chief',
  'grid_specialist',
  'community_staff',
  'residents_committee',
  'community_secretary',
  'subdistrict_staff',
  'district_staff',
]
const STAFF: readonly Role[] = [
  'grid_worker',
  'grid_chief',
  'community_staff',
  'community_secretary',
  'residents_committee',
]

/** What a moderator hid is its convener's alone, also where others took part. */
const readers = anyOf<Round>(
  isConvener,
  allOf<Round>(isShown, anyOf<Round>(tookPart, isAsked, livesThere, holds(...OFFICES))),
)

/** What may be done besides the acts. */
export type RoundRight = 'read' | 'take_part' | 'convene' | 'object' | 'observe'

/** 开放空间的权限. One sentence per act; the screen's buttons and the server's check both come from here. */
export const roundPolicy: Record<RoundAct | RoundRight, Rule<Round>> = {
  read: readers,
  /** Proposes, seconds, joins, writes, answers, takes something on: who lives in its scope. */
  take_part: allOf<Round>(isOpen, isShown, isInScope),
  /** 主持这一轮: makes the agenda, merges topics, opens sessions, puts down what was agreed. */
  convene: allOf<Round>(isOpen, conveners),
  /** 没被算进来的: who lives there and whose home was not chosen. */
  object: allOf<Round>(isOpen, isShown, livesThere, (_actor, { chosen }) => chosen, not(isInScope)),
  /** Staff observe, and answer as themselves; they veto nothing (domain.md 6). */
  observe: allOf<Round>(readers, holds(...STAFF)),
  invite: conveners,
  publish_agenda: conveners,
  begin_action: conveners,
  begin_evaluation: conveners,
  close: conveners,
  withdraw: conveners,
  /** 另请召集人: of an idle round (domain.md 6); and of one whose convener left the office or moved away, for nobody else goes on with it. */
  name_convener: allOf<Round>(mayLookForConvener, anyOf<Round>(isIdle, isForsaken)),
  take_over: isAsked,
  refuse_over: isAsked,
  idle: nobody,
  abandon: nobody,
}

/** Places whose rounds somebody follows by office: theirs, and all that lie in them. */
export function roundOfficePlaces(actor: Pick<Actor, 'roles'>): string[] {
  return actor.roles.filter(({ role }) => OFFICES.includes(role)).map(({ placeId }) => placeId)
}
