import { sql } from 'kysely'
import { meetsDemand } from '#core/votes'
import { DomainError } from '#core/errors'
import { newId, type Transaction } from '#server/platform/db/index'
import { knownAs } from '../outsiders'
import { scheduleDemand } from './clock'
import { recordDemand } from './on-record'
import { saveDemand, type DemandRow } from './repository'
import { ownersOf, signedFor, type OwnersThere } from './roll-of-demand'
import { listConvenerIds, tellOfDemand, tellSigners } from './tell-demand'

interface Signer {
  personId: string
  at: Date
}

/**
 * 签名, for every person on the owners' roll of whom the signer is one; co-owners count once, whoever signs. Asked with the
 * demand locked. Throws DEMAND_NOT_OWNER, DEMAND_SIGNED_ALREADY.
 */
export async function sign(tx: Transaction, row: DemandRow, { personId, at }: Signer): Promise<DemandRow> {
  const known = await knownAs(tx, row.community_id, personId)
  // Who owns nothing anywhere is told so before the whole roll is read.
  if (known.ownerIds.size + known.homeIds.size === 0) throw new DomainError('DEMAND_NOT_OWNER')
  const owners = await ownersOf(tx, { communityId: row.community_id, placeId: row.place_id, now: at })
  const own = signedFor(owners.voters, known)
  if (own.length === 0) throw new DomainError('DEMAND_NOT_OWNER')
  const standing = await tx
    .selectFrom('demand_signatures')
    .select(['voter_key', 'person_id'])
    .where('community_id', '=', row.community_id)
    .where('demand_id', '=', row.demand_id)
    .where(sql<boolean>`voter_key = any (${own.map(({ key }) => key)})`)
    .where('ended_at', 'is', null)
    .execute()
  const taken = new Set(standing.map((one) => one.voter_key))
  const free = own.filter(({ key }) => !taken.has(key))
  if (free.length === 0) {
    if (standing.some((one) => one.person_id === personId)) return row
    throw new DomainError('DEMAND_SIGNED_ALREADY')
  }
  await tx
    .insertInto('demand_signatures')
    .values(
      free.map(({ key, name, homeId }) => ({
        community_id: row.community_id,
        demand_id: row.demand_id,
        signature_id: newId(),
        voter_key: key,
        voter_name: name,
        person_id: personId,
        home_id: homeId,
        at,
      })),
    )
    .execute()
  await recordDemand(tx, row, { act: 'sign', at, personId })
  return countAnew(tx, row, owners, at)
}

/** 收回签名: all of this person. What is counted is counted anew, for units may have been sold since. */
export async function takeBack(
  tx: Transaction,
  row: DemandRow,
  { personId, at }: Signer,
): Promise<DemandRow> {
  const { numUpdatedRows } = await tx
    .updateTable('demand_signatures')
    .set({ ended_at: at })
    .where('community_id', '=', row.community_id)
    .where('demand_id', '=', row.demand_id)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return row
  await recordDemand(tx, row, { act: 'take_back', at, personId })
  const where = { communityId: row.community_id, placeId: row.place_id, now: at }
  return saveDemand(tx, row, await countOn(tx, row, await ownersOf(tx, where)))
}

/** Persons on the roll as it is now, and those of them for whom somebody signed: who sold since is neither. */
async function countOn(
  tx: Transaction,
  row: DemandRow,
  { voters, persons }: OwnersThere,
): Promise<Pick<DemandRow, 'persons_of' | 'persons_signed'>> {
  const { rows } = await sql<{ signed: string }>`
    select count(*) as signed from demand_signatures where community_id = ${row.community_id}
      and demand_id = ${row.demand_id} and ended_at is null
      and voter_key = any (${voters.map(({ key }) => key)})`.execute(tx)
  return { persons_of: persons, persons_signed: Number(rows[0]?.signed ?? 0) }
}

/** Where that makes 20 % it is met, for good: who must convene is told, and who demanded it. */
async function countAnew(tx: Transaction, row: DemandRow, owners: OwnersThere, at: Date): Promise<DemandRow> {
  const counted = await countOn(tx, row, owners)
  if (!meetsDemand({ signed: counted.persons_signed, of: counted.persons_of }))
    return saveDemand(tx, row, counted)
  const met = await saveDemand(tx, row, { ...counted, state: 'met', met_at: at })
  await recordDemand(tx, met, { act: 'meet', at, personId: null })
  await scheduleDemand(tx, met)
  // Who signs last is told as well: that it was the last is news to them.
  await tellSigners(tx, met, { kind: 'demand_met', at, byPersonId: null })
  await tellOfDemand(tx, met, await listConvenerIds(tx, met, at), {
    kind: 'demand_waits',
    at,
    byPersonId: null,
  })
  return met
}
