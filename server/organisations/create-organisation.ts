import { DomainError } from '#core/errors'
import { decideCreate, type OrganisationKind, type OrganisationView } from '#core/organisations'
import { enforce } from '#core/permissions'
import type { Context } from '#server/platform/context'
import { newId, type Transaction } from '#server/platform/db/index'
import { makeLead } from './leads'
import { readerOf } from './list-organisations'
import { findOrganisation, type OrganisationRow } from './organisation-repository'
import { presentOrganisation } from './present-organisation'
import { recordOn } from './record-on'

export interface CreateOrganisation {
  kind: OrganisationKind
  name: string
  does: string
  /** Of the first lead. */
  personCode: string
}

/** 成立一个互助组织, with its first lead. */
export async function createOrganisation(
  context: Context,
  { kind, name, does, personCode }: CreateOrganisation,
): Promise<OrganisationView> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    enforce(decideCreate(actor, { jurisdiction: region.path }))
    const organisationId = newId()
    const saved = await tx
      .insertInto('organisations')
      .values({
        community_id: region.regionId,
        organisation_id: organisationId,
        kind,
        name,
        does,
        state: 'in_force',
        created_by: actor.personId,
        created_at: now(),
        ended_reason: null,
      })
      .onConflict((conflict) =>
        conflict.columns(['community_id', 'name']).where('state', '=', 'in_force').doNothing(),
      )
      .executeTakeFirst()
    if (saved.numInsertedOrUpdatedRows !== 1n) throw new DomainError('ORGANISATION_NAME_TAKEN', 'name')
    await makeLead(tx, context, { organisationId, name, personCode })
    await recordOn(tx, context, 'organisation.create', { kind: 'organisation', id: organisationId })
    return present(tx, context, organisationId)
  })
}

async function present(tx: Transaction, context: Context, organisationId: string): Promise<OrganisationView> {
  const row = await findOrganisation(tx, readerOf(context), organisationId)
  return presentOrganisation(context, row as OrganisationRow)
}
