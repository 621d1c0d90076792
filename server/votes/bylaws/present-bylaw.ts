import { bylawActsFor, type BylawItem, type BylawView } from '#core/votes'
import { listPhotosOf, presentPhotos } from '#server/photos/index'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import { listCommittees } from '../vote-place'
import { bylawOf, type BylawRow } from './repository'

/** Bylaws as a list names them. */
export function presentBylawItem(row: BylawRow): BylawItem {
  return {
    bylawId: row.bylaw_id,
    placeName: row.place_name,
    title: row.title,
    adoptedOn: row.adopted_on,
    state: row.state,
  }
}

/** Bylaws as one reader sees them, with the photos of the paper. Two queries. */
export async function presentBylaw(
  db: Database | Transaction,
  { actor, photoKey, now }: Pick<Context, 'actor' | 'photoKey' | 'now'>,
  row: BylawRow,
): Promise<BylawView> {
  const photos = await listPhotosOf(db, row.community_id, [{ kind: 'bylaw', id: row.bylaw_id }])
  const committees = await listCommittees(db, row.jurisdiction, now())
  return {
    ...presentBylawItem(row),
    communityId: row.community_id,
    clause: row.clause,
    photos: presentPhotos(photos, { photoKey, viewerId: actor.personId, now: now() }),
    recordedBy: row.recorded_name,
    recordedAt: row.recorded_at.toISOString(),
    decidedBy: row.decided_name,
    decidedAt: row.decided_at?.toISOString() ?? null,
    endedBy: row.ended_name,
    endedAt: row.ended_at?.toISOString() ?? null,
    reason: row.reason,
    acts: bylawActsFor(actor, bylawOf(row, committees)),
  }
}
