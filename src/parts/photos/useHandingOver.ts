import { useCallback, useEffect, useRef, useState } from 'react'
import { ReadableError } from '@/platform/readable-error'
import { isLost, type KeptPhoto, type PickedPhoto } from './kept-photos'
import { PHOTO_WORDS } from './words'

/** A photo as it goes along with the words: sent already, or with its file and the key under which it is sent. */
export type HandedPhoto = KeptPhoto & { key?: string }

interface Waiter {
  resolve: (photos: HandedPhoto[]) => void
  reject: (error: Error) => void
}

export interface HandingOver {
  /** Nothing more is begun here: the words take the rest along. */
  paused: boolean
  handOver: () => Promise<HandedPhoto[]>
  resume: () => void
}

/** Hands photos over to what sends the words: the one on its way is waited for, what has not begun goes along. */
export function useHandingOver(items: readonly PickedPhoto[]): HandingOver {
  const [paused, setPaused] = useState(false)
  const waiters = useRef<Waiter[]>([])
  const latest = useRef(items)
  const settle = useCallback(() => {
    const { current } = latest
    if (current.some(({ state }) => state === 'sending')) return
    const all = waiters.current
    waiters.current = []
    for (const { resolve, reject } of all)
      if (current.some(isLost)) reject(new ReadableError(PHOTO_WORDS.lost, 'photoIds'))
      else resolve(current.map(handedOf))
  }, [])
  useEffect(() => {
    latest.current = items
    settle()
  }, [items, settle])
  const handOver = useCallback(
    () =>
      new Promise<HandedPhoto[]>((resolve, reject) => {
        setPaused(true)
        waiters.current.push({ resolve, reject })
        settle()
      }),
    [settle],
  )
  const resume = useCallback(() => setPaused(false), [])
  return { paused, handOver, resume }
}

function handedOf({ id, file, sent, key }: PickedPhoto): HandedPhoto {
  return {
    id,
    ...(file === undefined ? {} : { file }),
    ...(sent ? { sent } : {}),
    ...(key === undefined ? {} : { key }),
  }
}
