import { certifierGap, certifyingRole, countsArea, hasResult, type CertifierGap } from '#core/votes'
import { listStaffIds } from '#server/people/index'
import type { Database, Transaction } from '#server/platform/db/index'
import type { VoteRow } from './repository'

/**
 * Whether an owners' committee certifies what owners decide: somebody else than the convener is in office in it. Of what others
 * decide nobody asks. One query, of owners' decisions.
 */
export async function hasCertifyingCommittee(
  db: Database | Transaction,
  row: Pick<VoteRow, 'convener_id' | 'rules' | 'has_committee'>,
  placeIds: readonly string[],
  now: Date,
): Promise<boolean> {
  if (!row.rules.some(countsArea)) return row.has_committee
  const members = await listStaffIds(db, placeIds, ['owners_committee'], now)
  return members.some((id) => id !== row.convener_id)
}

/** The same asked again, when it is counted and when it may be certified: a term ends, and another begins. */
export async function renewCertifier(tx: Transaction, row: VoteRow, now: Date): Promise<VoteRow> {
  const hasCommittee = await hasCertifyingCommittee(tx, row, row.jurisdiction, now)
  if (hasCommittee === row.has_committee) return row
  await tx
    .updateTable('votes')
    .set({ has_committee: hasCommittee })
    .where('community_id', '=', row.community_id)
    .where('vote_id', '=', row.vote_id)
    .execute()
  return { ...row, has_committee: hasCommittee }
}

/**
 * A result of owners as who reads, certifies or voids it has it now: who was in office on the day it fell due may have left since.
 * Who certified stays its certifier: where the secretary did, no committee that comes into office later takes their place. One query, of owners' results.
 */
export async function withCertifier(db: Database | Transaction, row: VoteRow, now: Date): Promise<VoteRow> {
  if (!hasResult(row.state) || !row.rules.some(countsArea)) return row
  if (row.state !== 'closed' && !row.has_committee) return row
  return { ...row, has_committee: await hasCertifyingCommittee(db, row, row.jurisdiction, now) }
}

/**
 * Why nobody can certify a result that is posted; null: somebody can. An owners' committee that certifies has somebody else than the
 * convener in it (`withCertifier`). One query, of a result that the secretary certifies.
 */
export async function findCertifierGap(
  db: Database | Transaction,
  row: VoteRow,
  now: Date,
): Promise<CertifierGap | null> {
  if (row.state !== 'closed') return null
  const role = certifyingRole({ rules: row.rules, hasCommittee: row.has_committee })
  if (role !== 'community_secretary') return null
  return certifierGap(await listStaffIds(db, row.jurisdiction, [role], now), { convenerId: row.convener_id })
}
