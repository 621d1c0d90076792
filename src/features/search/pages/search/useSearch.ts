import { useState } from 'react'
import { cleanText } from '#core/contract'
import { searchEndpoint, type FoundItem } from '#core/search'
import { usePaged, type Page } from '@/hooks/usePaged'
import { callEndpoint } from '@/platform/call-endpoint'
import { goTo } from '@/platform/navigation'
import { useReachEnd } from '@/platform/page'
import { ROUTES } from '@/routes'
import { SEARCH } from '../../words'
import { useRecent } from './useRecent'

const NOTHING: Page<FoundItem> = { items: [] }

/** What is typed, what was asked for last, and what was found. */
export function useSearch(communityId: string) {
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const [missing, setMissing] = useState(false)
  const recent = useRecent()
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
    setMissing(!query)
    if (query) recent.remember(query)
  }
  return {
    typed,
    type: (words: string) => {
      setMissing(false)
      setTyped(words)
    },
    missing: missing ? SEARCH.missing : undefined,
    asked,
    state,
    more,
    recent,
    look,
    open: ({ subject }: FoundItem) => openFound(communityId, subject),
  }
}

function openFound(communityId: string, { kind, id }: FoundItem['subject']): void {
  const open: Record<typeof kind, () => void> = {
    matter: () => goTo(ROUTES.matter, { communityId, matterId: id }),
    notice: () => goTo(ROUTES.notice, { communityId, noticeId: id }),
    vote: () => goTo(ROUTES.vote, { communityId, voteId: id }),
    round: () => goTo(ROUTES.round, { communityId, roundId: id }),
    topic: () => goTo(ROUTES.topic, { communityId, topicId: id }),
    wish: () => goTo(ROUTES.wish, { communityId, wishId: id }),
  }
  open[kind]()
}
