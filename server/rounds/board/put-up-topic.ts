import { decidePutUp, homeToPutUpFor, type BoardOrigin, type TopicOrigin, type TopicView } from '#core/rounds'
import { enforce } from '#core/permissions'
import { asWriter } from '#server/people/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import type { PlaceOfRound, RoundParts } from '../convene-round'
import { presentTopic } from '../topics/present-topic'
import { addTopic, type TopicWords } from '../topics/propose-topic'
import type { TopicRow } from '../topics/repository'
import { boardPlaceOf, countHomesThatMatter } from './board-place'
import { tellWhenMet } from './met'
import { enforceOrigin, type BoardOrigins } from './origins'
import { tellOfOrigin } from './tell-origin'

export interface PutUpTopic extends TopicWords {
  placeId: string
  origin?: { kind: BoardOrigin; id: string } | undefined
}

/**
 * 提议题 on the board of a place. Its author's home counts as the first that seconds it; whose words it comes from is told, and who stands behind
 * those. Throws NOT_FOUND, BOARD_NEEDS_HOME,
 * BOARD_ORIGIN_WRONG, BOARD_ORIGIN_TAKEN.
 */
export function putUpTopic(
  asked: Context,
  input: PutUpTopic,
  { origins, ...parts }: RoundParts & { origins: BoardOrigins },
): Promise<TopicView> {
  const { actor, region, now } = asked
  return asked.transact(async (tx) => {
    const context = await asWriter(tx, asked)
    const place = await boardPlaceOf(tx, context, input.placeId)
    enforce(decidePutUp(context.actor, place, input.origin !== undefined))
    const { title, text, shownAs, origin } = input
    const authorId = origin && (await enforceOrigin(tx, context, place, { ...origin, origins }))
    const homeId = homeToPutUpFor(context.actor, place.placeId) ?? null
    const author = { personId: actor.personId, homeId }
    const at = now()
    const row = await addToBoard(
      tx,
      region.regionId,
      { place, author, words: { title, text, shownAs }, origin, at },
      parts,
    )
    if (origin && authorId !== undefined)
      await tellOfOrigin(tx, row, { ...origin, authorId }, { origins, byPersonId: actor.personId, at })
    return presentTopic(tx, context, row)
  })
}

export interface AddToBoard {
  place: PlaceOfRound
  author: { personId: string; homeId: string | null }
  words: TopicWords
  origin: { kind: TopicOrigin; id: string } | undefined
  at: Date
}

/** Puts a topic on the board of a place. Who may is asked before. */
export async function addToBoard(
  tx: Transaction,
  communityId: string,
  { place, author, words, origin, at }: AddToBoard,
  parts: RoundParts,
): Promise<TopicRow> {
  const where = {
    communityId,
    roundId: null,
    placeId: place.placeId,
    placeName: place.name,
    placeKind: place.kind,
    jurisdiction: place.jurisdiction,
    homes: await countHomesThatMatter(tx, communityId, place.placeId),
  }
  const row = await addTopic(tx, { where, author, words, origin, at }, parts)
  await tellWhenMet(tx, { met_at: null }, row, at)
  return row
}
