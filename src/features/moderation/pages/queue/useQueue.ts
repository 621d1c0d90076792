import { useState } from 'react'
import { listCasesEndpoint, type CaseItem } from '#core/moderation'
import { usePaged, type Page, type Paged } from '@/hooks/usePaged'
import { useReturn } from '@/hooks/useReturn'
import { ApiError, callEndpoint } from '@/platform/call-endpoint'
import { useWide } from '@/platform/device'
import { goTo } from '@/platform/navigation'
import { sessionToken } from '@/platform/session'
import { ROUTES } from '@/routes'
import { useHere } from '../../useHere'

/** A page of the queue, with whose it is; without a community the reader moderates none. */
export interface QueuePage extends Page<CaseItem> {
  communityId?: string
}

export interface Queue {
  paged: Paged<QueuePage>
  /** The case that is open: beside the list on a wide screen, else on its own page. */
  caseId?: string
  open: (item: CaseItem) => void
  /** The open case was decided. */
  decided: () => void
}

const FORBIDDEN = 403
const NOT_MINE: QueuePage = { items: [], nextCursor: null }
const UNANSWERED = new Promise<never>(() => undefined)

/** 等我看的话, and which of them is open. */
export function useQueue(): Queue {
  const wide = useWide()
  const { query, find } = useHere()
  const [chosen, setChosen] = useState(query.caseId)
  const paged = usePaged<QueuePage>((cursor) => loadPage(find, cursor), [query.communityId])
  useReturn(() => void paged.state.refresh())
  const communityId = paged.first?.communityId
  return {
    paged,
    caseId: chosen,
    open: ({ caseId }) => {
      if (wide) setChosen(caseId)
      else goTo(ROUTES.moderation, { communityId, caseId })
    },
    decided: () => void paged.state.refresh(),
  }
}

async function loadPage(
  find: () => Promise<string | undefined>,
  cursor: string | undefined,
): Promise<QueuePage> {
  // Signed out, the page is on its way to the sign-in page.
  if (!sessionToken()) return UNANSWERED
  const communityId = await find()
  if (communityId === undefined) return NOT_MINE
  try {
    const page = await callEndpoint(listCasesEndpoint, { params: { communityId }, query: { cursor } })
    return { ...page, communityId }
  } catch (error) {
    if (error instanceof ApiError && error.status === FORBIDDEN) return NOT_MINE
    throw error
  }
}
