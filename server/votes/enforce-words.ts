import { DomainError } from '#core/errors'
import type { VoteParts } from './parts'

/** What others read is refused with a phone, a site or anything else in it that neighbours can’t be shown. Throws VOTE_WORDS_REFUSED. */
export function enforceWords(
  { contentCheck }: Pick<VoteParts, 'contentCheck'>,
  text: string | undefined,
  field: string,
): void {
  if (text !== undefined && contentCheck.check(text).verdict !== 'clear')
    throw new DomainError('VOTE_WORDS_REFUSED', field)
}
