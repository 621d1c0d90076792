import { topicPolicy } from '#core/rounds'
import { forgetTitle } from '#server/inbox/index'
import type { ModerationTargetReader } from '#server/moderation/index'
import type { Transaction } from '#server/platform/db/index'
import { indexForSearch, removeFromSearch, type Found, type SearchReader } from '#server/search/index'
import { beginDaysWhenShown } from '../board/met'
import { topicMetBy, topicsMetBy } from './met-by'
import { findTopic, listTopicsById, lockTopic, setTopic, type StoredTopic } from './repository'

/** Makes a topic findable by its words as long as neighbours may know of it; else it is found no more. */
export async function indexTopic(tx: Transaction, row: StoredTopic): Promise<void> {
  if (row.words_state !== 'shown' || row.state === 'withdrawn') {
    await removeFromSearch(tx, { communityId: row.community_id, entryId: row.topic_id })
    return
  }
  await indexForSearch(tx, topicEntry(row))
}

/** What a topic is found by. */
export const topicEntry = (
  row: Pick<StoredTopic, 'community_id' | 'topic_id' | 'jurisdiction' | 'title' | 'text' | 'place_name'>,
) => ({
  communityId: row.community_id,
  kind: 'topic' as const,
  entryId: row.topic_id,
  subject: { kind: 'topic' as const, id: row.topic_id },
  placePath: row.jurisdiction,
  audience: 'neighbours' as const,
  words: [row.title, row.text ?? '', row.place_name],
})

/** Topics that search found, as this caller may read them. Four queries. */
export const topicSearchReader: SearchReader = async ({ db, actor, region }, ids) => {
  const rows = await listTopicsById(db, region.regionId, ids)
  const met = await topicsMetBy(db, actor, region.regionId, rows)
  return new Map(
    met
      .filter(({ topic }) => topicPolicy.read(actor, topic))
      .map(({ row }): [string, Found] => [
        row.topic_id,
        { title: row.title, text: row.text ?? '', placeName: row.place_name, at: row.created_at },
      ]),
  )
}

/** The author's words, for moderation. */
export const topicWords: ModerationTargetReader = {
  find: async ({ db, actor, region }, topicId) => {
    const row = await findTopic(db, region.regionId, topicId)
    if (!row) return undefined
    return {
      authorId: row.author_id,
      text: [row.title, row.text].filter(Boolean).join('\n'),
      state: row.words_state,
      readable: topicPolicy.read(actor, (await topicMetBy(db, actor, row)).topic),
      about: row.title,
      subject: { kind: 'topic', id: topicId },
    }
  },
  lock: async (tx, communityId, topicId) => {
    await lockTopic(tx, communityId, topicId)
  },
  setWords: async (tx, { communityId, id, state, at }) => {
    const row = await lockTopic(tx, communityId, id)
    if (!row || row.words_state === state) return
    await setTopic(tx, row, { words_state: state })
    await indexTopic(tx, { ...row, words_state: state })
    if (state === 'shown') {
      await beginDaysWhenShown(tx, { ...row, words_state: state }, at)
      return
    }
    await forgetTitle(tx, { communityId, subject: { kind: 'topic', id }, exceptPersonId: row.author_id })
  },
}
