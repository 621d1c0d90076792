import { PAGE_SIZE } from '#core/contract'
import { DomainError } from '#core/errors'
import { organisationPolicy, type OrganisationView } from '#core/organisations'
import type { Context } from '#server/platform/context'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { findOrganisation, listOrganisations, organisationOf } from './organisation-repository'
import { presentOrganisation } from './present-organisation'

/** The organisations of a community that are in force, newest first, each with the caller's own standing. */
export async function listOrganisationsFor(
  context: Context,
  { mine, cursor }: { mine?: 'true' | undefined; cursor?: string | undefined },
) {
  const rows = await listOrganisations(context.db, readerOf(context), {
    mine: mine === 'true',
    after: decodeCursor(cursor, idCursor)?.[0],
    limit: PAGE_SIZE + 1,
  })
  return toPage(
    rows,
    PAGE_SIZE,
    (row) => [row.organisation_id],
    (row) => presentOrganisation(context, row),
  )
}

/** One organisation. One that ended is there for the staff and for those who knew it. */
export async function readOrganisation(context: Context, organisationId: string): Promise<OrganisationView> {
  const row = await findOrganisation(context.db, readerOf(context), organisationId)
  if (!row || !organisationPolicy.read(context.actor, organisationOf(context.region, row)))
    throw new DomainError('NOT_FOUND')
  return presentOrganisation(context, row)
}

/** Who reads, and so whose standing is read along. */
export function readerOf({ actor, region }: Context) {
  return { communityId: region.regionId, personId: actor.personId }
}
