import { forget, readStored, store } from '@/platform/storage'

const KEY = 'searches'
/** Kept on this phone only; the server keeps no record of what anybody looked for. */
const KEPT = 6

/** What was looked for on this phone, the latest first. */
export function recentSearches(): string[] {
  return readStored(KEY, asTexts) ?? []
}

/** Remembers a search, once. */
export function rememberSearch(query: string): string[] {
  const all = [query, ...recentSearches().filter((one) => one !== query)].slice(0, KEPT)
  store(KEY, all)
  return all
}

/** Forgets them all. */
export function forgetSearches(): void {
  forget(KEY)
}

function asTexts(kept: unknown): string[] | undefined {
  return Array.isArray(kept) && kept.every((one) => typeof one === 'string') ? kept : undefined
}
