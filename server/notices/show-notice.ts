import type { WordsChange } from '#server/moderation/index'
import { indexForSearch, removeFromSearch } from '#server/search/index'
import { enqueue } from '#server/platform/jobs/index'
import type { Transaction } from '#server/platform/db/index'
import { lockNotice, saveNotice, type NoticeRow } from './repository'

/** From now on residents see it: it is found, and they are told, each once however often it is hidden and shown. */
export async function beginShowing(tx: Transaction, row: NoticeRow, now: Date): Promise<void> {
  await indexForSearch(tx, {
    communityId: row.community_id,
    kind: 'notice',
    entryId: row.notice_id,
    subject: { kind: 'notice', id: row.notice_id },
    placePath: row.jurisdiction,
    audience: 'neighbours',
    words: [row.title, row.text],
  })
  if (row.told_at) return
  await enqueue(
    tx,
    'tell_notice',
    { communityId: row.community_id, noticeId: row.notice_id },
    { runAt: now, key: `tell_notice:${row.notice_id}` },
  )
}

/** A moderator decided whether residents see the words. Photos go with them. */
export async function setNoticeWords(
  tx: Transaction,
  { communityId, id, state, at }: Omit<WordsChange, 'about'>,
): Promise<void> {
  const row = await lockNotice(tx, communityId, id)
  if (!row || row.words_state === state) return
  const changed = await saveNotice(tx, row, { words_state: state })
  if (state === 'shown' && !row.withdrawn_at) await beginShowing(tx, changed, at)
  else await removeFromSearch(tx, { communityId, entryId: id })
}
