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
    const response = await send(url, body)
    return z.parse(answer, await response.json())
  } catch {
    // The address or the body carries a secret: the error is not passed on, so that it can reach no log.
    throw new DomainError('WECHAT_BUSY')
  }
}

const refusal = z.object({ errcode: z.int() })

/** The same where WeChat answers with a picture, or with JSON that says why not. */
export async function askWechatForPicture(
  url: string,
  body: object,
): Promise<{ picture?: Buffer; errcode?: number }> {
  try {
    const response = await send(url, body)
    const type = response.headers.get('content-type') ?? ''
    if (type.startsWith('image/')) return { picture: Buffer.from(await response.arrayBuffer()) }
    return z.parse(refusal, await response.json())
  } catch {
    throw new DomainError('WECHAT_BUSY')
  }
}

function send(url: string, body: object | undefined): Promise<Response> {
  return fetch(url, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
}
