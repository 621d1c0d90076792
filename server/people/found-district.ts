import { DomainError } from '#core/errors'
import { GRANT_MAX_YEARS } from '#core/people'
import { yearsAfter } from '#core/calendar'
import { record } from '#server/audit/index'
import { newId, type Database, type Transaction } from '#server/platform/db/index'
import { closeExpired } from './grant-repository'

/** Makes the district of an empty database. Running it again changes nothing. */
export async function foundDistrict(
  db: Database,
  { name, bornAs, now }: { name: string; bornAs: 'demo' | 'plain'; now: Date },
): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const districtId = newId()
    const saved = await tx
      .insertInto('deployment')
      .values({ district_id: districtId, born_as: bornAs })
      .onConflict((conflict) => conflict.column('singleton').doNothing())
      .executeTakeFirst()
    if (saved.numInsertedOrUpdatedRows !== 1n) {
      return (await tx.selectFrom('deployment').select('district_id').executeTakeFirstOrThrow()).district_id
    }
    await tx
      .insertInto('regions')
      .values({
        region_id: districtId,
        parent_id: null,
        kind: 'district',
        name,
        path: [districtId],
        created_at: now,
      })
      .execute()
    return districtId
  })
}

/** Administrators the command on the server makes: two, because every later one needs two persons. */
const FOUNDING_ADMINISTRATORS = 2

interface FirstAdministrator {
  districtId: string
  personId: string
  officialName: string
  now: Date
}

/**
 * The command that makes the first administrators (domain.md 3: "two persons; the first by a command on the server").
 * Refused once two are in office.
 */
export async function grantFirstAdministrator(tx: Transaction, input: FirstAdministrator): Promise<string> {
  const district = await tx
    .selectFrom('regions')
    .select(['name', 'path'])
    .where('region_id', '=', input.districtId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const inOffice = await tx
    .selectFrom('role_grants')
    .select('person_id')
    .where('region_id', '=', input.districtId)
    .where('role', '=', 'administrator')
    .where('state', '=', 'granted')
    .where('ends_at', '>', input.now)
    .execute()
  if (inOffice.length >= FOUNDING_ADMINISTRATORS) throw new DomainError('NOT_ALLOWED')
  if (inOffice.some((row) => row.person_id === input.personId)) throw new DomainError('GRANT_EXISTS')
  await makeWay(tx, input)
  const grantId = newId()
  await tx
    .insertInto('role_grants')
    .values({
      region_id: input.districtId,
      grant_id: grantId,
      person_id: input.personId,
      role: 'administrator',
      place_id: input.districtId,
      place_name: district.name,
      jurisdiction: district.path,
      official_name: input.officialName,
      is_lead: false,
      starts_at: input.now,
      ends_at: yearsAfter(input.now, GRANT_MAX_YEARS),
      evidence: '在服务器上用命令设立',
      state: 'granted',
      reason: null,
      proposed_by: input.personId,
      proposed_as: 'administrator',
      decided_by: null,
      created_at: input.now,
    })
    .execute()
  await record(tx, {
    regionId: input.districtId,
    at: input.now,
    personId: input.personId,
    role: null,
    act: 'grant.found',
    subject: { kind: 'grant', id: grantId },
  })
  return grantId
}

/** What is over, or was proposed and can't be answered while there is no second person, gives way to the command. */
async function makeWay(tx: Transaction, { districtId, personId, now }: FirstAdministrator): Promise<void> {
  await closeExpired(tx, { regionId: districtId, personId, role: 'administrator', placeId: districtId }, now)
  await tx
    .updateTable('role_grants')
    .set({ state: 'refused', reason: '改由服务器上的命令设立' })
    .where('region_id', '=', districtId)
    .where('person_id', '=', personId)
    .where('role', '=', 'administrator')
    .where('state', '=', 'proposed')
    .execute()
}

/** The person a founding command is about, by the code shown under 我的. */
export async function findPersonForCommand(tx: Transaction, personCode: string): Promise<string> {
  const row = await tx
    .selectFrom('people')
    .select('person_id')
    .where('person_code', '=', personCode.trim().toUpperCase())
    .where('closed_at', 'is', null)
    .forShare()
    .executeTakeFirst()
  if (!row) throw new DomainError('PERSON_UNKNOWN')
  return row.person_id
}
