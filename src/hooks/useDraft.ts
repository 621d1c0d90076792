import { useCallback, useEffect, useRef, useState } from 'react'
import { forget, readStored, store } from '../platform/storage'

/** Typing is not interrupted by the phone's storage. */
const PAUSE_MS = 300

export interface Draft<T> {
  value: T
  change: (part: Partial<T>) => void
  /** It has been sent: forgets what was kept and begins anew. Works also after the form was left. */
  drop: () => void
}

type Parse<T> = (kept: unknown) => Partial<T> | undefined

interface Held<T> {
  key: string | undefined
  value: T
  changed: boolean
}

/** All forms that are open: one may have been left while it sent, and opened once more. */
const openForms = new Set<(dropped: string | undefined, sent: string) => void>()

/**
 * What is being written, kept on this phone until it is sent. `parse` says which kept values are still understood.
 * Without a key (it isn't known yet whose it is) it waits for one; another key is another draft.
 */
export function useDraft<T extends object>(key: string | undefined, initial: T, parse: Parse<T>): Draft<T> {
  const [kept, setHeld] = useState<Held<T>>(() => opened(key, initial, parse))
  const held = kept.key === key ? kept : movedOn(kept, key, initial, parse)
  if (kept !== held) setHeld(held)
  const latest = useRef({ held, initial })
  const unsaved = useRef(false)

  const save = useCallback(() => {
    const { held: now, initial: empty } = latest.current
    if (!unsaved.current || now.key === undefined) return
    unsaved.current = false
    if (textOf(now.value) === textOf(empty)) forget(now.key)
    else store(now.key, now.value)
  }, [])
  // Before `latest` is another draft.
  useEffect(() => save, [key, save])
  useEffect(() => {
    latest.current = { held, initial }
  })
  useEffect(() => {
    const saving = setTimeout(save, PAUSE_MS)
    return () => clearTimeout(saving)
  }, [held, save])

  const put = useCallback((next: Held<T>, isUnsaved: boolean) => {
    latest.current.held = next
    unsaved.current = isUnsaved
    setHeld(next)
  }, [])
  const change = useCallback(
    (part: Partial<T>) => {
      const { held: now } = latest.current
      put({ ...now, value: { ...now.value, ...part }, changed: true }, true)
    },
    [put],
  )
  useEffect(() => {
    const hear = (dropped: string | undefined, sent: string) => {
      const { held: now, initial: empty } = latest.current
      if (dropped !== now.key) return
      // What somebody has gone on writing is another one.
      if (textOf(now.value) !== sent) unsaved.current = true
      else put({ ...now, value: empty, changed: false }, false)
    }
    openForms.add(hear)
    return () => void openForms.delete(hear)
  }, [put])
  const drop = useCallback(() => {
    const sent = textOf(latest.current.held.value)
    if (key !== undefined) forget(key)
    openForms.forEach((hear) => hear(key, sent))
  }, [key])
  return { value: held.value, change, drop }
}

const textOf = (value: unknown): string => JSON.stringify(value)

function opened<T>(key: string | undefined, initial: T, parse: Parse<T>): Held<T> {
  const kept = key === undefined ? undefined : readStored(key, parse)
  return { key, value: { ...initial, ...kept }, changed: false }
}

/** What was written before it was known whose it is goes along. */
function movedOn<T>(before: Held<T>, key: string | undefined, initial: T, parse: Parse<T>): Held<T> {
  return before.key === undefined && before.changed ? { ...before, key } : opened(key, initial, parse)
}
