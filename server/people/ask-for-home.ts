import { DomainError } from '#core/errors'
import { pathName } from '#core/places'
import type { MembershipView } from '#core/people'
import type { Relation } from '#core/permissions'
import { record } from '#server/audit/index'
import { sendToInbox } from '#server/inbox/index'
import { findPlace } from '#server/places/index'
import type { Context } from '#server/platform/context'
import { newId, type Transaction } from '#server/platform/db/index'
import { enforceConsent } from './consent'
import { listHouseholdIds } from './household'
import { rememberCommunity } from './me'
import { lockMembership, toMembership } from './membership-repository'
import { presentMembership } from './present-membership'
import { listStaffIds } from './staff'

export interface AskForHome {
  homeId: string
  relation: Relation
  isAdult: boolean
  note?: string | undefined
}

/** 申请绑定一户. Who lives there already is told at once, and may confirm or object. */
export async function askForHome(context: Context, input: AskForHome): Promise<MembershipView> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    await enforceConsent(tx, actor.personId)
    const membershipId = await saveRequest(tx, context, input)
    await rememberCommunity(tx, actor.personId, region.regionId)
    const row = await lockMembership(tx, region.regionId, membershipId)
    if (!row) throw new DomainError('NOT_FOUND')
    const membership = await toMembership(tx, region, row, now())
    const household = await listHouseholdIds(tx, region.regionId, input.homeId, actor.personId)
    const deciders = await listStaffIds(tx, membership.jurisdiction, ['building_head', 'grid_worker'], now())
    await sendToInbox(tx, {
      communityId: region.regionId,
      personIds: [...household, ...deciders].filter((personId) => personId !== actor.personId),
      kind: 'membership_asked',
      about: row.home_name,
      subject: { kind: 'membership', id: membershipId },
      at: now(),
    })
    await record(tx, {
      regionId: region.regionId,
      at: now(),
      personId: actor.personId,
      role: null,
      act: 'membership.ask',
      subject: { kind: 'membership', id: membershipId },
    })
    return presentMembership(row, membership, actor)
  })
}

async function saveRequest(
  tx: Transaction,
  { actor, region, now }: Context,
  input: AskForHome,
): Promise<string> {
  const home = await findPlace(tx, region.regionId, input.homeId)
  // A home that is no more (合并、拆除) is not to be chosen.
  if (!home || (home.endsAt && home.endsAt <= now())) throw new DomainError('PLACE_NOT_HERE', 'homeId')
  if (home.kind !== 'home') throw new DomainError('PLACE_KIND_WRONG', 'homeId')
  const membershipId = newId()
  const saved = await tx
    .insertInto('memberships')
    .values({
      community_id: region.regionId,
      membership_id: membershipId,
      person_id: actor.personId,
      home_id: input.homeId,
      home_path: home.path,
      home_name: pathName(home.pathNames),
      relation: input.relation,
      is_adult: input.isAdult,
      note: input.note ? input.note : null,
      state: 'asked',
      asked_at: now(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['community_id', 'home_id', 'person_id'])
        .where('state', 'in', ['asked', 'confirmed', 'objected'])
        .doNothing(),
    )
    .executeTakeFirst()
  if (saved.numInsertedOrUpdatedRows !== 1n) throw new DomainError('MEMBERSHIP_EXISTS')
  return membershipId
}
