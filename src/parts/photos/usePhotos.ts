import { useCallback, useEffect, useRef } from 'react'
import { PHOTOS_PER_THING } from '#core/photos'
import { isWeapp } from '@/platform/device'
import { ReadableError } from '@/platform/readable-error'
import { isLost, keptOf, type KeptPhoto, type PickedPhoto } from './kept-photos'
import { useCovering, type Covering } from './useCovering'
import { useHandingOver, type HandedPhoto } from './useHandingOver'
import { usePicked } from './usePicked'
import { useSending } from './useSending'
import { PHOTO_WORDS } from './words'

export interface PhotosOptions {
  /** Where they go; undefined as long as no place is chosen: then they wait. */
  communityId: string | undefined
  /** Photos of the draft, as `onKept` gave them. Read once. */
  kept?: readonly KeptPhoto[]
  /** Hears of every change: what a draft keeps. */
  onKept?: (kept: KeptPhoto[]) => void
}

export interface Photos {
  items: readonly PickedPhoto[]
  /** The one to be looked over now. */
  toCover?: Covering['toCover']
  add: () => void
  /** The covered (or left) photo joins the others. */
  use: (file: string) => void
  /** It doesn't. */
  skip: () => void
  remove: (id: string) => void
  retry: (id: string) => void
  /**
   * The ids of all photos in their order, as soon as all have arrived; those that failed are tried once more. Throws a
   * sentence for the reader when one could not be sent.
   */
  arrived: () => Promise<string[]>
  /** All photos for what sends the words, with what of them has arrived; nothing more is begun here. */
  handOver: () => Promise<HandedPhoto[]>
  /** The words did not get away: photos are sent here again. */
  takeBack: () => void
  /** They belong to what sends the words: gone from here, and kept on the phone. */
  release: () => void
  /** They were used: nothing of them is kept any more. Works also after the form was left. */
  clear: () => void
}

/** Photos of a form or a reply: chosen, looked over, sent one by one while the person goes on writing. */
export function usePhotos({ communityId, kept = [], onKept }: PhotosOptions): Photos {
  const { items, patch, join, remove, retry, empty, clear } = usePicked(kept)
  const { toCover, choose, next } = useCovering(PHOTOS_PER_THING - items.length)
  const { paused, handOver, resume } = useHandingOver(items)
  useSending(items, paused ? undefined : communityId, patch)
  useKeeping(items, onKept)
  const arrived = useArrived(items, communityId, retry)
  const use = useCallback(
    (file: string) => {
      next()
      join(file)
    },
    [next, join],
  )
  const release = useCallback(() => {
    empty()
    resume()
  }, [empty, resume])
  return {
    items,
    ...(toCover ? { toCover } : {}),
    add: choose,
    use,
    skip: next,
    remove,
    retry,
    arrived,
    handOver,
    takeBack: resume,
    release,
    clear,
  }
}

/** Tells what a draft keeps of them, whenever that is something else. */
function useKeeping(items: readonly PickedPhoto[], onKept: PhotosOptions['onKept']): void {
  const latest = useRef(onKept)
  useEffect(() => {
    latest.current = onKept
  })
  // How far each has come is nothing to keep.
  const kept = JSON.stringify(items.map((item) => keptOf(item, isWeapp)))
  const before = useRef(kept)
  useEffect(() => {
    if (before.current === kept) return
    before.current = kept
    latest.current?.(JSON.parse(kept) as KeptPhoto[])
  }, [kept])
}

interface Waiter {
  resolve: (ids: string[]) => void
  reject: (error: Error) => void
}

/** Answers those who wait as soon as nothing is on its way any more. */
function useArrived(
  items: readonly PickedPhoto[],
  communityId: string | undefined,
  retry: (id: string) => void,
): Photos['arrived'] {
  const waiters = useRef<Waiter[]>([])
  const latest = useRef({ items, communityId })
  const settle = useCallback(() => {
    const outcome = outcomeOf(latest.current.items, latest.current.communityId)
    if (outcome === undefined) return
    const all = waiters.current
    waiters.current = []
    all.forEach(({ resolve, reject }) => (outcome instanceof Error ? reject(outcome) : resolve(outcome)))
  }, [])
  useEffect(() => {
    latest.current = { items, communityId }
    settle()
  }, [items, communityId, settle])
  return useCallback(
    () =>
      new Promise((resolve, reject) => {
        const failed = latest.current.items.filter((item) => item.state === 'failed' && !isLost(item))
        failed.forEach(({ id }) => retry(id))
        waiters.current.push({ resolve, reject })
        if (failed.length === 0) settle()
      }),
    [settle, retry],
  )
}

function outcomeOf(
  items: readonly PickedPhoto[],
  communityId: string | undefined,
): string[] | Error | undefined {
  if (items.some(isLost)) return new ReadableError(PHOTO_WORDS.lost, 'photoIds')
  if (items.some(({ state }) => state === 'failed')) return new ReadableError(PHOTO_WORDS.notSent, 'photoIds')
  const ids = items.flatMap(({ sent, state }) => (sent && state === 'sent' ? [sent.photoId] : []))
  if (ids.length === items.length) return ids
  return communityId === undefined ? new ReadableError(PHOTO_WORDS.noCommunity, 'photoIds') : undefined
}
