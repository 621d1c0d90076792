import { wishKindName } from '#core/wishes'
import type { StoredWish } from './repository'

/** What a message calls a wish: by its title for its author, and for others as long as its words are shown; else by its kind. */
export function titleFor(
  row: Pick<StoredWish, 'title' | 'kind' | 'words_state' | 'author_id'>,
  readerId: string,
): string {
  return row.words_state === 'shown' || row.author_id === readerId
    ? row.title
    : `心愿（${wishKindName(row.kind)}）`
}
