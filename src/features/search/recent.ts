import { forget, readStored, store } from '@/platform/storage'

/** Kept on this phone only, for each person who uses it; the server keeps no record of what anybody looked for. */
const keyOf = (personId: string): string => `searches:${personId}`
const KEPT = 6

/** What this person looked for on this phone, the latest first. */
export function recentSearches(personId: string): string[] {
  return readStored(keyOf(personId), asTexts) ?? []
}

/** Remembers a search, once. */
export function rememberSearch(personId: string, query: string): string[] {
  const all = [query, ...recentSearches(personId).filter((one) => one !== query)].slice(0, KEPT)
  store(keyOf(personId), all)
  return all
}

/** Forgets them all. */
export function forgetSearches(personId: string): void {
  forget(keyOf(personId))
}

function asTexts(kept: unknown): string[] | undefined {
  return Array.isArray(kept) && kept.every((one) => typeof one === 'string') ? kept : undefined
}
