import { sql } from 'kysely'
import { z } from 'zod/mini'
import { PAGE_SIZE } from '#core/contract'
import { voteOfficePlaces, type DemandItem } from '#core/votes'
import type { Context } from '#server/platform/context'
import { decodeCursor, toPage } from '#server/platform/http/cursor'
import { ownsNearby } from '../standing'
import { presentDemandItem } from './present-demand'
import type { DemandRow } from './repository'

/** As the index owners_demands_listed has it: open ones first, then those that wait, then those that were convened. */
const RANK = sql`(case state when 'open' then 2 when 'met' then 1 else 0 end)`
const rankCursor = z.tuple([z.string().check(z.regex(/^[0-2]$/)), z.uuid()])

/**
 * 联名要求 of the whole community for who lives or owns something there, of the places of their office for officials; nothing for
 * others. Of what was hidden only the author’s own. Two queries.
 */
export async function listDemands(
  context: Context,
  { cursor }: { cursor?: string | undefined },
): Promise<{ items: DemandItem[]; nextCursor: string | null }> {
  const { db, actor, region } = context
  const after = decodeCursor(cursor, rankCursor)
  const isOfHere = actor.homes.length > 0 || (await ownsNearby(db, actor, region.regionId))
  const offices = voteOfficePlaces(actor)
  if (!isOfHere && offices.length === 0) return { items: [], nextCursor: null }
  const readsAll = isOfHere || offices.some((placeId) => region.path.includes(placeId))
  const { rows } = await sql<DemandRow & { rank: number }>`
    select *, ${RANK} as rank from owners_demands
    where community_id = ${region.regionId} and state in ('open', 'met', 'convened')
      and (words_state = 'shown' or author_id = ${actor.personId})
      ${readsAll ? sql`` : sql`and jurisdiction && ${offices}::uuid[]`}
      ${after ? sql`and (${RANK}, demand_id) < (${Number(after[0])}::int, ${after[1]}::uuid)` : sql``}
    order by ${RANK} desc, demand_id desc limit ${PAGE_SIZE + 1}`.execute(db)
  return toPage(rows, PAGE_SIZE, (row) => [String(row.rank), row.demand_id], presentDemandItem)
}
