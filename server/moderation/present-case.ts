import { DECISIONS_OF, mayModerate, type CaseItem, type CaseView } from '#core/moderation'
import type { Actor } from '#core/permissions'
import type { Database, Transaction } from '#server/platform/db/index'
import { caseOf, findCase, listReports, type StoredCase } from './case-repository'

/** A case in the queue. */
export function presentCaseItem(row: StoredCase): CaseItem {
  return {
    caseId: row.case_id,
    source: row.source,
    state: row.state,
    target: { kind: row.target_kind, id: row.target_id },
    subject: { kind: row.subject_kind, id: row.subject_id },
    about: row.about,
    original: row.target_gone ? null : row.original,
    reasons: row.reasons,
    reportCount: row.report_count,
    openedAt: row.opened_at.toISOString(),
  }
}

/** A case with what people said of it; two queries at most. Never who reported, nor who decided. */
export async function presentCase(
  db: Database | Transaction,
  row: StoredCase,
  actor: Actor,
): Promise<CaseView> {
  const reports = await listReports(db, row.community_id, row.case_id)
  const appealed = row.appealed_case_id
    ? await findCase(db, row.community_id, row.appealed_case_id)
    : undefined
  return {
    ...presentCaseItem(row),
    reports: reports.map(({ category, note, at }) => ({ category, note, at: at.toISOString() })),
    choices: row.state === 'open' && mayModerate(actor, caseOf(row)) ? [...DECISIONS_OF[row.source]] : [],
    decision: row.decision,
    reason: row.reason,
    decidedAt: row.decided_at?.toISOString() ?? null,
    hiddenReason: appealed?.reason ?? null,
    appealNote: row.appeal_note,
  }
}
