import { decideReadReport } from '#core/rounds'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import type { Context } from '#server/platform/context'
import { findCallerIn } from '#server/platform/http/caller'
import type { ServerParts } from '#server/platform/http/parts'
import { paperEndsAt } from '#server/platform/paper/sealed-word'
import { recordRound } from '../on-record'
import { findRound, roundFor } from '../repository'
import { readableRound } from '../readable'
import { readReportAddress, reportAddressFor } from './address'
import type { ReportPaper } from './draw-report'
import { presentReport } from './read-report'

/** 印报告. Answers where the paper lies. */
export function printReport(context: Context, roundId: string, key: Buffer): Promise<{ url: string }> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    const row = await findRound(tx, region.regionId, roundId)
    if (!row) throw new DomainError('NOT_FOUND')
    enforce(decideReadReport(actor, await roundFor(tx, actor, row)))
    await recordRound(tx, row, { act: 'print_report', at: now(), personId: actor.personId })
    const until = paperEndsAt(now())
    const address = { communityId: row.community_id, roundId, viewerId: actor.personId, until }
    return { url: reportAddressFor(key, address) }
  })
}

/** What an address leads to, as it is now. Throws NOT_FOUND for a wrong word, one that is over, and who may not read it any more. */
export async function readReportPaper(
  { db, now, photoKey }: Pick<ServerParts, 'db' | 'now' | 'photoKey'>,
  { communityId, word }: { communityId: string; word: string },
): Promise<ReportPaper> {
  const address = readReportAddress(photoKey, communityId, word, now())
  const asker = address && { personId: address.viewerId, sessionId: '' }
  const scope = asker && (await findCallerIn(db, asker, communityId, now()))
  if (!address || !scope) throw new DomainError('NOT_FOUND')
  const { row, round } = await readableRound({ db, ...scope }, address.roundId)
  if (!decideReadReport(scope.actor, round).allowed) throw new DomainError('NOT_FOUND')
  return { ...(await presentReport(db, scope.actor, row, round)), community: scope.region.name }
}
