import { DomainError } from '#core/errors'
import { CLOSED_NAME } from '#core/my-data'
import { isOffice, ROLES, type Role } from '#core/permissions'
import type { RegionKind } from '#core/places'
import { record } from '#server/audit/index'
import { newCode } from '#server/platform/crypto/index'
import type { Caller } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import type { Closing } from '#server/platform/personal-data'
import { PERSON_CODE_LENGTH } from './sign-in'

/** A person's row, locked until the transaction ends: a sign-in at this moment waits. */
export async function lockPerson(
  tx: Transaction,
  personId: string,
): Promise<{ nickname: string | null; closedAt: Date | null } | undefined> {
  const row = await tx
    .selectFrom('people')
    .select(['nickname', 'closed_at'])
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  return row && { nickname: row.nickname, closedAt: row.closed_at }
}

/**
 * Who is given something is still there when it is theirs: a closing waits, or was before. Throws PERSON_UNKNOWN. Taken
 * before any grant of theirs, as a closing does.
 */
export async function holdPerson(tx: Transaction, personId: string): Promise<void> {
  const row = await tx
    .selectFrom('people')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('closed_at', 'is', null)
    .forShare()
    .executeTakeFirst()
  if (!row) throw new DomainError('PERSON_UNKNOWN')
}

/** Signs every other device out, and the browser that is about to be let in. */
export async function endOtherSessions(
  tx: Transaction,
  { personId, sessionId }: Pick<Caller, 'personId' | 'sessionId'>,
): Promise<void> {
  const ended = await tx
    .deleteFrom('sessions')
    .where('person_id', '=', personId)
    .where('session_id', '<>', sessionId)
    .returning(['token_hash', 'expires_at'])
    .execute()
  await rememberEnded(tx, ended)
  await tx.deleteFrom('browser_sign_ins').where('person_id', '=', personId).execute()
}

/** Who was signed out from another device is told so when they come back. */
export async function rememberEnded(
  tx: Transaction,
  ended: readonly { token_hash: Buffer; expires_at: Date }[],
): Promise<void> {
  if (ended.length > 0)
    await tx
      .insertInto('ended_sessions')
      .values([...ended])
      .execute()
}

const OFFICES = ROLES.filter((role) => isOffice({ role }))

/** An office that somebody has to give back before they go. */
export interface OfficeHeld {
  grantId: string
  regionId: string
  regionKind: RegionKind
  role: Role
  placeName: string
}

/** Offices held now or from a later day on. A volunteer holds none: that ends with the account. */
export async function listOfficesOf(tx: Transaction, personId: string, now: Date): Promise<OfficeHeld[]> {
  return tx
    .selectFrom('role_grants as g')
    .innerJoin('regions as r', 'r.region_id', 'g.region_id')
    .select([
      'g.grant_id as grantId',
      'g.region_id as regionId',
      'r.kind as regionKind',
      'g.role',
      'g.place_name as placeName',
    ])
    .where('g.person_id', '=', personId)
    .where('g.role', 'in', OFFICES)
    .where('g.state', '=', 'granted')
    .where('g.ends_at', '>', now)
    .orderBy('g.grant_id')
    .execute()
}

/** Who is going helps nobody any more, in this community. */
export async function endVolunteering(
  tx: Transaction,
  { communityId, personId, at }: Pick<Closing, 'communityId' | 'personId' | 'at'>,
): Promise<void> {
  const ended = await tx
    .updateTable('role_grants')
    .set({ state: 'ended', reason: ACCOUNT_CLOSED, decided_by: personId })
    .where('region_id', '=', communityId)
    .where('person_id', '=', personId)
    .where('role', '=', 'volunteer')
    .where('state', '=', 'granted')
    .returning('grant_id')
    .execute()
  for (const { grant_id: grantId } of ended)
    await record(tx, {
      regionId: communityId,
      at,
      personId,
      role: null,
      act: 'grant.end',
      subject: { kind: 'grant', id: grantId },
      reason: ACCOUNT_CLOSED,
    })
}

const ACCOUNT_CLOSED = '对方注销了账号'

const OF_ONE_PERSON = [
  'identities',
  'sessions',
  'browser_sign_ins',
  'phones',
  'phone_codes',
  'consents',
] as const

/**
 * From here on nobody is this person: who signs in with the same WeChat is somebody new. The code they read out finds
 * nobody, and what was proposed for them is confirmed by nobody. The name stays until all communities are through with it.
 */
export async function cutOffPerson(tx: Transaction, personId: string, at: Date): Promise<void> {
  for (const table of OF_ONE_PERSON) await tx.deleteFrom(table).where('person_id', '=', personId).execute()
  await tx
    .updateTable('people')
    .set({ closed_at: at, person_code: newCode(PERSON_CODE_LENGTH) })
    .where('person_id', '=', personId)
    .execute()
  await tx
    .updateTable('role_grants')
    .set({ state: 'refused', reason: ACCOUNT_CLOSED })
    .where('person_id', '=', personId)
    .where('state', '=', 'proposed')
    .execute()
}

/** The last of it: the name, and the communities. */
export async function forgetPerson(tx: Transaction, personId: string): Promise<void> {
  await tx.updateTable('people').set({ nickname: CLOSED_NAME }).where('person_id', '=', personId).execute()
  await tx.deleteFrom('person_communities').where('person_id', '=', personId).execute()
}
