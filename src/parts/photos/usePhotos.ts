import { useCallback, useEffect, useRef, useState } from 'react'
import { PHOTOS_PER_THING } from '#core/photos'
import { choosePhotos } from '@/platform/choose-photos'
import { isWeapp } from '@/platform/device'
import { toast } from '@/platform/feedback'
import { dropPhoto, keepPhoto } from '@/platform/photo-files'
import { ReadableError, sentenceOf } from '@/platform/readable-error'
import { isLost, keptOf, pickedFrom, type KeptPhoto, type PickedPhoto } from './kept-photos'
import { useHandingOver, type HandedPhoto } from './useHandingOver'
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

/** Photos that are chosen and not yet looked over. */
interface ToCover {
  files: string[]
  number: number
  of: number
}

export interface Photos {
  items: readonly PickedPhoto[]
  /** The one to be looked over now. */
  toCover?: { file: string; number: number; of: number }
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
  const [items, setItems] = useState<PickedPhoto[]>(() => pickedFrom(kept, Date.now()))
  const [covering, setCovering] = useState<ToCover>()
  const patch = useCallback((id: string, part: Partial<PickedPhoto>) => {
    setItems((now) => now.map((one) => (one.id === id ? { ...one, ...part } : one)))
  }, [])
  const latest = useRef(items)
  useEffect(() => {
    latest.current = items
  })
  const { paused, handOver, resume } = useHandingOver(items)
  useSending(items, paused ? undefined : communityId, patch)
  useKeeping(items, onKept)

  const room = PHOTOS_PER_THING - items.length
  const add = useCallback(() => {
    choosePhotos(room)
      .then((files) => files.length > 0 && setCovering({ files, number: 1, of: files.length }))
      .catch((error: unknown) => toast(sentenceOf(error)))
  }, [room])
  const next = useCallback(() => {
    setCovering((now) => {
      const files = now?.files.slice(1) ?? []
      return now && files.length > 0 ? { ...now, files, number: now.number + 1 } : undefined
    })
  }, [])
  const use = useCallback(
    (file: string) => {
      next()
      void picked(file).then((photo) => setItems((now) => [...now, photo].slice(0, PHOTOS_PER_THING)))
    },
    [next],
  )
  const remove = useCallback((id: string) => {
    setItems((now) => {
      now.filter((one) => one.id === id).forEach(forget)
      return now.filter((one) => one.id !== id)
    })
  }, [])
  const retry = useCallback(
    (id: string) =>
      setItems((now) =>
        now.map((one) => (one.id === id && !isLost(one) ? { ...one, state: 'waiting', percent: 0 } : one)),
      ),
    [],
  )
  const arrived = useArrived(items, communityId, retry)
  const clear = useCallback(() => {
    // Not inside `setItems`: nothing is drawn any more when the form was left while it was sent.
    latest.current.forEach(forget)
    setItems([])
  }, [])
  const release = useCallback(() => {
    setItems([])
    resume()
  }, [resume])
  const [file] = covering?.files ?? []
  const toCover =
    covering && file !== undefined ? { file, number: covering.number, of: covering.of } : undefined
  return {
    items,
    ...(toCover ? { toCover } : {}),
    add,
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

let made = 0

async function picked(file: string): Promise<PickedPhoto> {
  made += 1
  const here = (await keepPhoto(file)) ?? file
  return { id: `${Date.now()}-${made}`, file: here, state: 'waiting', percent: 0, shown: here }
}

function forget({ file }: PickedPhoto): void {
  if (file !== undefined) dropPhoto(file)
}

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
