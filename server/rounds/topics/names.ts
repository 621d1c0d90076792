import { neighbourName } from '#core/places'
import type { TopicRow } from './repository'

/** 3号楼的一位住户, or a nickname: what the author of a topic is called. */
export function topicAuthorName({ shown_as, nickname, place_name }: TopicRow): string {
  return shown_as === 'nickname' && nickname ? nickname : neighbourName(place_name)
}

/** What others are told a topic is called, as long as neighbours may read its words. */
export function topicTitleFor(
  { title, words_state, author_id }: Pick<TopicRow, 'title' | 'words_state' | 'author_id'>,
  readerId?: string,
): string {
  return words_state === 'shown' || author_id === readerId ? title : ''
}
