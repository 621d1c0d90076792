import { PAGE_SIZE } from '#core/contract'
import { readsBylaws, voteOfficePlaces } from '#core/votes'
import type { Context } from '#server/platform/context'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { ownsNearby } from '../standing'
import { presentBylawItem } from './present-bylaw'
import { listBylawsAfter } from './repository'

/** 备案的规约 of a community, the newest first: a public record (`readsBylaws`), also for owners who live elsewhere. One query, for those two. */
export async function listBylaws(
  { db, actor, region }: Context,
  { cursor }: { cursor?: string | undefined },
) {
  const rows = await listBylawsAfter(db, {
    communityId: region.regionId,
    personId: actor.personId,
    readsRecord: readsBylaws(actor) || (await ownsNearby(db, actor, region.regionId)),
    officePlaces: voteOfficePlaces(actor),
    after: decodeCursor(cursor, idCursor)?.[0],
    limit: PAGE_SIZE + 1,
  })
  return toPage(rows, PAGE_SIZE, (row) => [row.bylaw_id], presentBylawItem)
}
