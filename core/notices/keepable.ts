import type { NoticeView } from './contract'

/** What of a notice may stay on a phone to be read without a network: as residents see it, without its acts. */
export function keepableNotice(notice: NoticeView): NoticeView | undefined {
  if (notice.withdrawn || notice.wordsState !== 'shown') return undefined
  return { ...notice, acts: [], counts: null }
}
