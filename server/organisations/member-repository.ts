import type { Selectable } from 'kysely'
import type { MemberList } from '#core/organisations'
import type { Database, Tables, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction

/** Somebody's part in an organisation, with the name they go by. */
export type MemberRow = Selectable<Tables['organisation_members']> & { nickname: string | null }

/** Which one, of which organisation of which community. */
export interface MemberAddress {
  communityId: string
  organisationId: string
  memberId: string
}

const read = (db: Reader, communityId: string, organisationId: string) =>
  db
    .selectFrom('organisation_members')
    .innerJoin('people', 'people.person_id', 'organisation_members.person_id')
    .selectAll('organisation_members')
    .select('people.nickname')
    .where('organisation_members.community_id', '=', communityId)
    .where('organisation_members.organisation_id', '=', organisationId)

/** One part in an organisation. Whoever changes it has locked the organisation. */
export function findMember(
  db: Reader,
  { communityId, organisationId, memberId }: MemberAddress,
): Promise<MemberRow | undefined> {
  return read(db, communityId, organisationId)
    .where('organisation_members.member_id', '=', memberId)
    .executeTakeFirst()
}

const STATES = { asked: ['asked'], inside: ['member', 'lead'] } as const satisfies Record<
  MemberList,
  string[]
>

/** One page of those who ask, or of those who are in it; newest first. */
export function listMembers(
  db: Reader,
  { communityId, organisationId }: Omit<MemberAddress, 'memberId'>,
  { list, after, limit }: { list: MemberList; after: string | undefined; limit: number },
): Promise<MemberRow[]> {
  let rows = read(db, communityId, organisationId).where('organisation_members.state', 'in', STATES[list])
  if (after) rows = rows.where('organisation_members.member_id', '<', after)
  return rows.orderBy('organisation_members.member_id', 'desc').limit(limit).execute()
}
