import { PAGE_SIZE } from '#core/contract'
import { COUNT_CAP } from '#core/matters'
import { isModerator, type CaseView } from '#core/moderation'
import { DomainError } from '#core/errors'
import type { Context } from '#server/platform/context'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { countOpenCases, findCase, listOpenCases } from './case-repository'
import { presentCase, presentCaseItem } from './present-case'

/** What waits for this moderator, oldest first: one query. */
export async function listCases({ db, actor, region }: Context, cursor: string | undefined) {
  if (!isModerator(actor, region.regionId)) throw new DomainError('NOT_ALLOWED')
  const after = decodeCursor(cursor, idCursor)?.[0]
  const rows = await listOpenCases(db, region.regionId, actor.personId, { after, limit: PAGE_SIZE + 1 })
  return toPage(rows, PAGE_SIZE, (row) => [row.case_id], presentCaseItem)
}

/** How much waits for this moderator, up to one more than is shown; null for who is none. */
export async function countCases({ db, actor, region }: Context): Promise<number | null> {
  if (!isModerator(actor, region.regionId)) return null
  return countOpenCases(db, region.regionId, actor.personId, COUNT_CAP + 1)
}

/** One case, decided or not. Nobody learns of it but moderators, and not the one whose words they are. */
export async function readCase({ db, actor, region }: Context, caseId: string): Promise<CaseView> {
  const row = isModerator(actor, region.regionId) ? await findCase(db, region.regionId, caseId) : undefined
  if (!row || row.author_id === actor.personId) throw new DomainError('NOT_FOUND')
  return presentCase(db, row, actor)
}
