import { sql } from 'kysely'
import { PAGE_SIZE } from '#core/contract'
import { roundOfficePlaces, STATES_OF_ROUND_LIST, type RoundItem, type RoundList } from '#core/rounds'
import { findPlace } from '#server/places/index'
import type { Context } from '#server/platform/context'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { presentRoundItem } from './present-round'
import type { RoundRow } from './repository'
import { countHomesTakingPart } from './take-part'

const LIMIT = PAGE_SIZE + 1

interface ListRounds {
  list: RoundList
  placeId?: string | undefined
  cursor?: string | undefined
}

/** Rounds of the places one lives in or is in office for. The newest first. Three queries at most. */
export async function listRounds(
  context: Context,
  { list, placeId, cursor }: ListRounds,
): Promise<{ items: RoundItem[]; nextCursor: string | null }> {
  const { db, region } = context
  const within = placeId === undefined ? undefined : await wayTo(context, placeId)
  const rows = await listRows(context, { list, within }, decodeCursor(cursor, idCursor)?.[0])
  const page = toPage(
    rows,
    PAGE_SIZE,
    (row) => [row.round_id],
    (row) => row,
  )
  const counts = await countHomesTakingPart(
    db,
    region.regionId,
    page.items.map((row) => row.round_id),
  )
  return { ...page, items: page.items.map((row) => presentRoundItem(row, counts.get(row.round_id) ?? 0)) }
}

/** A place and those it lies in: what is talked about there concerns it too. */
async function wayTo({ db, region }: Context, placeId: string): Promise<string[]> {
  return (await findPlace(db, region.regionId, placeId))?.path ?? []
}

const statesOf = (list: RoundList) => sql.join(STATES_OF_ROUND_LIST[list].map((state) => sql.lit(state)))

/** Each place's part comes from its index; of offices the community's. One query. */
async function listRows(
  { db, actor, region }: Context,
  { list, within }: { list: RoundList; within: readonly string[] | undefined },
  after: string | undefined,
): Promise<RoundRow[]> {
  const lived = [...new Set(actor.homes.flatMap(({ path }) => path))]
  const placeIds = within ? lived.filter((id) => within.includes(id)) : lived
  const offices = roundOfficePlaces(actor)
  const here = sql`r.community_id = ${region.regionId} and r.state in (${statesOf(list)})
    and (r.words_state = 'shown' or r.convener_id = ${actor.personId}) ${after ? sql`and r.round_id < ${after}::uuid` : sql``}`
  const atPlace = within ? sql`and r.place_id = any (${[...within]}::uuid[])` : sql``
  const byOffice =
    offices.length === 0
      ? sql``
      : sql`union (select r.* from rounds r where ${here} ${atPlace} and r.jurisdiction && ${offices}::uuid[]
          order by r.round_id desc limit ${LIMIT})`
  const { rows } = await sql<RoundRow>`
    (select r.* from unnest(${placeIds}::uuid[]) as s (place_id) cross join lateral
      (select r.* from rounds r where ${here} and r.place_id = s.place_id order by r.round_id desc limit ${LIMIT}) r)
    ${byOffice} order by round_id desc limit ${LIMIT}`.execute(db)
  return rows
}
