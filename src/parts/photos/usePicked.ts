import { useCallback, useEffect, useRef, useState } from 'react'
import { PHOTOS_PER_THING } from '#core/photos'
import { dropPhoto, keepPhoto } from '@/platform/photo-files'
import { isLost, pickedFrom, type KeptPhoto, type PickedPhoto } from './kept-photos'

export interface Picked {
  items: readonly PickedPhoto[]
  patch: (id: string, part: Partial<PickedPhoto>) => void
  /** A photo that was looked over joins the others, as far as there is room. */
  join: (file: string) => void
  remove: (id: string) => void
  retry: (id: string) => void
  /** They are gone from here, and kept on the phone. */
  empty: () => void
  /** Nothing of them is kept any more. Works also after the form was left. */
  clear: () => void
}

/** The photos in the picker, and their files on this phone. `kept` is read once. */
export function usePicked(kept: readonly KeptPhoto[]): Picked {
  const [items, setItems] = useState<PickedPhoto[]>(() => pickedFrom(kept, Date.now()))
  const latest = useRef(items)
  useEffect(() => {
    latest.current = items
  })
  const patch = useCallback((id: string, part: Partial<PickedPhoto>) => {
    setItems((now) => now.map((one) => (one.id === id ? { ...one, ...part } : one)))
  }, [])
  const join = useCallback((file: string) => {
    void picked(file).then((photo) => setItems((now) => [...now, photo].slice(0, PHOTOS_PER_THING)))
  }, [])
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
  const empty = useCallback(() => setItems([]), [])
  const clear = useCallback(() => {
    // Not inside `setItems`: nothing is drawn any more when the form was left while it was sent.
    latest.current.forEach(forget)
    setItems([])
  }, [])
  return { items, patch, join, remove, retry, empty, clear }
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
