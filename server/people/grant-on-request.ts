import { canGrantOnRequest, proposingOffice } from '#core/people'
import { enforce, type Role } from '#core/permissions'
import { DomainError } from '#core/errors'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { holdPerson } from './close-person'
import { closeExpired } from './grant-repository'
import { scheduleOfficeEnd } from './office-end'
import { saveGrant } from './propose-grant'

export interface GrantOnRequest {
  personId: string
  role: Role
  officialName: string
  endsAt: Date
  /** The request that is answered: why it is granted. */
  evidence: string
}

/**
 * Gives a role of the community to who asked for it, in the transaction that answers the request; whoever answers tells
 * them. Answers the grant's id. Throws what `canGrantOnRequest` refuses, GRANT_EXISTS, and PERSON_UNKNOWN for who closed their account.
 */
export async function grantOnRequest(
  tx: Transaction,
  context: Context,
  { personId, role, officialName, endsAt, evidence }: GrantOnRequest,
): Promise<string> {
  const { actor, region, now } = context
  const place = {
    placeId: region.regionId,
    kind: region.kind,
    name: region.name,
    jurisdiction: region.path,
    endsAt: null,
  }
  const period = { startsAt: now(), endsAt }
  const office = { role, jurisdiction: place.jurisdiction }
  const proposedAs = proposingOffice(actor, office)
  if (!proposedAs) throw new DomainError('NOT_ALLOWED')
  enforce(canGrantOnRequest(actor, { ...office, ...period, personId, placeKind: place.kind, isLead: false }))
  await holdPerson(tx, personId)
  await closeExpired(tx, { regionId: region.regionId, personId, role, placeId: place.placeId }, now())
  const row = await saveGrant(tx, context, place, {
    personId,
    role,
    placeId: place.placeId,
    officialName,
    isLead: false,
    evidence,
    proposedAs,
    ...period,
  })
  await scheduleOfficeEnd(tx, row, row.ends_at)
  await record(tx, {
    regionId: region.regionId,
    at: now(),
    personId: actor.personId,
    role: proposedAs,
    act: 'grant.grant',
    subject: { kind: 'grant', id: row.grant_id },
    reason: evidence,
  })
  return row.grant_id
}
