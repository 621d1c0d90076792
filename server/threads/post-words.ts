import type { ShownAs } from '#core/matters'
import { A_RESIDENT } from '#core/threads'
import type { StoredPost } from './post-repository'
import type { Asking } from './subjects'

/** How a resident is called: as they chose. */
export function residentName(shownAs: ShownAs, nickname: string | null): string {
  return shownAs === 'nickname' && nickname ? nickname : A_RESIDENT
}

/** How whoever wrote a post is called in the thread. */
export function nameOf(row: StoredPost & { nickname: string | null }): string {
  return row.official_name ?? residentName(row.shown_as, row.nickname)
}

/** Words are read by their author, by who works on the thing, and by neighbours once they are shown; deleted by nobody. */
export function seesWords(
  row: StoredPost,
  { actor }: Pick<Asking, 'actor'>,
  { staff }: { staff: boolean },
): boolean {
  if (row.deleted_at !== null) return false
  return row.author_id === actor.personId || staff || row.words_state === 'shown'
}
