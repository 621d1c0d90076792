import { useCallback, useEffect, useRef, useState, type DependencyList } from 'react'
import { ApiError } from '../platform/call-endpoint'
import { toast } from '../platform/feedback'
import { onBackOnline } from '../platform/network'
import { ReadableError, sentenceOf } from '../platform/readable-error'
import { startReading, type Read } from '../platform/reading'

interface Loadable {
  /** Loads once more: from the start, showing the skeleton, or behind what is shown already. */
  retry: () => void
  /** The reader asked for it once more, behind what is shown. */
  retrying?: boolean
}

/** How old what is shown is, in ms since 1970; left out as long as it is what the server says. */
interface Aged {
  keptAt?: number
}

export type LoadState<T> =
  | (Loadable & { status: 'loading' })
  | (Loadable & { status: 'error'; message: string; gone?: boolean })
  | (Loadable & Aged & { status: 'ready'; data: T })

export type Loaded<T> = LoadState<T> & {
  /** Loads once more behind what is shown; a failure leaves it as it is. True if it worked. */
  refresh: () => Promise<boolean>
  /** Puts in what an act has just answered. */
  replace: (data: T) => void
}

const STILL_AWAY = '还是没连上，请过一会儿再试'

type Face<T> =
  | { status: 'loading' }
  /** `gone`: there is no such thing for this reader, so asking again leads nowhere. */
  | { status: 'error'; message: string; gone: boolean }
  | (Aged & { status: 'ready'; data: T; loadedAt: number })

/**
 * Loads at the first drawing and whenever `deps` change. An answer that comes after a newer question, or after the
 * page is gone, is dropped. What is loaded with `read` is kept on this phone and shown with its age where the server
 * can't be reached; as soon as it can, it is loaded again. What is `given` at the first drawing is not asked for then.
 */
export function useLoad<T>(loader: (read: Read) => Promise<T>, deps: DependencyList, given?: T): Loaded<T> {
  const [face, setFace] = useState<Face<T>>(() =>
    given === undefined ? { status: 'loading' } : { status: 'ready', data: given, loadedAt: Date.now() },
  )
  const isGiven = useRef(given !== undefined)
  const newest = useRef(0)
  const latestLoader = useRef(loader)
  useEffect(() => {
    latestLoader.current = loader
  })

  const load = useCallback(async (quietly: boolean): Promise<boolean> => {
    const mine = ++newest.current
    const reading = startReading()
    if (!quietly) setFace({ status: 'loading' })
    try {
      const data = await latestLoader.current(reading.read)
      const keptAt = reading.keptAt()
      if (mine === newest.current) setFace((now) => newestOf(now, { data, keptAt }))
      return keptAt === undefined
    } catch (error) {
      if (mine === newest.current)
        setFace((now) => (quietly && now.status === 'ready' ? afterFailure(now, error) : failedBy(error)))
      return false
    }
  }, [])

  useEffect(() => {
    const asked = newest
    if (!isGiven.current) void load(false)
    // With other `deps` it is another thing.
    isGiven.current = false
    return () => {
      asked.current++
    }
    // The caller names what the loader depends on, as with useEffect.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, deps)

  const isShown = face.status === 'ready'
  const isAged = isShown && face.keptAt !== undefined
  const [retrying, setRetrying] = useState(false)
  const retry = useCallback(() => {
    if (!isShown) return void load(false)
    setRetrying(true)
    void load(true).then((worked) => {
      setRetrying(false)
      if (!worked) toast(STILL_AWAY)
    })
  }, [load, isShown])
  const refresh = useCallback(() => load(true), [load])
  useEffect(() => (isAged ? onBackOnline(() => void refresh()) : undefined), [isAged, refresh])
  const replace = useCallback((data: T) => {
    newest.current++
    setFace({ status: 'ready', data, loadedAt: Date.now() })
  }, [])
  return { ...withoutTime(face), retry, retrying, refresh, replace }
}

type Ready<T> = Extract<Face<T>, { status: 'ready' }>

/** What the page shows already is younger than what the phone has kept; it is only as old as it is. */
function newestOf<T>(now: Face<T>, { data, keptAt }: { data: T; keptAt: number | undefined }): Face<T> {
  if (keptAt === undefined) return { status: 'ready', data, loadedAt: Date.now() }
  return now.status === 'ready' ? agedOf(now) : { status: 'ready', data, loadedAt: keptAt, keptAt }
}

/** A refresh that fails keeps what the reader sees; where the server was not reached, with its age. */
function afterFailure<T>(now: Ready<T>, error: unknown): Face<T> {
  return error instanceof ReadableError && error.outcomeUnknown ? agedOf(now) : now
}

const agedOf = <T>(now: Ready<T>): Face<T> => ({ ...now, keptAt: now.loadedAt })

const NOT_FOUND = 404

const failedBy = (error: unknown): Face<never> => ({
  status: 'error',
  message: sentenceOf(error),
  gone: error instanceof ApiError && error.status === NOT_FOUND,
})

function withoutTime<T>(face: Face<T>) {
  if (face.status !== 'ready') return face
  const { data, keptAt } = face
  return { status: face.status, data, ...(keptAt === undefined ? {} : { keptAt }) }
}
