import { ALLOWED, refused, type Actor, type Decision, type Located } from '../../permissions'
import { roundOffice } from '../conveners'
import { headSilentAt } from '../periods'
import { roundOfficePlaces } from '../policy'
import type { RoundPlaceKind } from '../round'
import { homesOfScope, topicPolicy } from '../topics/policy'
import type { Topic } from '../topics/topic'

/** 有话大家说: what is open on the board of a place, and what became of the rest. */
export const BOARD_LISTS = ['open', 'over'] as const
export type BoardList = (typeof BOARD_LISTS)[number]

/** A topic that was put up on the board of a place, as the rules see it, for one asker. */
export interface BoardTopic extends Topic {
  /** Since when it counts as silence that who convenes there neither convened nor declined. */
  silentAt: Date | null
}

interface PlaceOfBoard extends Located {
  placeId: string
  kind: RoundPlaceKind
}

/** Whether a place's board is for this asker: who lives there, and who is in office over it. */
export function readsBoard(actor: Actor, { placeId, jurisdiction }: PlaceOfBoard): boolean {
  return livesAt(actor, placeId) || roundOfficePlaces(actor).some((held) => jurisdiction.includes(held))
}

const livesAt = ({ homes }: Pick<Actor, 'homes'>, placeId: string): boolean =>
  homes.some(({ path }) => path.includes(placeId))

/**
 * 提议题: who lives there. Who only is in office reads along, and convenes; they put up what somebody else said (`from`: a matter, a
 * post) where they could convene for it.
 */
export function decidePutUp(actor: Actor, place: PlaceOfBoard, from: boolean): Decision {
  if (!readsBoard(actor, place)) return refused('NOT_FOUND')
  if (livesAt(actor, place.placeId) || (from && roundOffice(actor.roles, place))) return ALLOWED
  return refused('BOARD_NEEDS_HOME')
}

/** The home a topic counts for when this person puts it up: one in which they are an adult; undefined: none, and it begins without a second. */
export function homeToPutUpFor({ homes }: Pick<Actor, 'homes'>, placeId: string): string | undefined {
  return homes.find(({ path, isAdult }) => isAdult && path.includes(placeId))?.homeId
}

/** Whether it still waits on the board. */
export const isOnBoard = ({ state, round }: Pick<Topic, 'state' | 'round'>): boolean =>
  state === 'open' && round === null

/** 楼栋长、理事、居委会、业委会: in the office in which rounds are convened there. */
const convenesThere = ({ roles }: Pick<Actor, 'roles'>, { placeKind, jurisdiction }: BoardTopic): boolean =>
  roundOffice(roles, { kind: placeKind, jurisdiction }) !== undefined

/** After silence anybody who seconds it convenes, without an office (domain.md 6). */
const convenesForThemselves = (actor: Actor, topic: BoardTopic): boolean =>
  topic.silentAt !== null &&
  homesOfScope(actor, topic).some(
    ({ homeId, isAdult }) => isAdult && topic.standing.ownSeconds.includes(homeId),
  )

/** 这次不谈, in public and with a reason: by who would convene, when it is their turn and as long as they didn't stay silent. */
export function decideDecline(actor: Actor, topic: BoardTopic): Decision {
  if (!topicPolicy.read(actor, topic)) return refused('NOT_FOUND')
  if (!convenesThere(actor, topic)) return refused('NOT_ALLOWED')
  if (!isOnBoard(topic)) return refused('STATE_CHANGED')
  if (topic.metAt === null) return refused('BOARD_TOPIC_NOT_MET')
  return topic.silentAt === null ? ALLOWED : refused('BOARD_HEAD_LATE')
}

/**
 * 用这个议题召集大家来谈: of one that waits on the board. In office at any time; without one after silence, by who seconds it.
 */
export function decideConveneFor(actor: Actor, topic: BoardTopic): Decision {
  if (!topicPolicy.read(actor, topic)) return refused('NOT_FOUND')
  if (!convenesThere(actor, topic) && !convenesForThemselves(actor, topic)) return refused('NOT_ALLOWED')
  return isOnBoard(topic) && topic.wordsState === 'shown' ? ALLOWED : refused('STATE_CHANGED')
}

/**
 * The same for a round as it is convened: at the topic's own place, with every home there. Everybody who seconded belongs to the round: nobody is
 * left out by a choice of homes.
 */
export function decideBeginWith(
  actor: Actor,
  topic: BoardTopic,
  round: { placeId: string; chosen: boolean },
): Decision {
  const decision = decideConveneFor(actor, topic)
  if (!decision.allowed) return decision
  return topic.placeId === round.placeId && !round.chosen
    ? ALLOWED
    : refused('BOARD_TOPICS_WRONG', 'topicIds')
}

/** When the clock finds that nobody answered; null: there is nothing for it to find. */
export function boardSilenceDueAt(
  topic: Pick<BoardTopic, 'wordsState' | 'metAt' | 'silentAt'> & { onBoard: boolean },
): Date | null {
  const waits = topic.onBoard && topic.wordsState === 'shown' && topic.silentAt === null
  return waits && topic.metAt !== null ? headSilentAt(topic.metAt) : null
}
