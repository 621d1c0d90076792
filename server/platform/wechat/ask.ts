import { z } from 'zod/mini'
import { DomainError } from '#core/errors'

/** How long WeChat may take to answer, in milliseconds. */
const TIMEOUT_MS = 5_000

/** One question to WeChat; with a body it is a POST. Throws WECHAT_BUSY for whatever is no answer of this shape. */
export async function askWechat<Schema extends z.ZodMiniType>(
  url: string,
  answer: Schema,
  body?: object,
): Promise<z.output<Schema>> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    return z.parse(answer, await response.json())
  } catch {
    // The address or the body carries a secret: the error is not passed on, so that it can reach no log.
    throw new DomainError('WECHAT_BUSY')
  }
}
