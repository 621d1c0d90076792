import { sql } from 'kysely'
import type { InboxKind } from '#core/inbox'
import {
  certifyingRole,
  rollDecidingRoles,
  SECOND_ROLES,
  type ObjectionAbout,
  type VoteAct,
} from '#core/votes'
import type { Role } from '#core/permissions'
import { sendToInbox } from '#server/inbox/index'
import { listStaffIds } from '#server/people/index'
import type { Database, Transaction } from '#server/platform/db/index'
import { enqueue } from '#server/platform/jobs/index'
import type { VoteRow } from './repository'
import { listSeated } from './tellers'

/** What everybody concerned is told, by a job; of ballots nobody is told anything. */
const ALL_HEAR: Partial<Record<VoteAct | 'remind', InboxKind>> = {
  give_notice: 'vote_notice',
  revise: 'vote_revised',
  withdraw: 'vote_withdrawn',
  open: 'vote_open',
  remind: 'vote_remind',
  close: 'vote_result',
  certify: 'vote_certified',
  agree_void: 'vote_void',
}

export interface ToldOfVote {
  /** Null: the clock. */
  byPersonId: string | null
  at: Date
}

/** Sends a message about a vote, never to who did it. */
export async function tellOfVote(
  tx: Transaction,
  row: VoteRow,
  kind: InboxKind,
  personIds: readonly string[],
  { byPersonId, at }: ToldOfVote,
): Promise<void> {
  await sendToInbox(tx, {
    communityId: row.community_id,
    personIds: personIds.filter((id) => id !== byPersonId),
    kind,
    about: row.title,
    subject: { kind: 'vote', id: row.vote_id },
    at,
  })
}

/** Tells who is concerned by an act: those on the roll and those who live there by a job, officials at once. */
export async function tellOfVoteAct(
  tx: Transaction,
  row: VoteRow,
  act: VoteAct | 'remind',
  told: ToldOfVote,
): Promise<void> {
  const kind = ALL_HEAR[act]
  // Of a draft that is given up nobody heard anything.
  if (kind && (row.notice_at !== null || act === 'revise')) await beginTelling(tx, row, kind)
  if (act === 'give_notice') await tellTellers(tx, row, told)
  if (act === 'ask_void')
    await tellOfVote(tx, row, 'vote_void_asked', await secondsOf(tx, row, told.at), told)
  if (act === 'refuse_void')
    await tellOfVote(tx, row, 'vote_void_refused', await certifiersOf(tx, row, told.at), told)
}

/** 计票人: that they were named. */
async function tellTellers(tx: Transaction, row: VoteRow, told: ToldOfVote): Promise<void> {
  const ids = (await listSeated(tx, row)).map((teller) => teller.person_id)
  if (ids.length > 0) await tellOfVote(tx, row, 'vote_teller_named', ids, told)
}

async function beginTelling(tx: Transaction, row: VoteRow, kind: InboxKind): Promise<void> {
  await tx
    .updateTable('votes')
    .set({ told_kind: kind, told_after: null })
    .where('community_id', '=', row.community_id)
    .where('vote_id', '=', row.vote_id)
    .execute()
  const payload = { communityId: row.community_id, voteId: row.vote_id }
  await enqueue(tx, 'tell_vote', payload, { runAt: new Date(0), key: `tell_vote:${row.vote_id}` })
}

/** Who decides about the roll, or about the result: those whom the policy lets answer (`rollDecidingRoles`), never the convener. */
export function decidersOf(
  tx: Transaction,
  row: VoteRow,
  about: ObjectionAbout,
  now: Date,
): Promise<string[]> {
  return about === 'result'
    ? certifiersOf(tx, row, now)
    : othersInOffice(tx, row, rollDecidingRoles(row), now)
}

/** Who certifies (`certifyingRole`). */
export function certifiersOf(tx: Transaction, row: VoteRow, now: Date): Promise<string[]> {
  const { rules, has_committee: hasCommittee } = row
  return othersInOffice(tx, row, [certifyingRole({ rules, hasCommittee })], now)
}

async function secondsOf(tx: Transaction, row: VoteRow, now: Date): Promise<string[]> {
  const ids = await othersInOffice(tx, row, SECOND_ROLES, now)
  return ids.filter((id) => id !== row.void_asked_by)
}

/** In one of these offices over the place, and not who convened it. */
export async function othersInOffice(
  tx: Transaction,
  row: VoteRow,
  roles: readonly Role[],
  now: Date,
): Promise<string[]> {
  const ids = await listStaffIds(tx, row.jurisdiction, roles, now)
  return ids.filter((id) => id !== row.convener_id)
}

/** Owners on the roll who have signed in with the phone that the register has. One query. */
export async function listOwnersByPhone(
  db: Database | Transaction,
  { community_id: communityId, vote_id: voteId }: VoteRow,
  missingOnly: boolean,
): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct p.person_id as "personId"
    from vote_voter_ways w
      join vote_voters v on v.community_id = ${communityId} and v.vote_id = ${voteId} and v.voter_id = w.voter_id
      join owners o on o.community_id = ${communityId} and o.owner_id = w.way_id
      join phones p on p.blind_index = o.phone_index
    where w.community_id = ${communityId} and w.vote_id = ${voteId} and w.way = 'owner' and v.left_out is null
      ${missingOnly ? sql`and not v.took_part` : sql``}`.execute(db)
  return rows.map(({ personId }) => personId)
}
