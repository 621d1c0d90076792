import { wishPolicy } from '#core/wishes'
import type { ModerationTargetReader } from '#server/moderation/index'
import type { PhotoReader } from '#server/photos/index'
import type { Found, SearchReader } from '#server/search/index'
import { saveWishEvent } from './events'
import { indexWish, publishWish, stopShowing } from './publish-wish'
import { findWish, listWishesById, lockWish, saveWish, setWish, type WishRow } from './repository'
import { wishesMetBy, wishMetBy } from './standing'

/** Photos of a wish are for who may read it; those of a step that isn't shown are not in what they read. */
export const wishPhotoReader: PhotoReader = async ({ db, actor, region }, wishId) => {
  const row = await findWish(db, region.regionId, wishId)
  return row !== undefined && wishPolicy.read(actor, await wishMetBy(db, actor, row))
}

/** Wishes that were found, as far as this caller may read them now. Three queries. */
export const wishSearchReader: SearchReader = async ({ db, actor, region }, ids) => {
  const rows = await listWishesById(db, region.regionId, ids)
  const met = await wishesMetBy(db, actor, region.regionId, rows)
  const readable = rows.filter((row) => {
    const wish = met.get(row.wish_id)
    return wish !== undefined && wishPolicy.read(actor, wish)
  })
  return new Map(
    readable.map((row): [string, Found] => [
      row.wish_id,
      { title: row.title, text: row.text ?? '', placeName: row.place_name, at: row.submitted_at },
    ]),
  )
}

const wordsOf = ({ title, text, when_suits, meet_at }: WishRow): string =>
  [title, text, when_suits, meet_at].filter(Boolean).join('\n')

/** The author's words, for moderation: who wrote them, who may read them, and how they are published or not. */
export const wishWords: ModerationTargetReader = {
  find: async ({ db, actor, region }, wishId) => {
    const row = await findWish(db, region.regionId, wishId)
    if (!row) return undefined
    return {
      authorId: row.author_id,
      text: wordsOf(row),
      state: row.words_state,
      readable: wishPolicy.read(actor, await wishMetBy(db, actor, row)),
      about: row.title,
      subject: { kind: 'wish', id: wishId },
    }
  },
  lock: async (tx, communityId, wishId) => {
    await lockWish(tx, communityId, wishId)
  },
  setWords: async (tx, { communityId, id, state, reason, at }) => {
    const row = await lockWish(tx, communityId, id)
    if (!row || row.words_state === state) return
    const waits = row.state === 'submitted' || row.state === 'declined'
    if (state === 'shown' && waits) {
      await publishWish(tx, row, { at })
      return
    }
    if (state === 'hidden' && row.state === 'submitted') {
      const declined = await saveWish(tx, row, {
        state: 'declined',
        words_state: state,
        declined_reason: reason ?? null,
        changed_at: at,
      })
      await saveWishEvent(tx, declined, { act: 'decline', at })
      return
    }
    await setWish(tx, row, { words_state: state })
    if (state === 'shown') await indexWish(tx, { ...row, words_state: state })
    else await stopShowing(tx, row)
  },
}
