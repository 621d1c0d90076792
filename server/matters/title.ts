import { serviceOf } from '#core/matters'
import type { StoredMatter } from './repository'

/** Neighbours see what it is about, until the reporter's words may be shown (docs/adr/0006). */
export function titleFor(row: Pick<StoredMatter, 'title' | 'service_code'>, wordsShown: boolean): string {
  return wordsShown ? row.title : `${serviceOf(row.service_code)?.name ?? ''}的事`
}
