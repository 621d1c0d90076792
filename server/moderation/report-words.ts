import { decideReport, type Concern } from '#core/moderation'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { saveCase, type StoredCase, type Target } from './case-repository'
import { openCase } from './open-case'
import type { ModerationTargets } from './targets'

export interface ReportWords {
  target: Target
  category: Concern
  note?: string | undefined
}

/** 举报. Once per person and words; who reported is in no answer. */
export async function reportWords(
  context: Context,
  targets: ModerationTargets,
  { target, category, note }: ReportWords,
): Promise<{ done: true }> {
  const { actor, region, now, transact } = context
  return transact(async (tx) => {
    const reader = targets[target.kind]
    const readable = async () => {
      const found = await reader.find({ ...context, db: tx }, target.id)
      if (!found) throw new DomainError('NOT_FOUND')
      enforce(decideReport(actor, found))
      return found
    }
    const words = await readable()
    const row = await openCase(tx, {
      communityId: region.regionId,
      source: 'report',
      target,
      subject: words.subject,
      about: words.about,
      authorId: words.authorId,
      original: words.text,
      concerns: [category],
      at: now(),
    })
    // Deleted or hidden while this waited for the case: there is nothing to report any more.
    await reader.lock?.(tx, region.regionId, target.id)
    await readable()
    await saveReport(tx, context, row, { target, category, note })
    await record(tx, {
      regionId: region.regionId,
      at: now(),
      personId: actor.personId,
      role: null,
      act: 'moderation.report',
      subject: { kind: target.kind, id: target.id },
    })
    return { done: true as const }
  })
}

async function saveReport(
  tx: Transaction,
  { actor, region, now }: Context,
  row: StoredCase,
  { target, category, note }: ReportWords,
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('content_reports')
    .values({
      community_id: region.regionId,
      case_id: row.case_id,
      target_kind: target.kind,
      target_id: target.id,
      reporter_id: actor.personId,
      category,
      note: note ? note : null,
      at: now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (!numInsertedOrUpdatedRows) throw new DomainError('REPORT_EXISTS')
  await saveCase(tx, row, { report_count: row.report_count + 1 })
}
