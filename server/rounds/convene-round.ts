import { sql } from 'kysely'
import { isRoundPlace, isRoundTime, roundOffice, type RoundPlaceKind, type RoundView } from '#core/rounds'
import { DomainError } from '#core/errors'
import { signedAs, type Role } from '#core/permissions'
import { showWords } from '#server/moderation/index'
import { asWriter } from '#server/people/index'
import { locatePlace, type LocatedPlace } from '#server/places/index'
import type { Context } from '#server/platform/context'
import { newId, type Database, type Transaction } from '#server/platform/db/index'
import type { ServerParts } from '#server/platform/http/parts'
import { moveIntoRound, nameWithoutOffice, topicsToBeginWith } from './board/begin-with'
import { scheduleRound } from './clock'
import { saveRoundEvent } from './events'
import { recordRound } from './on-record'
import { presentRound } from './present-round'
import { findRound, type RoundRow } from './repository'
import { indexRound } from './round-words'
import { takePart } from './take-part'

export type RoundParts = Pick<ServerParts, 'contentCheck'>

export interface ConveneRound {
  placeId: string
  homeIds?: string[] | undefined
  question: string
  text?: string | undefined
  meetsAt?: string | undefined
  meetsWhere?: string | undefined
  topicIds: string[]
  followsId?: string | undefined
}

/**
 * 召集大家来谈. In the right office, at a place that holds rounds; a chosen scope has homes of that place only. Throws ROUND_PLACE_WRONG,
 * ROUND_HOMES_WRONG, ROUND_TIME_WRONG, NOT_ALLOWED.
 */
export function conveneRound(asked: Context, input: ConveneRound, parts: RoundParts): Promise<RoundView> {
  const { now } = asked
  return asked.transact(async (tx) => {
    const { actor } = asked
    const context = await asWriter(tx, asked)
    const at = now()
    if (input.meetsAt && !isRoundTime(new Date(input.meetsAt), at))
      throw new DomainError('ROUND_TIME_WRONG', 'meetsAt')
    const place = await roundPlaceOf(tx, context, input.placeId)
    const scope = { placeId: place.placeId, chosen: (input.homeIds ?? []).length > 0 }
    const topics = await topicsToBeginWith(tx, context, input.topicIds, scope)
    const convener = await convenerOf(tx, context, place, topics.length > 0)
    const row = await saveNew(tx, context, { input, place, convener, parts })
    await saveRoundEvent(tx, row, {
      act: 'convene',
      at,
      person_id: actor.personId,
      by_name: convener.name,
    })
    await recordRound(tx, row, { act: 'convene', at, personId: actor.personId, role: convener.role })
    await takePart(tx, row, { personId: actor.personId, homeId: null, at })
    await moveIntoRound(tx, row, topics, at)
    await scheduleRound(tx, row)
    await indexRound(tx, row)
    return presentRound(tx, context, row)
  })
}

export type PlaceOfRound = LocatedPlace & { kind: RoundPlaceKind }

/** The place of a round, as it stands now. Throws PLACE_NOT_HERE, ROUND_PLACE_WRONG. */
export async function roundPlaceOf(
  tx: Database | Transaction,
  { region, now }: Pick<Context, 'region' | 'now'>,
  placeId: string,
): Promise<PlaceOfRound> {
  const place = await locatePlace(tx, region, placeId, now())
  if (!place || place.isOver) throw new DomainError('PLACE_NOT_HERE', 'placeId')
  const { kind } = place
  if (!isRoundPlace(kind)) throw new DomainError('ROUND_PLACE_WRONG', 'placeId')
  return { ...place, kind }
}

interface Convener {
  role: Role | null
  name: string
}

/** In the right office; without one, who may convene for each of the topics that it begins with (`forTopics`). */
async function convenerOf(
  tx: Transaction,
  { actor }: Context,
  place: PlaceOfRound,
  forTopics: boolean,
): Promise<Convener> {
  const office = roundOffice(actor.roles, place)
  if (office) return { role: office.role, name: signedAs(office) }
  if (!forTopics) throw new DomainError('NOT_ALLOWED')
  return { role: null, name: await nameWithoutOffice(tx, actor.personId, place.name) }
}

interface Decided {
  input: ConveneRound
  place: PlaceOfRound
  convener: Convener
  parts: RoundParts
}

async function saveNew(
  tx: Transaction,
  { actor, region, now }: Context,
  { input, place, convener, parts }: Decided,
): Promise<RoundRow> {
  const roundId = newId()
  const at = now()
  const chosen = [...new Set(input.homeIds ?? [])]
  const homes = await countHomes(tx, { communityId: region.regionId, placeId: place.placeId, at }, chosen)
  if (homes === 0 || (chosen.length > 0 && homes !== chosen.length))
    throw new DomainError('ROUND_HOMES_WRONG', 'homeIds')
  const words_state = await showWords(
    tx,
    {
      communityId: region.regionId,
      target: { kind: 'round', id: roundId },
      authorId: actor.personId,
      text: [input.question, input.text, input.meetsWhere].filter(Boolean).join('\n'),
      about: input.question,
      at,
    },
    parts,
  )
  await tx
    .insertInto('rounds')
    .values({
      community_id: region.regionId,
      round_id: roundId,
      place_id: place.placeId,
      place_name: place.name,
      place_kind: place.kind,
      jurisdiction: place.jurisdiction,
      chosen: chosen.length > 0,
      homes,
      question: input.question,
      text: input.text || null,
      words_state,
      state: 'agenda',
      convener_id: actor.personId,
      convener_role: convener.role,
      convener_name: convener.name,
      meets_at: input.meetsAt ? new Date(input.meetsAt) : null,
      meets_where: input.meetsWhere || null,
      touched_at: at,
      created_at: at,
      revision: 1,
    })
    .execute()
  if (chosen.length > 0)
    await tx
      .insertInto('round_homes')
      .values(chosen.map((home_id) => ({ community_id: region.regionId, round_id: roundId, home_id })))
      .execute()
  return (await findRound(tx, region.regionId, roundId)) as RoundRow
}

/** Homes of a place that have not ended, walked down from above; of chosen ones those that lie there. Index: places_children. */
async function countHomes(
  tx: Transaction,
  { communityId, placeId, at }: { communityId: string; placeId: string; at: Date },
  chosen: readonly string[],
): Promise<number> {
  const these = chosen.length > 0 ? sql`and place_id = any (${[...chosen]}::uuid[])` : sql``
  const { rows } = await sql<{ homes: string }>`
    with recursive inside as (
      select place_id, kind from places where community_id = ${communityId} and place_id = ${placeId}
      union all
      select p.place_id, p.kind from inside i join places p
        on p.community_id = ${communityId} and p.parent_id = i.place_id
      where p.ends_at is null or p.ends_at > ${at}
    ) select count(*) as homes from inside where kind = 'home' ${these}`.execute(tx)
  return Number(rows[0]?.homes ?? 0)
}
