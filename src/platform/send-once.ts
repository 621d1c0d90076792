import { z } from 'zod/mini'
import { forget, readStored, store } from './storage'
import { ReadableError } from './readable-error'

const keptAttempt = z.object({ body: z.string(), key: z.string() })

/**
 * Sends so that it happens once, also when the page or the app was closed in between: as long as it is not known
 * whether it arrived, the same words go out with the same idempotency key.
 */
export async function sendOnce<R>(
  name: string,
  input: unknown,
  freshKey: string,
  send: (key: string) => Promise<R>,
): Promise<R> {
  const body = JSON.stringify(input)
  const kept = readStored(name, (value) => keptAttempt.safeParse(value).data)
  const key = kept?.body === body ? kept.key : freshKey
  store(name, { body, key })
  try {
    const answer = await send(key)
    forget(name)
    return answer
  } catch (error) {
    if (error instanceof ReadableError && !error.outcomeUnknown) forget(name)
    throw error
  }
}
