import type { InboxKind } from '#core/inbox'
import { TEAM_ROLES, type MatterAct } from '#core/matters'
import { sendToInbox } from '#server/inbox/index'
import { listStaffIds } from '#server/people/index'
import type { Transaction } from '#server/platform/db/index'
import type { MatterRow } from './repository'

/** What the reporter is told of an act; null: nothing, because it is their own. */
const REPORTER_HEARS: Record<MatterAct, InboxKind | null> = {
  acknowledge: 'matter_progress',
  decline: 'matter_progress',
  assign: 'matter_progress',
  start: 'matter_progress',
  resolve: 'matter_result',
  confirm: null,
  dispute: null,
  verify_passed: 'matter_progress',
  verify_failed: 'matter_progress',
  close_unconfirmed: 'matter_progress',
}

/** What the lead's members are told. */
const LEAD_HEARS: Partial<Record<MatterAct, InboxKind>> = {
  assign: 'matter_assigned',
  dispute: 'matter_rework',
  verify_failed: 'matter_rework',
}

/** Tells the reporter and the lead what happened; never who did it. */
export async function tellOfAct(
  tx: Transaction,
  row: MatterRow,
  { act, byPersonId, at }: { act: MatterAct; byPersonId: string | null; at: Date },
): Promise<void> {
  const message = {
    communityId: row.community_id,
    about: row.title,
    subject: { kind: 'matter', id: row.matter_id } as const,
    at,
  }
  const forReporter = REPORTER_HEARS[act]
  if (forReporter && row.reporter_id !== byPersonId) {
    await sendToInbox(tx, { ...message, kind: forReporter, personIds: [row.reporter_id] })
  }
  const forLead = LEAD_HEARS[act]
  if (!forLead || !row.lead_kind || !row.lead_place_id) return
  const members = await listStaffIds(tx, [row.lead_place_id], TEAM_ROLES[row.lead_kind], at)
  await sendToInbox(tx, { ...message, kind: forLead, personIds: members.filter((id) => id !== byPersonId) })
}
