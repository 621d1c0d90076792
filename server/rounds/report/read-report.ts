import { decideFollowUp, decideReadReport, roundOffice, type Round, type RoundReport } from '#core/rounds'
import { enforce } from '#core/permissions'
import type { Caller, Context } from '#server/platform/context'
import type { Database } from '#server/platform/db/index'
import { readableRound } from '../readable'
import type { RoundRow } from '../repository'
import { countHomesTakingPart } from '../take-part'
import { hasOpenPoints } from './open-points'
import { REPORT_SECTIONS } from './sections'

/** 报告. From the evaluation on, and of a round that was given up. Throws NOT_FOUND, STATE_CHANGED. */
export async function readReport(context: Context, roundId: string): Promise<RoundReport> {
  const { row, round } = await readableRound(context, roundId)
  return presentReport(context.db, context.actor, row, round)
}

/** The report for somebody who may read it; all of them read the same words. */
export async function presentReport(
  db: Database,
  actor: Caller,
  row: RoundRow,
  round: Round,
): Promise<RoundReport> {
  enforce(decideReadReport(actor, round))
  const sections = []
  for (const { heading, load } of REPORT_SECTIONS) {
    const lines = await load({ db, row })
    if (lines.length > 0) sections.push({ heading, lines })
  }
  const homes = await countHomesTakingPart(db, row.community_id, [row.round_id])
  return {
    roundId: row.round_id,
    question: row.question,
    placeName: row.place_name,
    convenerName: row.convener_name,
    state: row.state,
    createdAt: row.created_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    people: await countPeople(db, row),
    homesTakingPart: homes.get(row.round_id) ?? 0,
    homes: row.homes,
    sections,
    mayFollowUp: mayFollowUp(actor, row, round) && (await hasOpenPoints(db, row)),
  }
}

async function countPeople(db: Database, row: RoundRow): Promise<number> {
  const { count } = await db
    .selectFrom('round_participants')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('community_id', '=', row.community_id)
    .where('round_id', '=', row.round_id)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Who convenes there now goes on with what stayed open. */
function mayFollowUp(actor: Caller, row: RoundRow, round: Round): boolean {
  const office = roundOffice(actor.roles, { jurisdiction: row.jurisdiction, kind: row.place_kind })
  return office !== undefined && decideFollowUp(actor, round).allowed
}
