import { canJoin, canLeave, homeToJoinWith, type MatterView } from '#core/matters'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import { record } from '#server/audit/index'
import { holdHomes } from '#server/people/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { countHomes, listJoinerIds, saveHomes } from './joiners'
import { readView } from './present-matter'
import { lockMatter, matterOf, type MatterRow } from './repository'
import { tellAbove } from './tell'

/** 我也遇到了: joins the matter with one's home instead of filing a twin. */
export async function joinMatter(context: Context, matterId: string): Promise<MatterView> {
  const { actor, now } = context
  return context.transact(async (tx) => {
    // Who leaves the home at this moment has left it: nothing is joined from there.
    const homeIds = await holdHomes(tx, context.region.regionId, actor.personId)
    const { row, matter } = await lockForJoiner(tx, context, matterId)
    const neighbour = { ...actor, homes: actor.homes.filter(({ homeId }) => homeIds.includes(homeId)) }
    enforce(canJoin(neighbour, matter))
    await tx
      .insertInto('matter_joiners')
      .values({
        community_id: row.community_id,
        matter_id: matterId,
        person_id: actor.personId,
        home_id: homeToJoinWith(neighbour, matter) as string,
        joined_at: now(),
      })
      .execute()
    return recount(tx, context, row, 'matter.join')
  })
}

/** Takes it back; what was said with it stays. */
export async function leaveMatter(context: Context, matterId: string): Promise<MatterView> {
  const { actor } = context
  return context.transact(async (tx) => {
    const { row, matter } = await lockForJoiner(tx, context, matterId)
    enforce(canLeave(actor, matter))
    const { numDeletedRows } = await tx
      .deleteFrom('matter_joiners')
      .where('community_id', '=', row.community_id)
      .where('matter_id', '=', matterId)
      .where('person_id', '=', actor.personId)
      .executeTakeFirst()
    // Who came along with a merged matter leaves by unmerging it.
    if (numDeletedRows === 0n) throw new DomainError('STATE_CHANGED')
    return recount(tx, context, row, 'matter.leave')
  })
}

async function lockForJoiner(tx: Transaction, { region }: Context, matterId: string) {
  const row = await lockMatter(tx, region.regionId, matterId)
  if (!row) throw new DomainError('NOT_FOUND')
  return { row, matter: matterOf(row, await listJoinerIds(tx, region.regionId, matterId)) }
}

/** Joining is no step of the handling: the revision stays, so that nobody's act is refused for it. */
async function recount(
  tx: Transaction,
  context: Context,
  row: MatterRow,
  act: 'matter.join' | 'matter.leave',
): Promise<MatterView> {
  const { actor, region, now } = context
  const changed = { ...row, joined_homes: await countHomes(tx, row) }
  await saveHomes(tx, row, changed.joined_homes)
  await tellAbove(tx, changed, now())
  await record(tx, {
    regionId: region.regionId,
    at: now(),
    personId: actor.personId,
    role: null,
    act,
    subject: { kind: 'matter', id: row.matter_id },
  })
  return readView(tx, context, changed)
}
