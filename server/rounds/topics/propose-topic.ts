import { decideProposeTopic, topicSecondsNeeded, type TopicOrigin, type TopicView } from '#core/rounds'
import { enforce } from '#core/permissions'
import type { ShownAs } from '#core/matters'
import { showWords } from '#server/moderation/index'
import { newId, type Transaction } from '#server/platform/db/index'
import type { Context } from '#server/platform/context'
import type { RoundParts } from '../convene-round'
import { actInRound } from '../in-round'
import { recordTopic } from './on-record'
import { presentTopic } from './present-topic'
import { saveNewTopic, type NewTopic, type TopicRow } from './repository'
import { addTopicSeconds } from './seconds'
import { indexTopic } from './topic-words'

export interface TopicWords {
  title: string
  text?: string | undefined
  shownAs: ShownAs
}

/** 提议题 in a round. Its author's home counts as the first that seconds it. Throws TOPIC_AGENDA_OUT. */
export function proposeTopic(
  asked: Context,
  { roundId, ...words }: TopicWords & { roundId: string },
  parts: RoundParts,
): Promise<TopicView> {
  return actInRound(asked, { roundId, right: 'take_part' }, async (doing) => {
    const { context, tx, row, round, at } = doing
    enforce(decideProposeTopic(context.actor, round))
    const saved = await addTopic(
      tx,
      {
        where: {
          communityId: row.community_id,
          roundId,
          placeId: row.place_id,
          placeName: row.place_name,
          placeKind: row.place_kind,
          jurisdiction: row.jurisdiction,
          homes: row.homes,
        },
        author: {
          personId: context.actor.personId,
          homeId: adultHomeOf(context, round.standing.homesInScope),
        },
        words,
        at,
      },
      parts,
    )
    return presentTopic(tx, context, saved)
  })
}

/** The first of these homes for which somebody counts: a child proposes, and the grown-ups second. */
function adultHomeOf({ actor }: Context, homeIds: readonly string[]): string | null {
  return actor.homes.find(({ homeId, isAdult }) => isAdult && homeIds.includes(homeId))?.homeId ?? null
}

/** Where a topic stands: in a round, or on the standing board of a place. */
export interface TopicPlace {
  communityId: string
  /** Null: on the standing board. */
  roundId: string | null
  placeId: string
  placeName: string
  placeKind: NewTopic['place_kind']
  jurisdiction: string[]
  /** Homes in its scope. */
  homes: number
}

export interface AddTopic {
  where: TopicPlace
  /** `homeId`: counts as the first that seconds it; null: none does. */
  author: { personId: string; homeId: string | null }
  words: TopicWords
  origin?: { kind: TopicOrigin; id: string } | undefined
  at: Date
}

/** Puts a topic up, its words checked, seconded by its author's home, on record and findable. Who may is asked before. */
export async function addTopic(
  tx: Transaction,
  { where, author, words, origin, at }: AddTopic,
  parts: RoundParts,
): Promise<TopicRow> {
  const topicId = newId()
  const words_state = await showWords(
    tx,
    {
      communityId: where.communityId,
      target: { kind: 'topic', id: topicId },
      authorId: author.personId,
      text: [words.title, words.text].filter(Boolean).join('\n'),
      about: words.title,
      at,
    },
    parts,
  )
  const row = await saveNewTopic(tx, {
    community_id: where.communityId,
    topic_id: topicId,
    round_id: where.roundId,
    place_id: where.placeId,
    place_name: where.placeName,
    place_kind: where.placeKind,
    jurisdiction: where.jurisdiction,
    author_id: author.personId,
    home_id: author.homeId,
    shown_as: words.shownAs,
    title: words.title,
    text: words.text || null,
    words_state,
    state: 'open',
    origin_kind: origin?.kind ?? null,
    origin_id: origin?.id ?? null,
    on_board_at: where.roundId === null ? at : null,
    seconds_needed: topicSecondsNeeded(where.homes),
    created_at: at,
    revision: 1,
  })
  const homes = author.homeId ? [{ homeId: author.homeId, personId: author.personId }] : []
  const seconded = { ...row, ...(await addTopicSeconds(tx, row, homes, at)) }
  await recordTopic(tx, seconded, { act: 'propose', at, personId: author.personId })
  await indexTopic(tx, seconded)
  return seconded
}
