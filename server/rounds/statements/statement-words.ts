import { isStatementReadable, roundPolicy } from '#core/rounds'
import type { ModerationTargetReader } from '#server/moderation/index'
import { findRound, roundFor } from '../repository'
import { findStatement, statementOf } from './repository'

/** Statements, for moderation: who wrote them, who may read them, and whether they are put to neighbours. */
export const statementWords: ModerationTargetReader = {
  find: async ({ db, actor, region }, statementId) => {
    const statement = await findStatement(db, region.regionId, statementId)
    const row = statement && (await findRound(db, region.regionId, statement.round_id))
    if (!statement || !row || statement.withdrawn_at !== null) return undefined
    const readsRound = roundPolicy.read(actor, await roundFor(db, actor, row))
    return {
      authorId: statement.author_id,
      text: statement.text,
      state: statement.words_state,
      readable: readsRound && isStatementReadable(actor.personId, statementOf(statement)),
      about: row.question,
      subject: { kind: 'round', id: row.round_id },
    }
  },
  setWords: async (tx, { communityId, id, state }) => {
    await tx
      .updateTable('statements')
      .set({ words_state: state })
      .where('community_id', '=', communityId)
      .where('statement_id', '=', id)
      .execute()
  },
}
