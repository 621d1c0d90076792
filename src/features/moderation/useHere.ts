import { currentCommunity, knownMe } from '@/platform/me'
import { usePageQuery } from '@/platform/navigation'

/** The community a page is about: the one it was opened for, else the one the reader is in; undefined when in none. */
export function useHere(): {
  query: Record<string, string | undefined>
  find: () => Promise<string | undefined>
} {
  const query: Record<string, string | undefined> = usePageQuery()
  return { query, find: async () => query.communityId ?? currentCommunity(await knownMe())?.communityId }
}
