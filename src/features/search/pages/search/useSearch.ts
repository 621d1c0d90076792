import { useState } from 'react'
import { cleanText } from '#core/contract'
import { searchEndpoint, type FoundItem } from '#core/search'
import { usePaged, type Page } from '@/hooks/usePaged'
import { callEndpoint } from '@/platform/call-endpoint'
import { goTo } from '@/platform/navigation'
import { useReachEnd } from '@/platform/page'
import { ROUTES } from '@/routes'
import { forgetSearches, recentSearches, rememberSearch } from '../../recent'

const NOTHING: Page<FoundItem> = { items: [] }

/** What is typed, what was asked for last, and what was found. */
export function useSearch(communityId: string) {
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const [recent, setRecent] = useState(recentSearches)
  const { state, more } = usePaged<Page<FoundItem>>(
    (cursor) =>
      asked
        ? callEndpoint(searchEndpoint, { params: { communityId }, query: { q: asked, cursor } })
        : Promise.resolve(NOTHING),
    [communityId, asked],
  )
  useReachEnd(more.load)
  const look = (words: string) => {
    const query = cleanText(words)
    setTyped(query)
    setAsked(query)
    if (query) setRecent(rememberSearch(query))
  }
  return {
    typed,
    type: setTyped,
    asked,
    state,
    more,
    recent,
    look,
    forget: () => {
      forgetSearches()
      setRecent([])
    },
    open: ({ subject }: FoundItem) =>
      subject.kind === 'notice'
        ? goTo(ROUTES.notice, { communityId, noticeId: subject.id })
        : goTo(ROUTES.matter, { communityId, matterId: subject.id }),
  }
}
