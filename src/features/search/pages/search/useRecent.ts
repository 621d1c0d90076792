import { useEffect, useState } from 'react'
import { usePersonId } from '@/hooks/usePersonId'
import { forgetSearches, recentSearches, rememberSearch } from '../../recent'

export interface Recent {
  /** The latest first; none as long as it isn't known whose they are. */
  queries: readonly string[]
  remember: (query: string) => void
  forget: () => void
}

/** 最近找过: of the person who is signed in, not of the phone. */
export function useRecent(): Recent {
  const personId = usePersonId()
  const [queries, setQueries] = useState<readonly string[]>(() => (personId ? recentSearches(personId) : []))
  useEffect(() => setQueries(personId ? recentSearches(personId) : []), [personId])
  return {
    queries,
    remember: (query) => personId && setQueries(rememberSearch(personId, query)),
    forget: () => {
      if (personId) forgetSearches(personId)
      setQueries([])
    },
  }
}
