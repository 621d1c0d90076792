import { useState } from 'react'
import {
  listWishesEndpoint,
  listWishOriginsEndpoint,
  type WishItem,
  type WishKind,
  type WishList,
  type WishOrigin,
} from '#core/wishes'
import { usePaged, type Page, type Paged } from '@/hooks/usePaged'
import { useReturn } from '@/hooks/useReturn'
import { ApiError, callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { currentCommunity, knownMe } from '@/platform/me'
import { usePageQuery } from '@/platform/navigation'
import { usePullDown, useReachEnd } from '@/platform/page'
import { sessionToken } from '@/platform/session'
import { LIST_WORDS } from '../../words'

export type Scopes = WishOrigin['scopes']
type Counts = Record<WishList, number>

/** What stays while another list is loaded. */
export interface Head {
  communityId?: string
  scopes: Scopes
  placeId?: string
  counts?: Counts
}

interface WishPage extends Page<WishItem> {
  lately: WishItem[]
  /** At home nowhere here yet, and in nothing else that reads wishes. */
  stranger?: true
}

const NOT_YET: WishPage = { items: [], lately: [], stranger: true }

export interface Wishes {
  paged: Paged<WishPage>
  head: Head
  /** The place that is looked at, also while its list is on the way. */
  placeId?: string
  list: WishList
  kind?: WishKind
  lookAt: (placeId: string) => void
  choose: (list: WishList) => void
  filter: (kind: WishKind | undefined) => void
}

const UNANSWERED = new Promise<never>(() => undefined)

/** 心愿 of a place, list and kind. Two requests at most, and one for every change; fresh when the reader comes back. */
export function useWishes(): Wishes {
  const query = usePageQuery()
  const [list, choose] = useState<WishList>('waiting')
  const [kind, filter] = useState<WishKind>()
  const [placeId, lookAt] = useState(query.placeId)
  const [head, setHead] = useState<Head>({ scopes: [] })
  const load = async (cursor?: string): Promise<WishPage> => {
    // Signed out, the page is on its way to the sign-in page.
    if (!sessionToken()) return UNANSWERED
    const communityId = query.communityId ?? currentCommunity(await knownMe())?.communityId
    if (communityId === undefined) return NOT_YET
    const params = { communityId }
    const ask = (at?: string) =>
      callEndpoint(listWishesEndpoint, { params, query: { list, placeId: at, kind, cursor } })
    const known = head.communityId === communityId ? head : undefined
    const answer = await unlessStranger(
      withScopes(known?.scopes, placeId ?? known?.placeId, communityId, ask),
    )
    if (!answer) return NOT_YET
    const [scopes, page] = answer
    if (page.counts)
      setHead({ communityId, scopes, placeId: placeId ?? widestOwn(scopes), counts: page.counts })
    return { ...page, lately: page.lately ?? [] }
  }
  const paged = usePaged(load, [query.communityId, placeId, list, kind])
  useReturn(() => void paged.state.refresh())
  useReachEnd(paged.more.load)
  usePullDown(async () => {
    if (!(await paged.state.refresh())) toast(LIST_WORDS.notRefreshed)
  })
  return { paged, head, placeId: placeId ?? head.placeId, list, kind, lookAt, choose, filter }
}

/** What the server answers; undefined where it is for who lives here, and the reader doesn’t yet. */
async function unlessStranger<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ApiError && error.code === 'NOT_ALLOWED') return undefined
    throw error
  }
}

/** The list, and the places to choose from: side by side where it is known already which place. */
async function withScopes<P>(
  known: Scopes | undefined,
  placeId: string | undefined,
  communityId: string,
  ask: (placeId?: string) => Promise<P>,
): Promise<[Scopes, P]> {
  if (known) return [known, await ask(placeId)]
  const scopes = loadScopes(communityId)
  if (placeId !== undefined) return Promise.all([scopes, ask(placeId)])
  const loaded = await scopes
  return [loaded, await ask(widestOwn(loaded))]
}

async function loadScopes(communityId: string): Promise<Scopes> {
  const { items } = await callEndpoint(listWishOriginsEndpoint, { params: { communityId }, query: {} })
  return (items.find(({ home }) => home) ?? items[0])?.scopes ?? []
}

/** One's own estate: most of what one can help with is there; else whatever there is. */
function widestOwn(scopes: Scopes): string | undefined {
  return (scopes.find(({ scope }) => scope === 'estate') ?? scopes[0])?.placeId
}
