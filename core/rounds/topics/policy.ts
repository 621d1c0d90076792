import { allOf, anyOf, holds, not, type Actor, type HeldHome, type Rule } from '../../permissions'
import { roundOffice } from '../conveners'
import { roundOfficePlaces, roundPolicy } from '../policy'
import type { Topic } from './topic'
import type { TopicAct } from './workflow'

const isAuthor: Rule<Topic> = (actor, { authorId }) => actor.personId === authorId
const isShown: Rule<Topic> = (_actor, { wordsState }) => wordsState === 'shown'
/** Looks after the words: the same who moderates everything else. */
const moderates: Rule<Topic> = holds('community_staff')
const isInOffice: Rule<Topic> = (actor, { jurisdiction }) =>
  roundOfficePlaces(actor).some((placeId) => jurisdiction.includes(placeId))

/** In a round, who reads the round; on the standing board, who lives at its place, or is in office over it. */
const readsAround: Rule<Topic> = (actor, topic) =>
  topic.round
    ? roundPolicy.read(actor, topic.round)
    : actor.homes.some(({ path }) => path.includes(topic.placeId)) || isInOffice(actor, topic)

const isOfScope: Rule<Topic> = (actor, topic) => homesOfScope(actor, topic).length > 0

/** 合到一起 is asked for by who convenes: the round's conveners; on the standing board, who would convene there. */
const convenes: Rule<Topic> = (actor, topic) =>
  topic.round
    ? roundPolicy.convene(actor, topic.round)
    : roundOffice(actor.roles, { kind: topic.placeKind, jurisdiction: topic.jurisdiction }) !== undefined

export type TopicRight = 'read' | 'second'

/** 议题权限. One sentence per act; the screen's buttons and the server's check both come from here. */
export const topicPolicy: Record<TopicAct | TopicRight, Rule<Topic>> = {
  read: anyOf<Topic>(isAuthor, allOf<Topic>(readsAround, anyOf<Topic>(isShown, moderates))),
  /** 附议: who lives in its scope, its author aside: their home counts as the first. */
  second: allOf<Topic>(isShown, isOfScope, not(isAuthor)),
  withdraw: isAuthor,
  ask_merge: allOf<Topic>(isShown, convenes),
  agree_merge: isAuthor,
  refuse_merge: isAuthor,
}

/** Of somebody's homes those that a topic concerns. */
export function homesOfScope({ homes }: Pick<Actor, 'homes'>, { round, placeId }: Topic): HeldHome[] {
  const inRound = round?.standing.homesInScope
  return homes.filter(({ homeId, path }) => (inRound ? inRound.includes(homeId) : path.includes(placeId)))
}
