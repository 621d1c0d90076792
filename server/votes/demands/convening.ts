import { decideConveneDemand, reopenedDemand, type Electorate } from '#core/votes'
import { DomainError } from '#core/errors'
import { enforce, type Role } from '#core/permissions'
import type { Database, Transaction } from '#server/platform/db/index'
import type { VoteRow } from '../repository'
import { scheduleDemand } from './clock'
import { recordDemand } from './on-record'
import { findDemand, lockDemand, saveDemand } from './repository'
import { listConvenerIds, tellOfDemand, tellSigners } from './tell-demand'

interface Asked {
  demandId?: string | null | undefined
  electorate: Electorate
}

/**
 * 按联名要求召集: the place as the rule of who convenes sees it, where its owners demanded this vote. Throws DEMAND_NOT_MET,
 * DEMAND_VOTE_WRONG. One query, none without a demand.
 */
export async function asDemanded<Place extends { placeId: string }>(
  db: Database | Transaction,
  communityId: string,
  place: Place,
  { demandId, electorate }: Asked,
): Promise<Place & { demanded?: boolean; committeeSilent?: boolean }> {
  if (!demandId) return place
  const row = await findDemand(db, communityId, demandId)
  if (!row) throw new DomainError('NOT_FOUND', 'demandId')
  enforce(decideConveneDemand({ state: row.state, placeId: row.place_id }, { ...place, electorate }))
  return { ...place, demanded: true, committeeSilent: row.silent_at !== null }
}

interface Done {
  byPersonId: string
  /** The office in which they did it. */
  role: Role
  at: Date
}

/** Notice of the vote was given: the demand is convened by it, and by no other. Throws DEMAND_NOT_MET where another was first. */
export async function conveneDemand(
  tx: Transaction,
  vote: VoteRow,
  { byPersonId, role, at }: Done,
): Promise<void> {
  if (vote.demand_id === null) return
  const row = await lockDemand(tx, vote.community_id, vote.demand_id)
  if (row?.state !== 'met') throw new DomainError('DEMAND_NOT_MET', 'demandId')
  const changed = await saveDemand(tx, row, { state: 'convened', vote_id: vote.vote_id })
  await recordDemand(tx, changed, { act: 'convene', at, personId: byPersonId, role })
  await tellSigners(tx, changed, { kind: 'demand_convened', at, byPersonId })
}

/** The vote was taken back, to be changed or for good: the demand waits again. */
export async function releaseDemand(
  tx: Transaction,
  vote: VoteRow,
  { byPersonId, role, at }: Done,
): Promise<void> {
  if (vote.demand_id === null) return
  const row = await lockDemand(tx, vote.community_id, vote.demand_id)
  if (row?.vote_id !== vote.vote_id) return
  const changed = await saveDemand(tx, row, { state: 'met', vote_id: null })
  // The days of silence may have passed meanwhile.
  await scheduleDemand(tx, changed)
  await recordDemand(tx, changed, { act: 'release', at, personId: byPersonId, role })
  await tellSigners(tx, changed, { kind: 'demand_back', at, byPersonId })
}

/** 表决作废了: the demand waits anew, and who must convene is told of it as when it was met. */
export async function reopenDemand(
  tx: Transaction,
  vote: VoteRow,
  { byPersonId, role, at }: Done,
): Promise<void> {
  if (vote.demand_id === null) return
  const row = await lockDemand(tx, vote.community_id, vote.demand_id)
  if (row?.vote_id !== vote.vote_id) return
  const { waitsSince, silentAt } = reopenedDemand({ silentAt: row.silent_at }, vote.convener_role, at)
  const changed = await saveDemand(tx, row, {
    state: 'met',
    vote_id: null,
    void_vote_id: vote.vote_id,
    waits_since: waitsSince,
    silent_at: silentAt,
  })
  await scheduleDemand(tx, changed)
  await recordDemand(tx, changed, { act: 'reopen', at, personId: byPersonId, role })
  await tellSigners(tx, changed, { kind: 'demand_reopened', at, byPersonId })
  await tellOfDemand(tx, changed, await listConvenerIds(tx, changed, at), {
    kind: 'demand_waits',
    at,
    byPersonId: null,
  })
}
