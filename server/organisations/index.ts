import type { Database, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction

export function listOrganisationsOf(
  _db: Reader,
  _communityId: string,
  _personId: string,
): Promise<{ organisationId: string; name: string; kind: string }[]> {
  return Promise.resolve([])
}

export function listMemberIds(_db: Reader, _communityId: string, _organisationId: string): Promise<string[]> {
  return Promise.resolve([])
}
