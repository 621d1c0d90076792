import { isMemberOf } from '#server/organisations/index'
import { holdHomes } from '#server/people/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import type { WishPersonAct } from '#core/wishes'

/**
 * The caller as somebody of the homes that they have at this moment, none of which is left before this transaction ends.
 * First of all, before any wish is locked: who leaves a home holds it and then the wishes.
 */
export async function holdNeighbour(tx: Transaction, context: Context): Promise<Context> {
  const { actor, region } = context
  if (actor.homes.length === 0) return context
  const homeIds = await holdHomes(tx, region.regionId, actor.personId)
  const homes = actor.homes.filter(({ homeId }) => homeIds.includes(homeId))
  return { ...context, actor: { ...actor, homes } }
}

/**
 * For acts that hang on living somewhere or being in an organisation: neither ends before this transaction does. Whether
 * it is so is asked again once the wish is locked.
 */
export async function holdHelper(
  tx: Transaction,
  context: Context,
  {
    act,
    wishId,
    organisationId,
  }: { act: WishPersonAct; wishId: string; organisationId?: string | undefined },
): Promise<Context> {
  if (act !== 'offer' && act !== 'take_over') return context
  const acted = act === 'offer' ? organisationId : await claimingOrganisation(tx, context, wishId)
  const held = act === 'offer' ? await holdNeighbour(tx, context) : context
  if (acted)
    await isMemberOf(tx, {
      communityId: context.region.regionId,
      organisationId: acted,
      personId: context.actor.personId,
    })
  return held
}

async function claimingOrganisation(
  tx: Transaction,
  { region }: Context,
  wishId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('wishes')
    .select('helper_organisation_id')
    .where('community_id', '=', region.regionId)
    .where('wish_id', '=', wishId)
    .executeTakeFirst()
  return row?.helper_organisation_id ?? undefined
}
