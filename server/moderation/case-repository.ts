import type { Selectable } from 'kysely'
import type { ModerationCase, TargetKind } from '#core/moderation'
import type { Database, Tables, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction
export type StoredCase = Selectable<Tables['moderation_cases']>
export type StoredReport = Selectable<Tables['content_reports']>

/** What words a case is about. */
export interface Target {
  kind: TargetKind
  id: string
}

/** The case as the rules see it; `appealed`: there is an appeal against it. */
export function caseOf(row: StoredCase, appealed = false): ModerationCase {
  return {
    communityId: row.community_id,
    source: row.source,
    state: row.state,
    authorId: row.author_id,
    hiddenBy: row.hidden_by,
    decision: row.decision,
    decidedAt: row.decided_at,
    inForce: row.in_force,
    appealed,
  }
}

/** One case of a community. */
export function findCase(db: Reader, communityId: string, caseId: string): Promise<StoredCase | undefined> {
  return db
    .selectFrom('moderation_cases')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
}

/** One case, its row locked until the transaction ends. */
export function lockCase(
  tx: Transaction,
  communityId: string,
  caseId: string,
): Promise<StoredCase | undefined> {
  return tx
    .selectFrom('moderation_cases')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('case_id', '=', caseId)
    .forUpdate()
    .executeTakeFirst()
}

/** The open case about some words, locked. There is one at most. */
export function lockOpenCase(
  tx: Transaction,
  communityId: string,
  target: Target,
): Promise<StoredCase | undefined> {
  return tx
    .selectFrom('moderation_cases')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('target_kind', '=', target.kind)
    .where('target_id', '=', target.id)
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirst()
}

/** Open cases that a moderator may decide, oldest first. Index: moderation_cases_queue. */
export function listOpenCases(
  db: Reader,
  communityId: string,
  moderatorId: string,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<StoredCase[]> {
  let query = queueOf(db, communityId, moderatorId).selectAll()
  if (after) query = query.where('case_id', '>', after)
  return query.orderBy('case_id').limit(limit).execute()
}

/** How many of them there are, counted up to `cap`. */
export async function countOpenCases(
  db: Reader,
  communityId: string,
  moderatorId: string,
  cap: number,
): Promise<number> {
  const { count } = await db
    .selectFrom(queueOf(db, communityId, moderatorId).select('case_id').limit(cap).as('capped'))
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function queueOf(db: Reader, communityId: string, moderatorId: string) {
  return db
    .selectFrom('moderation_cases')
    .where('community_id', '=', communityId)
    .where('state', '=', 'open')
    .where('author_id', '<>', moderatorId)
    .where((eb) => eb.or([eb('hidden_by', 'is', null), eb('hidden_by', '<>', moderatorId)]))
}

/** What people said when they reported, first to last. */
export function listReports(db: Reader, communityId: string, caseId: string): Promise<StoredReport[]> {
  return db
    .selectFrom('content_reports')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('case_id', '=', caseId)
    .orderBy('at')
    .execute()
}

/** The appeal against a decision. */
export function findAppeal(db: Reader, communityId: string, caseId: string): Promise<StoredCase | undefined> {
  return db
    .selectFrom('moderation_cases')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('appealed_case_id', '=', caseId)
    .executeTakeFirst()
}

/** Changes one case. */
export async function saveCase(
  tx: Transaction,
  row: Pick<StoredCase, 'community_id' | 'case_id'>,
  changes: Partial<StoredCase>,
): Promise<void> {
  await tx
    .updateTable('moderation_cases')
    .set(changes)
    .where('community_id', '=', row.community_id)
    .where('case_id', '=', row.case_id)
    .execute()
}
