import { INBOX_SUBJECTS, type InboxSubject } from '#core/inbox'
import { decideCase, type CaseDecision, type CaseView, type WordsState } from '#core/moderation'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import { record } from '#server/audit/index'
import { sendToInbox } from '#server/inbox/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { caseOf, lockCase, saveCase, type StoredCase } from './case-repository'
import { presentCase } from './present-case'
import { stateWhenCleared } from './show-words'
import type { ModerationTargets } from './targets'

export interface DecideCase {
  caseId: string
  decision: CaseDecision
  reason?: string | undefined
}

/** Decides about words. Of two moderators at once one decides and the other is told that it changed. */
export async function decideOnCase(
  context: Context,
  targets: ModerationTargets,
  { caseId, decision, reason }: DecideCase,
): Promise<CaseView> {
  const { actor, region, now, transact } = context
  return transact(async (tx) => {
    const row = await lockCase(tx, region.regionId, caseId)
    if (!row) throw new DomainError('NOT_FOUND')
    enforce(decideCase(actor, caseOf(row), { decision, reason }))
    const changes = {
      state: 'decided',
      decision,
      reason: reason ? reason : null,
      decided_by: actor.personId,
      decided_at: now(),
      in_force: decision === 'hide',
    } as const
    await saveCase(tx, row, changes)
    const seen = await carryOut(tx, context, targets, { ...row, ...changes })
    if (decision !== 'show' || seen) await tellAuthor(tx, row, decision, now())
    await record(tx, {
      regionId: region.regionId,
      at: now(),
      personId: actor.personId,
      role: 'community_staff',
      act: `moderation.${decision}`,
      subject: { kind: 'case', id: caseId },
      reason,
    })
    return presentCase(tx, { ...row, ...changes }, actor)
  })
}

/**
 * Brings the words into the state that was decided; `keep` leaves them. Answers whether neighbours see them now: what a
 * moderator clears still waits for its author's phone and consent.
 */
async function carryOut(
  tx: Transaction,
  context: Context,
  targets: ModerationTargets,
  row: StoredCase,
): Promise<boolean> {
  if (row.decision === 'keep') return false
  const { community_id: communityId, target_id: id } = row
  const reader = targets[row.target_kind]
  const find = () => reader.find({ ...context, db: tx }, id)
  // What they stand at may be called otherwise by now: its own words may have been hidden meanwhile.
  const about = (await find())?.about ?? ''
  const state: WordsState = row.decision === 'hide' ? 'hidden' : await stateWhenCleared(tx, row.author_id)
  const reason = row.reason ?? undefined
  await reader.setWords(tx, { communityId, id, state, about, reason, at: context.now() })
  if (row.decision === 'show' && row.appealed_case_id) {
    await saveCase(tx, { community_id: communityId, case_id: row.appealed_case_id }, { in_force: false })
  }
  return (await find())?.state === 'shown'
}

/** What the message opens: words that the inbox has no page for open the thing they stand at. */
function openedBy(row: StoredCase): { kind: InboxSubject; id: string } {
  const kind = INBOX_SUBJECTS.find((one) => one === row.target_kind)
  return kind ? { kind, id: row.target_id } : { kind: row.subject_kind, id: row.subject_id }
}

/** The author hears what concerns them; that a report came to nothing is not for them to know. */
async function tellAuthor(tx: Transaction, row: StoredCase, decision: CaseDecision, at: Date): Promise<void> {
  if (decision === 'keep' && row.source === 'report') return
  await sendToInbox(tx, {
    communityId: row.community_id,
    personIds: [row.author_id],
    kind: decision === 'show' ? 'words_shown' : 'words_hidden',
    about: row.about,
    subject: openedBy(row),
    at,
  })
}
