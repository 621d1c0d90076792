import type { WordsState } from '#core/moderation'
import { wordsAreChecked } from '#core/notices'
import { forgetTitle } from '#server/inbox/index'
import type { WordsChange } from '#server/moderation/index'
import { indexForSearch, removeFromSearch } from '#server/search/index'
import { enqueue } from '#server/platform/jobs/index'
import type { Transaction } from '#server/platform/db/index'
import { pinWhen, unlessPinTaken } from './pins'
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

/** The community's own word is shown or hidden; it doesn't wait for anybody's phone. */
function stateOf({ role }: NoticeRow, state: WordsState): WordsState {
  return state === 'staff_only' && !wordsAreChecked(role) ? 'shown' : state
}

/** A moderator decided whether residents see the words. Photos go with them, and its place on top. */
export async function setNoticeWords(
  tx: Transaction,
  { communityId, id, state: decided, at }: Omit<WordsChange, 'about'>,
): Promise<void> {
  const row = await lockNotice(tx, communityId, id)
  if (!row) return
  const state = stateOf(row, decided)
  if (row.words_state === state) return
  const pin = await pinWhen(tx, row, state, at)
  const changed = await unlessPinTaken(() => saveNotice(tx, row, { words_state: state, ...pin }))
  if (state === 'shown' && !row.withdrawn_at) await beginShowing(tx, changed, at)
  else await stopShowing(tx, changed)
}

/** From now on residents don't: it isn't found, and what was told of it names it no more. */
export async function stopShowing(tx: Transaction, row: NoticeRow): Promise<void> {
  const { community_id: communityId, notice_id: noticeId, author_id: authorId } = row
  await removeFromSearch(tx, { communityId, entryId: noticeId })
  const subject = { kind: 'notice', id: noticeId } as const
  await forgetTitle(tx, { communityId, subject, exceptPersonId: authorId })
}
