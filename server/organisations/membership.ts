import { INSIDE, type OrganisationKind } from '#core/organisations'
import type { Database, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction

/** An organisation somebody acts for. */
export interface OwnOrganisation {
  organisationId: string
  name: string
  kind: OrganisationKind
}

/** The organisations in force that somebody is in, by name: for themselves to choose from, never to be shown to others. */
export function listOrganisationsOf(
  db: Reader,
  communityId: string,
  personId: string,
): Promise<OwnOrganisation[]> {
  return db
    .selectFrom('organisation_members')
    .innerJoin('organisations', (join) =>
      join
        .onRef('organisations.community_id', '=', 'organisation_members.community_id')
        .onRef('organisations.organisation_id', '=', 'organisation_members.organisation_id'),
    )
    .select(['organisations.organisation_id as organisationId', 'organisations.name', 'organisations.kind'])
    .where('organisation_members.community_id', '=', communityId)
    .where('organisation_members.person_id', '=', personId)
    .where('organisation_members.state', 'in', INSIDE)
    .where('organisations.state', '=', 'in_force')
    .orderBy('organisations.name')
    .execute()
}

/** Everybody in an organisation: whom a message to it reaches. */
export async function listMemberIds(
  db: Reader,
  communityId: string,
  organisationId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('organisation_members')
    .select('person_id')
    .where('community_id', '=', communityId)
    .where('organisation_id', '=', organisationId)
    .where('state', 'in', INSIDE)
    .execute()
  return rows.map((row) => row.person_id)
}

/**
 * Whether somebody is in an organisation. Holds their row until the transaction ends, so that they can't leave in the same
 * moment as something is hung on their being there; ask before anything is locked that a `MemberLeft` locks.
 */
export async function isMemberOf(
  tx: Transaction,
  {
    communityId,
    organisationId,
    personId,
  }: { communityId: string; organisationId: string; personId: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom('organisation_members')
    .select('member_id')
    .where('community_id', '=', communityId)
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('state', 'in', INSIDE)
    .forShare()
    .executeTakeFirst()
  return row !== undefined
}

/** What several organisations are called, those that ended included: when one acted, its name is all that shows. */
export async function nameOrganisations(
  db: Reader,
  communityId: string,
  organisationIds: readonly string[],
): Promise<Map<string, OwnOrganisation>> {
  if (organisationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisations')
    .select(['organisation_id as organisationId', 'name', 'kind'])
    .where('community_id', '=', communityId)
    .where('organisation_id', 'in', organisationIds)
    .execute()
  return new Map(rows.map((row) => [row.organisationId, row]))
}
