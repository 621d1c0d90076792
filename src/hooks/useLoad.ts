import { useCallback, useEffect, useRef, useState, type DependencyList } from 'react'
import { sentenceOf } from '../platform/readable-error'

interface Loadable {
  /** Loads once more from the start, showing the skeleton. */
  retry: () => void
}

export type LoadState<T> =
  | (Loadable & { status: 'loading' })
  | (Loadable & { status: 'error'; message: string })
  | (Loadable & { status: 'ready'; data: T })

export type Loaded<T> = LoadState<T> & {
  /** Loads once more behind what is shown; a failure leaves it as it is. True if it worked. */
  refresh: () => Promise<boolean>
  /** Puts in what an act has just answered. */
  replace: (data: T) => void
}

type Face<T> = { status: 'loading' } | { status: 'error'; message: string } | { status: 'ready'; data: T }

/**
 * Loads at the first drawing and whenever `deps` change. An answer that comes after a newer question, or after the
 * page is gone, is dropped.
 */
export function useLoad<T>(loader: () => Promise<T>, deps: DependencyList): Loaded<T> {
  const [face, setFace] = useState<Face<T>>({ status: 'loading' })
  const newest = useRef(0)
  const latestLoader = useRef(loader)
  useEffect(() => {
    latestLoader.current = loader
  })

  const load = useCallback(async (quietly: boolean): Promise<boolean> => {
    const mine = ++newest.current
    if (!quietly) setFace({ status: 'loading' })
    try {
      const data = await latestLoader.current()
      if (mine === newest.current) setFace({ status: 'ready', data })
      return true
    } catch (error) {
      const message = sentenceOf(error)
      // A refresh that fails keeps what the reader sees; there is nothing to keep behind an error or a skeleton.
      if (mine === newest.current)
        setFace((now) => (quietly && now.status === 'ready' ? now : { status: 'error', message }))
      return false
    }
  }, [])

  useEffect(() => {
    const asked = newest
    void load(false)
    return () => {
      asked.current++
    }
    // The caller names what the loader depends on, as with useEffect.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, deps)

  const retry = useCallback(() => void load(false), [load])
  const refresh = useCallback(() => load(true), [load])
  const replace = useCallback((data: T) => {
    newest.current++
    setFace({ status: 'ready', data })
  }, [])
  return { ...face, retry, refresh, replace }
}
