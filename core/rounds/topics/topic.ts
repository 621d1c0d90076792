import type { WordsState } from '../../moderation'
import type { Located } from '../../permissions'
import type { Round, RoundPlaceKind } from '../round'

/** 议题. A topic of the standing board that is taken into a round stays `open` there. */
export const TOPIC_STATES = ['open', 'declined', 'merged', 'withdrawn'] as const
export type TopicState = (typeof TOPIC_STATES)[number]

/** What a topic came from. */
export const TOPIC_ORIGINS = ['wish', 'matter', 'post', 'topic'] as const
export type TopicOrigin = (typeof TOPIC_ORIGINS)[number]

/** How the discussion of a topic ends (domain.md 6). */
export const TOPIC_OUTCOMES = ['consensus', 'no_consensus', 'vote'] as const
export type TopicOutcome = (typeof TOPIC_OUTCOMES)[number]

/** A topic as the rules see it, for one asker. */
export interface Topic extends Located {
  topicId: string
  communityId: string
  placeId: string
  placeKind: RoundPlaceKind
  /** The round it is in, as the same asker sees it; null: on the standing board of its place. */
  round: Round | null
  authorId: string
  /** The home for which its author proposed it; it counts among the seconds. */
  homeId: string | null
  state: TopicState
  wordsState: WordsState
  seconds: number
  secondsNeeded: number
  metAt: Date | null
  /** Into which its author is asked to let it be merged. */
  proposalInto: string | null
  outcome: TopicOutcome | null
  standing: TopicStanding
}

/** What one asker has to do with a topic. */
export interface TopicStanding {
  /** Of the asker's homes: those that seconded it, whoever there said so. */
  secondedHomes: readonly string[]
  /** Of these: those for which the asker said so. */
  ownSeconds: readonly string[]
}

export const NO_TOPIC_STANDING: TopicStanding = { secondedHomes: [], ownSeconds: [] }
