import { ALLOWED, refused, type Actor, type Decision, type HeldHome } from '../../permissions'
import { decideInRound } from '../decide'
import type { Round } from '../round'
import type { RoundState } from '../workflow'
import { homesOfScope, topicPolicy } from './policy'
import type { Topic, TopicStanding, TopicState } from './topic'
import { TOPIC_ACT_NAMES, type TopicAct } from './workflow'

const unless = (bad: boolean, code: Parameters<typeof refused>[0]): Decision =>
  bad ? refused(code) : ALLOWED

/** 议程还没公布: until then topics of a round are proposed, seconded and merged. */
export const gathersTopics = (state: RoundState): boolean => state === 'agenda'

/** 还在谈的: neither merged, declined nor withdrawn; an item may come from it. */
export const isTalkedAbout = ({ state }: { state: TopicState }): boolean => state === 'open'

/** On the standing board always. */
const isGathering = (round: Round | null): boolean => round === null || gathersTopics(round.state)

const isStanding = ({ state, round }: Topic): boolean => state === 'open' && isGathering(round)

/** 提议题: by who lives in the scope, while the agenda isn't published. */
export function decideProposeTopic(actor: Actor, round: Round): Decision {
  const decision = decideInRound(actor, round, 'take_part')
  return decision.allowed ? unless(!isGathering(round), 'TOPIC_AGENDA_OUT') : decision
}

const CONDITIONS: Partial<Record<TopicAct, (topic: Topic) => Decision>> = {
  /** Once enough homes stand behind a topic of a board, it isn't its author's alone. */
  withdraw: ({ round, metAt }) => unless(round === null && metAt !== null, 'BOARD_TOPIC_MET'),
  ask_merge: ({ proposalInto }) => unless(proposalInto !== null, 'TOPIC_MERGE_ASKED'),
  agree_merge: ({ proposalInto }) => unless(proposalInto === null, 'STATE_CHANGED'),
  refuse_merge: ({ proposalInto }) => unless(proposalInto === null, 'STATE_CHANGED'),
}

/** Permission first: a stranger learns nothing about the state. */
export function decideTopicAct(actor: Actor, topic: Topic, act: TopicAct): Decision {
  if (!topicPolicy.read(actor, topic)) return refused('NOT_FOUND')
  if (!topicPolicy[act](actor, topic)) return refused('NOT_ALLOWED')
  if (topic.state !== 'open') return refused('STATE_CHANGED')
  if (!isGathering(topic.round)) return refused('TOPIC_AGENDA_OUT')
  return CONDITIONS[act]?.(topic) ?? ALLOWED
}

/** The buttons a page offers. The server asks `decideTopicAct` again. */
export function topicActsFor(actor: Actor, topic: Topic): TopicAct[] {
  return TOPIC_ACT_NAMES.filter((act) => decideTopicAct(actor, topic, act).allowed)
}

/** 附议, once per home, by its adults; and taking back what one said oneself. */
export function decideSecondTopic(actor: Actor, topic: Topic, wanted: boolean): Decision {
  if (!topicPolicy.read(actor, topic)) return refused('NOT_FOUND')
  if (!topicPolicy.second(actor, topic)) return refused('NOT_ALLOWED')
  if (topic.state !== 'open') return refused('STATE_CHANGED')
  if (!isGathering(topic.round)) return refused('TOPIC_AGENDA_OUT')
  if (!wanted) return unless(ownSecondsOf(topic).length === 0, 'STATE_CHANGED')
  if (homesToSecond(actor, topic).length > 0) return ALLOWED
  const grown = homesOfScope(actor, topic).some(({ isAdult }) => isAdult)
  return refused(grown ? 'TOPIC_HOME_SECONDED' : 'TOPIC_ADULTS_ONLY')
}

/** The homes for which somebody seconds a topic: those in its scope where they are an adult, and nobody said so yet. */
export function homesToSecond(actor: Pick<Actor, 'homes'>, topic: Topic): HeldHome[] {
  return homesOfScope(actor, topic).filter(
    ({ homeId, isAdult }) => isAdult && !topic.standing.secondedHomes.includes(homeId),
  )
}

/** What somebody takes back: their own seconds. The home of the topic's author counts as long as the topic stands. */
export function ownSecondsOf({ standing, homeId }: Topic): string[] {
  return standing.ownSeconds.filter((own) => own !== homeId)
}

/** How the asker stands to a topic once they seconded it for these homes of theirs, or took that back. */
export function standingAfter(
  { secondedHomes, ownSeconds }: TopicStanding,
  homeIds: readonly string[],
  wanted: boolean,
): TopicStanding {
  const change = (before: readonly string[]) =>
    wanted ? [...before, ...homeIds] : before.filter((homeId) => !homeIds.includes(homeId))
  return { secondedHomes: change(secondedHomes), ownSeconds: change(ownSeconds) }
}

/**
 * Two topics are one: both stand, in the same round or on the same board, and neighbours may read the other. Nobody who goes along
 * meets what they may not read.
 */
export function canMergeTopics(topic: Topic, target: Topic, sameList: boolean): Decision {
  const possible =
    sameList && topic.topicId !== target.topicId && isStanding(target) && target.wordsState === 'shown'
  return unless(!possible, 'MERGE_NOT_POSSIBLE')
}
