import type { CaseSource, Concern, CaseSubject } from '#core/moderation'
import { DomainError } from '#core/errors'
import { sendToInbox } from '#server/inbox/index'
import { listStaffIds } from '#server/people/index'
import { newId, type Transaction } from '#server/platform/db/index'
import { lockOpenCase, saveCase, type StoredCase, type Target } from './case-repository'

/** What a case is opened with. */
export interface NewCase {
  communityId: string
  source: CaseSource
  target: Target
  subject: { kind: CaseSubject; id: string }
  about: string
  authorId: string
  /** Kept with the case until the author deletes the words. */
  original: string
  concerns: readonly Concern[]
  appeal?: { caseId: string; hiddenBy: string | null; note: string | null }
  at: Date
}

/**
 * Opens a case, or adds to the one that is open about the same words: of several at once one opens it. Moderators are
 * told once, when it is opened. The row comes back locked.
 */
export async function openCase(tx: Transaction, given: NewCase): Promise<StoredCase> {
  const { communityId, target, concerns } = given
  const caseId = await insertCase(tx, given)
  const row = await lockOpenCase(tx, communityId, target)
  if (!row) throw new DomainError('STATE_CHANGED')
  if (caseId) {
    await tellModerators(tx, row, given.at)
    return row
  }
  // An appeal needs a case of its own: what is open about the words comes first.
  if (given.appeal) throw new DomainError('STATE_CHANGED')
  const reasons = [...new Set([...row.reasons, ...concerns])]
  await saveCase(tx, row, { reasons })
  return { ...row, reasons }
}

/** The new case's id; undefined when one is open already. */
async function insertCase(tx: Transaction, given: NewCase): Promise<string | undefined> {
  const row = await tx
    .insertInto('moderation_cases')
    .values({
      community_id: given.communityId,
      case_id: newId(),
      source: given.source,
      target_kind: given.target.kind,
      target_id: given.target.id,
      author_id: given.authorId,
      about: given.about,
      subject_kind: given.subject.kind,
      subject_id: given.subject.id,
      original: given.original,
      reasons: [...given.concerns],
      state: 'open',
      decision: null,
      reason: null,
      decided_by: null,
      appealed_case_id: given.appeal?.caseId ?? null,
      hidden_by: given.appeal?.hiddenBy ?? null,
      appeal_note: given.appeal?.note ?? null,
      opened_at: given.at,
    })
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'target_kind', 'target_id']).where('state', '=', 'open').doNothing(),
    )
    .returning('case_id')
    .executeTakeFirst()
  return row?.case_id
}

/** Whoever may decide it. */
async function tellModerators(tx: Transaction, row: StoredCase, at: Date): Promise<void> {
  const staff = await listStaffIds(tx, [row.community_id], ['community_staff'], at)
  await sendToInbox(tx, {
    communityId: row.community_id,
    personIds: staff.filter((personId) => personId !== row.author_id && personId !== row.hidden_by),
    kind: 'moderation_new',
    about: row.about,
    subject: { kind: 'case', id: row.case_id },
    at,
  })
}
