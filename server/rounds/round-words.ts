import { isRoundGivenUp, roundPolicy } from '#core/rounds'
import { forgetTitle } from '#server/inbox/index'
import type { ModerationTargetReader } from '#server/moderation/index'
import { indexForSearch, removeFromSearch, type Found, type SearchReader } from '#server/search/index'
import type { Transaction } from '#server/platform/db/index'
import {
  findRound,
  listRoundsById,
  lockRound,
  roundFor,
  roundsMetBy,
  setRound,
  type RoundRow,
} from './repository'
import { goOnTelling } from './tell-round'

/** Makes a round findable by its words as long as neighbours may know of it; else it is found no more. */
export async function indexRound(tx: Transaction, row: RoundRow): Promise<void> {
  if (row.words_state !== 'shown' || isRoundGivenUp(row.state)) {
    await removeFromSearch(tx, { communityId: row.community_id, entryId: row.round_id })
    return
  }
  await indexForSearch(tx, {
    communityId: row.community_id,
    kind: 'round',
    entryId: row.round_id,
    subject: { kind: 'round', id: row.round_id },
    placePath: row.jurisdiction,
    audience: 'neighbours',
    words: [row.question, row.text ?? '', row.meets_where ?? '', row.place_name],
  })
}

/** Rounds that search found, as this caller may read them. Two queries. */
export const roundSearchReader: SearchReader = async ({ db, actor, region }, ids) => {
  const rows = await listRoundsById(db, region.regionId, ids)
  const met = await roundsMetBy(db, actor, region.regionId, rows)
  return new Map(
    rows.flatMap((row): [string, Found][] => {
      const round = met.get(row.round_id)
      if (!round || !roundPolicy.read(actor, round)) return []
      return [
        [
          row.round_id,
          { title: row.question, text: row.text ?? '', placeName: row.place_name, at: row.created_at },
        ],
      ]
    }),
  )
}

/** The convener's words, for moderation. */
export const roundWords: ModerationTargetReader = {
  find: async ({ db, actor, region }, roundId) => {
    const row = await findRound(db, region.regionId, roundId)
    if (!row) return undefined
    return {
      authorId: row.convener_id,
      text: [row.question, row.text, row.meets_where].filter(Boolean).join('\n'),
      state: row.words_state,
      readable: roundPolicy.read(actor, await roundFor(db, actor, row)),
      about: row.question,
      subject: { kind: 'round', id: roundId },
    }
  },
  lock: async (tx, communityId, roundId) => {
    await lockRound(tx, communityId, roundId)
  },
  setWords: async (tx, { communityId, id, state }) => {
    const row = await lockRound(tx, communityId, id)
    if (!row || row.words_state === state) return
    await setRound(tx, row, { words_state: state })
    const changed = { ...row, words_state: state }
    await indexRound(tx, changed)
    // Whom to tell of it had to wait for this.
    if (state === 'shown') return goOnTelling(tx, changed)
    await forgetTitle(tx, { communityId, subject: { kind: 'round', id }, exceptPersonId: row.convener_id })
  },
}
