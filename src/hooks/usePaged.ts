import { useCallback, useEffect, useMemo, useRef, useState, type DependencyList } from 'react'
import { callEndpoint } from '../platform/call-endpoint'
import { sentenceOf } from '../platform/readable-error'
import type { Read } from '../platform/reading'
import { useLoad, type Loaded } from './useLoad'

/** One page of a keyset list, as the server answers it. */
export interface Page<T> {
  items: T[]
  nextCursor?: string | null
}

export interface More {
  has: boolean
  busy: boolean
  /** Why the last attempt failed; `load` tries again. */
  message?: string
  load: () => void
}

/** Loads one page. `read` keeps the first one for a time without network; the others are asked for as ever. */
export type LoadPage<P> = (cursor: string | undefined, read: Read) => Promise<P>

export type ItemOf<P extends Page<unknown>> = P['items'][number]

export interface Paged<P extends Page<unknown>> {
  /** For FourFaces: all items so far. */
  state: Loaded<ItemOf<P>[]>
  /** The first page as it was answered, with what came beside its items. */
  first?: P
  more: More
}

/** What came after a first page. It belongs to that page only: with another first page it is forgotten. */
interface Rest<P extends Page<unknown>> {
  after: P | undefined
  items: ItemOf<P>[]
  cursor: string | undefined
  busy: boolean
  message?: string
}

const NOTHING = { items: [], cursor: undefined, busy: false }

/**
 * A list that is loaded page by page. When `deps` change it starts over with the first page; a refresh brings as much
 * as is shown, so that nobody loses their place. A first page that is `given` is not asked for.
 */
export function usePaged<P extends Page<unknown>>(
  loadPage: LoadPage<P>,
  deps: DependencyList,
  given?: P,
): Paged<P> {
  const wanted = useRef(0)
  const first = useLoad((read) => loadAtLeast(wanted.current, loadPage, read), deps, given)
  const page = first.status === 'ready' ? first.data : undefined
  const [kept, setKept] = useState<Rest<P>>({ after: undefined, ...NOTHING })
  const rest = restOf(kept, page)
  const latest = useRef({ loadPage, page, rest })
  useEffect(() => {
    latest.current = { loadPage, page, rest }
  })
  const asking = useRef<P>()

  const load = useCallback(async () => {
    const { loadPage: ask, page: after, rest: before } = latest.current
    // State is too slow for two calls in a row.
    if (after === undefined || before.cursor === undefined || asking.current === after) return
    asking.current = after
    setKept({ ...before, busy: true, message: undefined })
    const next = await nextOf(ask, before.cursor)
    if (asking.current === after) asking.current = undefined
    if (latest.current.page !== after) return
    setKept({
      after,
      items: [...before.items, ...next.items],
      cursor: next.cursor,
      busy: false,
      message: next.message,
    })
  }, [])

  const items = useMemo<ItemOf<P>[]>(() => [...(page?.items ?? []), ...rest.items], [page, rest.items])
  const more = {
    has: rest.cursor !== undefined,
    busy: rest.busy,
    message: rest.message,
    load: () => void load(),
  }
  const { refresh: loadAgain } = first
  const shown = items.length
  const refresh = useCallback(() => {
    wanted.current = shown
    const loading = loadAgain()
    wanted.current = 0
    return loading
  }, [loadAgain, shown])
  const replace = (all: ItemOf<P>[]) => {
    if (page !== undefined) first.replace({ ...page, items: all, nextCursor: rest.cursor })
  }
  return {
    state:
      first.status === 'ready' ? { ...first, data: items, replace, refresh } : { ...first, replace, refresh },
    first: page,
    more,
  }
}

function restOf<P extends Page<unknown>>(kept: Rest<P>, page: P | undefined): Rest<P> {
  if (page !== undefined && kept.after === page) return kept
  return { after: page, ...NOTHING, cursor: page?.nextCursor ?? undefined }
}

/** The first page, and as many of the next as it takes. */
async function loadAtLeast<P extends Page<unknown>>(
  count: number,
  loadPage: LoadPage<P>,
  read: Read,
): Promise<P> {
  let all = await loadPage(undefined, read)
  while (all.items.length < count && all.nextCursor) {
    const next = await loadPage(all.nextCursor, callEndpoint)
    all = { ...all, items: [...all.items, ...next.items], nextCursor: next.nextCursor }
  }
  return all
}

async function nextOf<P extends Page<unknown>>(loadPage: LoadPage<P>, cursor: string) {
  try {
    const next = await loadPage(cursor, callEndpoint)
    return { items: next.items, cursor: next.nextCursor ?? undefined }
  } catch (error) {
    return { items: [], cursor, message: sentenceOf(error) }
  }
}
