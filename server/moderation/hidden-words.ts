import { sql } from 'kysely'
import { PAGE_SIZE } from '#core/contract'
import { appealEndsAt, appealLastDay, decideAppeal, type HiddenItem } from '#core/moderation'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { caseOf, findAppeal, lockCase, type StoredCase } from './case-repository'
import { openCase } from './open-case'

type HiddenRow = StoredCase & { appeal_state: StoredCase['state'] | null; appeal_reason: string | null }

/** Words of the caller that are hidden now, newest first: one query. Index: moderation_cases_hidden. */
export async function listHidden({ db, actor, region, now }: Context, cursor: string | undefined) {
  const after = decodeCursor(cursor, idCursor)?.[0]
  let query = db
    .selectFrom('moderation_cases as hiding')
    .leftJoin('moderation_cases as appeal', (join) =>
      join
        .onRef('appeal.community_id', '=', 'hiding.community_id')
        .onRef('appeal.appealed_case_id', '=', 'hiding.case_id'),
    )
    .selectAll('hiding')
    .select(['appeal.state as appeal_state', 'appeal.reason as appeal_reason'])
    .where('hiding.community_id', '=', region.regionId)
    .where('hiding.author_id', '=', actor.personId)
    .where(sql<boolean>`hiding.in_force`)
  if (after) query = query.where('hiding.case_id', '<', after)
  const rows = await query
    .orderBy('hiding.case_id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute()
  return toPage(
    rows,
    PAGE_SIZE,
    (row) => [row.case_id],
    (row) => presentHidden(row, now()),
  )
}

function presentHidden(row: HiddenRow, now: Date): HiddenItem {
  const hiddenAt = row.decided_at as Date
  return {
    caseId: row.case_id,
    target: { kind: row.target_kind, id: row.target_id },
    subject: { kind: row.subject_kind, id: row.subject_id },
    about: row.about,
    original: row.original,
    reason: row.reason,
    hiddenAt: hiddenAt.toISOString(),
    appeal: appealStateOf(row, now < appealEndsAt(hiddenAt)),
    appealUntil: appealLastDay(hiddenAt).toISOString(),
    appealReason: row.appeal_reason,
  }
}

function appealStateOf({ appeal_state: state }: HiddenRow, inTime: boolean): HiddenItem['appeal'] {
  if (state === 'open') return 'waiting'
  if (state === 'decided') return 'refused'
  return inTime ? 'open' : 'over'
}

/** 申诉: another moderator than who hid the words looks at them again. Once, within 14 days. */
export async function appeal(
  { actor, region, now, transact }: Context,
  { caseId, note }: { caseId: string; note?: string | undefined },
): Promise<{ done: true }> {
  return transact(async (tx) => {
    const row = await lockCase(tx, region.regionId, caseId)
    if (!row) throw new DomainError('NOT_FOUND')
    const earlier = await findAppeal(tx, region.regionId, caseId)
    enforce(decideAppeal(actor, caseOf(row, earlier !== undefined), now()))
    await openCase(tx, {
      communityId: region.regionId,
      source: 'appeal',
      target: { kind: row.target_kind, id: row.target_id },
      subject: { kind: row.subject_kind, id: row.subject_id },
      about: row.about,
      authorId: row.author_id,
      original: row.original,
      concerns: row.reasons,
      appeal: { caseId, hiddenBy: row.decided_by, note: note ? note : null },
      at: now(),
    })
    await record(tx, {
      regionId: region.regionId,
      at: now(),
      personId: actor.personId,
      role: null,
      act: 'moderation.appeal',
      subject: { kind: 'case', id: caseId },
    })
    return { done: true as const }
  })
}
