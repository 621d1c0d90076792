import { sql } from 'kysely'
import { DEVELOPER_KEY, outsiderName, ownersRoll, type RollVoter } from '#core/votes'
import { DomainError } from '#core/errors'
import type { Database, Transaction } from '#server/platform/db/index'
import type { RollSettings } from './make-roll'
import { listUnitsOfScope } from './roll-sources'

type Reader = Database | Transaction

/**
 * Owners of what lies in the community outside the place that votes, each with all of it, who are not in the building as
 * well: the person that applies is nobody's neighbour. Two queries; none where there is no applicant.
 */
export async function listOutsiders(
  db: Reader,
  settings: Omit<RollSettings, 'outsiderKeys'> & { outsiderKeys: readonly string[] | 'all' },
): Promise<RollVoter[]> {
  const { applicantUnitId, communityId, outsiderKeys } = settings
  if (applicantUnitId === null || outsiderKeys.length === 0) return []
  const inside = await listUnitsOfScope(db, settings)
  const whole = await listUnitsOfScope(db, { ...settings, placeId: communityId })
  const options = {
    parkingCounts: settings.parkingCounts,
    expectedAreaCentiM2: null,
    applicantUnitId: null,
  }
  const here = new Set(ownersRoll(inside, [], options).voters.map(({ key }) => key))
  const insideIds = new Set(inside.map(({ unitId }) => unitId))
  const outside = whole.filter(({ unitId }) => !insideIds.has(unitId))
  return ownersRoll(outside, [], options)
    .voters.filter(({ key }) => !here.has(key))
    .map((voter) => ({ ...voter, name: outsiderName(voter.name) }))
}

/**
 * 利害关系人: the persons from outside of whom somebody is one, by the phone in the register of owners or as the owner of a
 * home there. Throws VOTE_OUTSIDER_UNKNOWN; VOTE_ROLL_BAD where an area is missing.
 */
export async function outsidersOf(
  db: Reader,
  settings: RollSettings,
  personId: string,
): Promise<RollVoter[]> {
  const { ownerIds, homeIds } = await knownAs(db, settings.communityId, personId)
  const outside = await listOutsiders(db, { ...settings, outsiderKeys: 'all' })
  const theirs = outside.filter(
    (voter) =>
      voter.ownerIds.some((id) => ownerIds.has(id)) ||
      // Nobody is the developer for living in what it has not handed over.
      (voter.key !== DEVELOPER_KEY && voter.homeIds.some((id) => homeIds.has(id))),
  )
  if (theirs.length === 0) throw new DomainError('VOTE_OUTSIDER_UNKNOWN', 'amendment')
  if (theirs.some(({ units }) => units.some(({ areaCentiM2 }) => areaCentiM2 === 0)))
    throw new DomainError('VOTE_ROLL_BAD')
  return theirs
}

/** What the registers know somebody by as an owner: records with their phone, and homes they own. */
export interface KnownAs {
  ownerIds: ReadonlySet<string>
  homeIds: ReadonlySet<string>
}

/** As an owner anywhere in the community. Two queries. */
export async function knownAs(db: Reader, communityId: string, personId: string): Promise<KnownAs> {
  const { rows: owners } = await sql<{ id: string }>`
    select w.owner_id as id from phones p
      join owners w on w.community_id = ${communityId} and w.phone_index = p.blind_index
    where p.person_id = ${personId}`.execute(db)
  const { rows: homes } = await sql<{ id: string }>`
    select home_id as id from memberships
    where community_id = ${communityId} and person_id = ${personId} and state = 'confirmed' and is_adult
      and relation = 'owner'`.execute(db)
  return { ownerIds: new Set(owners.map(({ id }) => id)), homeIds: new Set(homes.map(({ id }) => id)) }
}
