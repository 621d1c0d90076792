import { useCallback, useEffect, useRef, useState } from 'react'
import { forget, readStored, store } from '../platform/storage'

/** Typing is not interrupted by the phone's storage. */
const PAUSE_MS = 300

export interface Draft<T> {
  value: T
  change: (part: Partial<T>) => void
  /** Forgets what was kept: it has been sent. */
  drop: () => void
}

/** What is being written, kept on this phone until it is sent. `parse` says which kept values are still understood. */
export function useDraft<T extends object>(
  key: string,
  initial: T,
  parse: (kept: unknown) => Partial<T> | undefined,
): Draft<T> {
  const [value, setValue] = useState<T>(() => ({ ...initial, ...readStored(key, parse) }))
  const latest = useRef(value)
  const unsaved = useRef<T>()
  const dropped = useRef(false)

  const save = useCallback(() => {
    if (unsaved.current && !dropped.current) store(key, unsaved.current)
    unsaved.current = undefined
  }, [key])
  useEffect(() => {
    const saving = setTimeout(save, PAUSE_MS)
    return () => clearTimeout(saving)
  }, [value, save])
  useEffect(() => save, [save])

  const change = useCallback((part: Partial<T>) => {
    latest.current = { ...latest.current, ...part }
    unsaved.current = latest.current
    setValue(latest.current)
  }, [])
  const drop = useCallback(() => {
    dropped.current = true
    forget(key)
  }, [key])
  return { value, change, drop }
}
