import { PAGE_SIZE } from '#core/contract'
import { demandPolicy, type DemandView } from '#core/votes'
import { DomainError } from '#core/errors'
import type { Context } from '#server/platform/context'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { presentDemand } from './present-demand'
import { demandFor, findDemand } from './repository'

/** The demand with what the rules say of it, for who may read it. Throws NOT_FOUND. */
async function readable({ db, actor, region, now }: Context, demandId: string) {
  const row = await findDemand(db, region.regionId, demandId)
  const demand = row && (await demandFor(db, actor, row, now()))
  if (!row || !demand || !demandPolicy.read(actor, demand)) throw new DomainError('NOT_FOUND')
  return { row, demand }
}

/** One demand. Four queries at most; no roll is made. */
export async function readDemand(context: Context, demandId: string): Promise<DemandView> {
  const { row, demand } = await readable(context, demandId)
  return presentDemand(context.actor, row, demand, context.now())
}

/** 签名的是哪几套房: units, for who must convene and only once there are enough. */
export async function listDemandSigners(
  context: Context,
  { demandId, cursor }: { demandId: string; cursor?: string | undefined },
) {
  const { db, actor } = context
  const after = decodeCursor(cursor, idCursor)?.[0]
  const { row, demand } = await readable(context, demandId)
  if (!demandPolicy.see_signers(actor, demand)) throw new DomainError('NOT_ALLOWED')
  const rows = await db
    .selectFrom('demand_signatures')
    .select(['signature_id', 'voter_name', 'at'])
    .where('community_id', '=', row.community_id)
    .where('demand_id', '=', demandId)
    .where('ended_at', 'is', null)
    .$if(after !== undefined, (query) => query.where('signature_id', '>', after as string))
    .orderBy('signature_id')
    .limit(PAGE_SIZE + 1)
    .execute()
  return toPage(
    rows,
    PAGE_SIZE,
    (one) => [one.signature_id],
    (one) => ({ signatureId: one.signature_id, name: one.voter_name, at: one.at.toISOString() }),
  )
}
