import { sql, type RawBuilder, type Selectable } from 'kysely'
import type { MemberState, Organisation, OrganisationMember } from '#core/organisations'
import type { RegionInScope } from '#server/platform/context'
import type { Database, Tables, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction

/** An organisation with who leads it, and the latest part that one person had in it. */
export interface OrganisationRow extends Selectable<Tables['organisations']> {
  lead_ids: string[]
  my_member_id: string | null
  my_state: MemberState | null
  my_reason: string | null
}

/** Whose standing is read along, in which community. */
export interface OrganisationReader {
  communityId: string
  personId: string
}

const read = (
  { communityId, personId }: OrganisationReader,
  which: RawBuilder<unknown>,
) => sql<OrganisationRow>`
  select o.*, array(select l.person_id from organisation_members l where l.community_id = ${communityId}
      and l.organisation_id = o.organisation_id and l.state = 'lead') as lead_ids,
    m.member_id as my_member_id, m.state as my_state, m.reason as my_reason
  from organisations o left join lateral (
    select member_id, state, reason from organisation_members
    where community_id = ${communityId} and organisation_id = o.organisation_id and person_id = ${personId}
    order by member_id desc limit 1) m on true
  where o.community_id = ${communityId} and ${which}`

/** One organisation of a community, in force or not. */
export async function findOrganisation(
  db: Reader,
  reader: OrganisationReader,
  organisationId: string,
): Promise<OrganisationRow | undefined> {
  const { rows } = await read(reader, sql`o.organisation_id = ${organisationId}`).execute(db)
  return rows[0]
}

/** Locks an organisation: everything that changes who is in it comes one after the other. */
export async function lockOrganisation(
  tx: Transaction,
  reader: OrganisationReader,
  organisationId: string,
): Promise<OrganisationRow | undefined> {
  await tx
    .selectFrom('organisations')
    .select('organisation_id')
    .where('community_id', '=', reader.communityId)
    .where('organisation_id', '=', organisationId)
    .forUpdate()
    .execute()
  return findOrganisation(tx, reader, organisationId)
}

/** One page of those in force, newest first; `mine`: that one asked to join or is in. */
export async function listOrganisations(
  db: Reader,
  reader: OrganisationReader,
  { mine, after, limit }: { mine: boolean; after: string | undefined; limit: number },
): Promise<OrganisationRow[]> {
  const { communityId, personId } = reader
  const older = after ? sql`and o.organisation_id < ${after}` : sql``
  const own = mine
    ? sql`and o.organisation_id in (select organisation_id from organisation_members
        where community_id = ${communityId} and person_id = ${personId} and state in ('asked', 'member', 'lead'))`
    : sql``
  const { rows } = await read(
    reader,
    sql`o.state = 'in_force' ${own} ${older} order by o.organisation_id desc limit ${limit}`,
  ).execute(db)
  return rows
}

/** The organisation as the rules see it. */
export function organisationOf(region: RegionInScope, row: OrganisationRow): Organisation {
  return {
    state: row.state,
    leadIds: row.lead_ids,
    known: row.my_member_id !== null,
    jurisdiction: region.path,
  }
}

/** Somebody's part in it as the rules see it. */
export function memberOf(
  region: RegionInScope,
  { state: organisationState, lead_ids: leadIds }: Pick<OrganisationRow, 'state' | 'lead_ids'>,
  { person_id: personId, state }: { person_id: string; state: MemberState },
): OrganisationMember {
  return { personId, state, organisationState, leadIds, jurisdiction: region.path }
}
