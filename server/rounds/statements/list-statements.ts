import { PAGE_SIZE } from '#core/contract'
import type { AskedView } from '#core/rounds'
import type { Context } from '#server/platform/context'
import type { ContactBox } from '#server/platform/crypto/index'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { readableRound, type ReadableRound } from '../readable'
import { presentAsked, presentStatement } from './present-asked'
import { listStatementRows } from './repository'
import { findOwnAnswers, participantKey } from './sealed-answers'

interface Asked {
  roundId: string
  box: ContactBox
}

const ownAnswers = ({ db, actor, region }: Context, { roundId, box }: Asked) => {
  const round = { communityId: region.regionId, roundId }
  return findOwnAnswers(db, {
    box,
    round,
    key: participantKey(box, { ...round, personId: actor.personId }),
  })
}

/** What was said in a round, with what the reader thinks of it. Four queries. */
export async function listStatements(context: Context, asked: Asked & { cursor?: string | undefined }) {
  const { db, actor, region } = context
  const { round } = await readableRound(context, asked.roundId)
  const [after] = decodeCursor(asked.cursor, idCursor) ?? []
  const rows = await listStatementRows(
    db,
    { communityId: region.regionId, roundId: asked.roundId, personId: actor.personId },
    { after, limit: PAGE_SIZE + 1 },
  )
  const answers = await ownAnswers(context, asked)
  return toPage(
    rows,
    PAGE_SIZE,
    (row) => [row.statement_id],
    (row) => presentStatement({ actor, round }, row, answers[row.statement_id]),
  )
}

/** 下一句. Four queries. */
export async function readNextStatement(context: Context, asked: Asked): Promise<AskedView> {
  return nextStatementOf(context, await readableRound(context, asked.roundId), asked.box)
}

/** The same of a round that is known. Two queries. */
export async function nextStatementOf(
  context: Context,
  { row: { round_id: roundId }, round }: ReadableRound,
  box: ContactBox,
): Promise<AskedView> {
  const answers = await ownAnswers(context, { roundId, box })
  return presentAsked(context.db, context, { roundId, round, answers })
}
