import { topicOf, type InboxKind } from '#core/inbox'
import {
  MANY_HOMES,
  MANY_REOPENINGS,
  officeAbove,
  TEAM_ROLES,
  triageOffice,
  type Matter,
  type MatterAct,
  type Office,
} from '#core/matters'
import { sendToInbox } from '#server/inbox/index'
import { listStaffIds } from '#server/people/index'
import type { Transaction } from '#server/platform/db/index'
import { listJoinerIds } from './joiners'
import { matterOf, type MatterRow } from './repository'
import { titleFor } from './title'

type Hears = Partial<Record<MatterAct, InboxKind>>

/** What the reporter is told of an act that is not their own. */
const REPORTER_HEARS: Hears = {
  acknowledge: 'matter_progress',
  decline: 'matter_progress',
  merge: 'matter_merged',
  assign: 'matter_progress',
  reassign: 'matter_progress',
  start: 'matter_progress',
  return: 'matter_progress',
  team_ended: 'matter_progress',
  grid_dissolved: 'matter_progress',
  escalate: 'matter_progress',
  send_down: 'matter_progress',
  defer: 'matter_deferred',
  grant_deferral: 'matter_deferred',
  resume: 'matter_progress',
  review_due: 'matter_progress',
  resolve: 'matter_result',
  dispute: 'matter_progress',
  verify_passed: 'matter_progress',
  verify_failed: 'matter_progress',
  close_unconfirmed: 'matter_progress',
  reinspect_failed: 'matter_progress',
  hand_over: 'matter_progress',
}

/** Acts of which those who met it too are told; of the rest the page tells. */
const JOINERS_HEAR: readonly MatterAct[] = [
  'decline',
  'defer',
  'grant_deferral',
  'resolve',
  'reopen',
  'withdraw',
]

/** What the lead's members are told. */
const LEAD_HEARS: Hears = {
  assign: 'matter_assigned',
  reassign: 'matter_assigned',
  dispute: 'matter_rework',
  verify_failed: 'matter_rework',
  reinspect_failed: 'matter_rework',
  refuse_deferral: 'matter_rework',
  grant_deferral: 'matter_deferred',
  review_due: 'matter_review_due',
  reopen: 'matter_reopened',
}

/** What who triages is told; of an act that brings a matter to them. */
const TRIAGE_HEARS: Hears = {
  return: 'matter_returned',
  team_ended: 'matter_returned',
  escalate: 'matter_escalated',
  ask_review: 'matter_escalated',
  send_down: 'matter_new',
  unmerge: 'matter_new',
}

/** The same of what has no lead: it waits for them. */
const WAITING_HEARS: Hears = {
  ...(Object.fromEntries(Object.keys(LEAD_HEARS).map((act) => [act, 'matter_rework'])) as Hears),
  grid_dissolved: 'matter_new',
}

/** An act as it is told. */
export interface Told {
  act: MatterAct
  /** Null: the clock. */
  byPersonId: string | null
  at: Date
}

/** Sends a message about a matter; of a restricted one not even the title (domain.md 9). */
export async function tellOf(
  tx: Transaction,
  row: MatterRow,
  kind: InboxKind,
  personIds: readonly string[],
  { byPersonId, at }: Pick<Told, 'byPersonId' | 'at'>,
): Promise<void> {
  const secret = row.visibility === 'restricted'
  // Neighbours who met it too, or took it over, are not told more of the reporter's words than the page tells them.
  const toHeir = row.author_id !== null && personIds.some((id) => id === row.reporter_id)
  const wordsShown = row.words_state === 'shown' || (kind !== 'matter_joined_news' && !toHeir)
  await sendToInbox(tx, {
    communityId: row.community_id,
    personIds: personIds.filter((id) => id !== byPersonId),
    kind: secret ? 'matter_private_news' : kind,
    topic: topicOf(kind),
    about: secret ? '' : titleFor(row, wordsShown),
    subject: { kind: 'matter', id: row.matter_id },
    at,
  })
}

/** Tells the reporter, who met it too, the lead and the triage what happened; never who did it. */
export async function tellOfAct(tx: Transaction, row: MatterRow, told: Told): Promise<void> {
  const { act, at } = told
  const forReporter = REPORTER_HEARS[act]
  if (forReporter && row.reporter_id) await tellOf(tx, row, forReporter, [row.reporter_id], told)
  if (row.joined_homes > 0 && JOINERS_HEAR.includes(act))
    await tellOf(
      tx,
      row,
      'matter_joined_news',
      await listJoinerIds(tx, row.community_id, row.matter_id),
      told,
    )
  const forLead = LEAD_HEARS[act]
  if (forLead && row.lead_kind) await tellOf(tx, row, forLead, await leadIds(tx, row, at), told)
  const forTriage = TRIAGE_HEARS[act] ?? (row.lead_kind ? undefined : WAITING_HEARS[act])
  if (forTriage) await tellOf(tx, row, forTriage, await holdersOf(tx, row, triageOffice, at), told)
  if (act === 'ask_deferral')
    await tellOf(tx, row, 'matter_deferral_asked', await holdersOf(tx, row, officeAbove, at), told)
  await tellAbove(tx, row, at)
}

async function leadIds(tx: Transaction, row: MatterRow, at: Date): Promise<string[]> {
  if (row.visibility === 'restricted') return row.assignee_ids
  if (!row.lead_kind || !row.lead_place_id) return []
  const places = [row.lead_place_id, ...row.supports.map(({ placeId }) => placeId)]
  const roles = [row.lead_kind, ...row.supports.map(({ kind }) => kind)].flatMap((kind) => TEAM_ROLES[kind])
  return listStaffIds(tx, places, roles, at)
}

/** Who holds an office over a matter now, without those it complains about (domain.md 3). */
export async function holdersOf(
  tx: Transaction,
  row: MatterRow,
  officeOf: (matter: Matter) => Office,
  at: Date,
): Promise<string[]> {
  const matter = matterOf(row)
  const { role, placeId } = officeOf(matter)
  const holders = placeId ? await listStaffIds(tx, [placeId], [role], at) : []
  if (!matter.complained) return holders
  const { kind, placeId: about } = matter.complained
  const complained = await listStaffIds(tx, [about], TEAM_ROLES[kind], at)
  return holders.filter((id) => !complained.includes(id))
}

/** So many homes met it, or it was reopened so often: the level above hears of it, once (domain.md 5). */
export async function tellAbove(tx: Transaction, row: MatterRow, at: Date): Promise<void> {
  const many = row.joined_homes >= MANY_HOMES
  if (row.above_told_at || (!many && row.reopenings < MANY_REOPENINGS)) return
  await tx
    .updateTable('matters')
    .set({ above_told_at: at })
    .where('community_id', '=', row.community_id)
    .where('matter_id', '=', row.matter_id)
    .execute()
  const above = await holdersOf(tx, row, officeAbove, at)
  await tellOf(tx, row, many ? 'matter_many_homes' : 'matter_escalated', above, { byPersonId: null, at })
}
