import { roundPolicy } from '#core/rounds'
import type { ModerationTargetReader } from '#server/moderation/index'
import { findRound, roundFor } from '../repository'
import { findObjection, lockObjection, setObjection } from './objection-repository'

/** Words of those left out, for moderation. */
export const objectionWords: ModerationTargetReader = {
  find: async ({ db, actor, region }, objectionId) => {
    const objection = await findObjection(db, region.regionId, objectionId)
    const row = objection && (await findRound(db, region.regionId, objection.round_id))
    if (!row) return undefined
    const shown = objection.words_state === 'shown' || objection.author_id === actor.personId
    return {
      authorId: objection.author_id,
      text: objection.text,
      state: objection.words_state,
      readable: shown && roundPolicy.read(actor, await roundFor(db, actor, row)),
      about: row.question,
      subject: { kind: 'round', id: row.round_id },
    }
  },
  lock: async (tx, communityId, objectionId) => {
    await lockObjection(tx, communityId, objectionId)
  },
  setWords: async (tx, { communityId, id, state }) => {
    const objection = await lockObjection(tx, communityId, id)
    if (objection && objection.words_state !== state)
      await setObjection(tx, objection, { words_state: state })
  },
}
