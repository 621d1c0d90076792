import { bylawPolicy, readsBylaws, type BylawView } from '#core/votes'
import { DomainError } from '#core/errors'
import type { PhotoReader } from '#server/photos/index'
import type { Context } from '#server/platform/context'
import { ownsNearby } from '../standing'
import { presentBylaw } from './present-bylaw'
import { bylawOf, findBylaw, type BylawRow } from './repository'

/** One set of bylaws, with what its reader may do about it. */
export async function readBylaw(context: Context, bylawId: string): Promise<BylawView> {
  const row = await readableBylaw(context, bylawId)
  if (!row) throw new DomainError('NOT_FOUND')
  return presentBylaw(context.db, context, row)
}

/** Photos of the paper are for everybody who may read the bylaws. */
export const bylawPhotoReader: PhotoReader = async (context, bylawId) =>
  (await readableBylaw(context, bylawId)) !== undefined

/** Who reads them does not depend on committees. One query, one more for who neither lives nor is in office there. */
async function readableBylaw(
  { db, actor, region }: Parameters<PhotoReader>[0],
  bylawId: string,
): Promise<BylawRow | undefined> {
  const row = await findBylaw(db, region.regionId, bylawId)
  if (!row) return undefined
  const owns = !readsBylaws(actor) && (await ownsNearby(db, actor, region.regionId))
  return bylawPolicy.read(actor, { ...bylawOf(row, []), ownsNearby: owns }) ? row : undefined
}
