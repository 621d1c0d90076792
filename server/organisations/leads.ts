import { DomainError } from '#core/errors'
import { decideLead } from '#core/organisations'
import { enforce } from '#core/permissions'
import { sendToInbox } from '#server/inbox/index'
import { findPersonByCode, isVerified, rememberCommunity } from '#server/people/index'
import type { Context } from '#server/platform/context'
import { newId, type Transaction } from '#server/platform/db/index'

/**
 * Makes a person lead by the code they read out, whether they were in the organisation or not. Throws PERSON_UNKNOWN,
 * GRANT_SELF, and PERSON_PHONE_MISSING.
 */
export async function makeLead(
  tx: Transaction,
  { actor, region, now }: Context,
  { organisationId, name, personCode }: { organisationId: string; name: string; personCode: string },
): Promise<void> {
  const communityId = region.regionId
  const personId = await findPersonByCode(tx, personCode)
  enforce(decideLead(actor, personId))
  if (!(await isVerified(tx, personId))) throw new DomainError('PERSON_PHONE_MISSING', 'personCode')
  await tx
    .insertInto('organisation_members')
    .values({
      community_id: communityId,
      member_id: newId(),
      organisation_id: organisationId,
      person_id: personId,
      state: 'lead',
      note: null,
      reason: null,
      asked_at: now(),
      decided_by: actor.personId,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['community_id', 'organisation_id', 'person_id'])
        .where('state', 'in', ['asked', 'member', 'lead'])
        .doUpdateSet({ state: 'lead', decided_by: actor.personId }),
    )
    .execute()
  await rememberCommunity(tx, personId, communityId)
  await sendToInbox(tx, {
    communityId,
    personIds: [personId],
    kind: 'organisation_lead',
    about: name,
    subject: { kind: 'organisation', id: organisationId },
    at: now(),
  })
}
