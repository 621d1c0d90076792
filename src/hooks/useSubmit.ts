import { useCallback, useEffect, useRef, useState } from 'react'
import { randomId } from '../platform/random-id'
import { ReadableError, sentenceOf } from '../platform/readable-error'

export interface Failure {
  message: string
  /** The field of the form it is about. */
  field?: string
  /** Sends the same once more, under the same key; left out where another try would only be refused again. */
  again?: () => void
}

export interface Submit<I> {
  /** Sends; does nothing while it is busy. True if it worked. */
  submit: (input: I) => Promise<boolean>
  busy: boolean
  failure?: Failure
  /** Takes the failure away, when the reader changes something. */
  clear: () => void
}

interface Attempt {
  body: string
  key: string
}

/**
 * Sends a form or an act once. The idempotency key belongs to the attempt: when it is not known whether the act
 * happened (no network, server down) the same input goes out again with the same key, so that it happens once.
 * A refusal, a success or another input ends the attempt.
 *
 * `onDone` is for the page: it is not called when the page was left meanwhile. What a success means beyond the page
 * (a draft is forgotten) belongs into `send`.
 */
export function useSubmit<I, R>(
  send: (input: I, idempotencyKey: string) => Promise<R>,
  onDone?: (result: R, input: I) => void,
): Submit<I> {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const sending = useRef(false)
  const attempt = useRef<Attempt>()
  const here = useRef(true)
  const latest = useRef({ send, onDone })
  useEffect(() => {
    latest.current = { send, onDone }
  })
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])

  const again = useRef<(input: I) => Promise<boolean>>()
  const submit = useCallback(async (input: I): Promise<boolean> => {
    // State is too slow for two presses in a row.
    if (sending.current) return false
    sending.current = true
    setBusy(true)
    setFailure(undefined)
    try {
      attempt.current = await attemptFor(input, attempt.current)
      const result = await latest.current.send(input, attempt.current.key)
      attempt.current = undefined
      if (here.current) latest.current.onDone?.(result, input)
      return true
    } catch (error) {
      if (!outcomeUnknown(error)) attempt.current = undefined
      if (here.current)
        setFailure({
          message: sentenceOf(error),
          field: fieldOf(error),
          ...(outcomeUnknown(error) ? { again: () => void again.current?.(input) } : {}),
        })
      return false
    } finally {
      sending.current = false
      if (here.current) setBusy(false)
    }
  }, [])

  useEffect(() => {
    again.current = submit
  })

  const clear = useCallback(() => setFailure(undefined), [])
  return { submit, busy, failure, clear }
}

async function attemptFor(input: unknown, before: Attempt | undefined): Promise<Attempt> {
  const body = JSON.stringify(input ?? null)
  return before?.body === body ? before : { body, key: await randomId() }
}

/** What is not one of our answers tells nothing about the outcome. */
function outcomeUnknown(error: unknown): boolean {
  return error instanceof ReadableError ? error.outcomeUnknown : true
}

function fieldOf(error: unknown): string | undefined {
  return error instanceof ReadableError ? error.field : undefined
}
