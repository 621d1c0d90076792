import { enforce, type Role } from '#core/permissions'
import { canPropose, GRANT_RULES, proposingOffice, type GrantView } from '#core/people'
import { DomainError } from '#core/errors'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import { newId, type Transaction } from '#server/platform/db/index'
import {
  closeExpired,
  findGrantPlace,
  grantOf,
  hasDistrictStaff,
  type GrantPlace,
  type GrantRow,
} from './grant-repository'
import { enforceVacant, endActing } from './acting-office'
import { scheduleOfficeEnd } from './office-end'
import { presentGrant } from './present-grant'
import { tellHolder } from './tell-holder'

export interface ProposeGrant {
  personCode: string
  role: Role
  placeId: string
  officialName: string
  isLead: boolean
  isActing?: boolean | undefined
  startsAt?: string | undefined
  endsAt: string
  evidence: string
}

/** 授权. Granted at once where one person is enough, else proposed until a second one confirms. */
export async function proposeGrant(context: Context, input: ProposeGrant): Promise<GrantView> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    const place = await findGrantPlace(tx, region, input.placeId, now())
    if (!place) throw new DomainError('PLACE_NOT_HERE', 'placeId')
    const proposedAs = proposingOffice(actor, { role: input.role, jurisdiction: place.jurisdiction })
    if (!proposedAs) throw new DomainError('NOT_ALLOWED')
    const personId = await findPersonByCode(tx, input.personCode)
    const startsAt = input.startsAt ? new Date(input.startsAt) : now()
    const endsAt = new Date(input.endsAt)
    enforce(
      canPropose(actor, {
        personId,
        role: input.role,
        placeKind: place.kind,
        isLead: input.isLead,
        isActing: input.isActing ?? false,
        startsAt,
        endsAt,
        jurisdiction: place.jurisdiction,
      }),
    )
    if (endsAt <= now() || (place.endsAt && endsAt > place.endsAt))
      throw new DomainError('GRANT_PERIOD_INVALID', 'endsAt')
    const office = { regionId: region.regionId, role: input.role, placeId: place.placeId }
    await closeExpired(tx, { ...office, personId }, now())
    if (input.isActing) await enforceVacant(tx, office, { startsAt, endsAt, now: now() })
    const row = await saveGrant(tx, context, place, { ...input, personId, proposedAs, startsAt, endsAt })
    await endActing(tx, row, now())
    await tellHolder(tx, region, row, actor.personId, now())
    await scheduleOfficeEnd(tx, row, row.ends_at)
    await record(tx, {
      regionId: region.regionId,
      at: now(),
      personId: actor.personId,
      role: proposedAs,
      act: row.state === 'granted' ? 'grant.grant' : 'grant.propose',
      subject: { kind: 'grant', id: row.grant_id },
      reason: input.evidence,
    })
    const founding = { districtStaffInOffice: await hasDistrictStaff(tx, now()) }
    return presentGrant(row, grantOf(row), actor, founding)
  })
}

/** Whom a code names: it is read out to whoever gives them something; their closing waits for it. Throws PERSON_UNKNOWN. */
export async function findPersonByCode(tx: Transaction, personCode: string): Promise<string> {
  const row = await tx
    .selectFrom('people')
    .select('person_id')
    .where('person_code', '=', personCode.trim().toUpperCase())
    .where('closed_at', 'is', null)
    .forShare()
    .executeTakeFirst()
  if (!row) throw new DomainError('PERSON_UNKNOWN', 'personCode')
  return row.person_id
}

type Prepared = Omit<ProposeGrant, 'startsAt' | 'endsAt' | 'personCode'> & {
  personId: string
  proposedAs: Role
  startsAt: Date
  endsAt: Date
}

/** Keeps a grant, in force where one person is enough. Throws GRANT_EXISTS, or GRANT_NOT_VACANT for one that acts. */
export async function saveGrant(
  tx: Transaction,
  { actor, region, now }: Context,
  place: GrantPlace,
  grant: Prepared,
): Promise<GrantRow> {
  const saved = await tx
    .insertInto('role_grants')
    .values({
      region_id: region.regionId,
      grant_id: newId(),
      person_id: grant.personId,
      role: grant.role,
      place_id: place.placeId,
      place_name: place.name,
      jurisdiction: place.jurisdiction,
      official_name: grant.officialName,
      is_lead: grant.isLead,
      is_acting: grant.isActing ?? false,
      starts_at: grant.startsAt,
      ends_at: grant.endsAt,
      evidence: grant.evidence,
      state: GRANT_RULES[grant.role]?.confirmedBy ? 'proposed' : 'granted',
      reason: null,
      proposed_by: actor.personId,
      proposed_as: grant.proposedAs,
      decided_by: null,
      created_at: now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!saved) throw new DomainError(grant.isActing ? 'GRANT_NOT_VACANT' : 'GRANT_EXISTS')
  return saved
}
