import Taro from '@tarojs/taro'
import type { AnswerOf, Endpoint, InputOf } from '#core/contract'
import { answerOf, fillIn, headersOf } from './call-endpoint'
import { NetworkError } from './readable-error'
import { onServer, parsed, type HttpAnswer } from './request'
import { sessionToken } from './session'

/** WeChat gives up after a minute as well. */
const TIMEOUT_MS = 60_000

/** One file on its way to an endpoint that takes one. */
export interface UploadInput<E extends Endpoint> {
  params: InputOf<E['params']>
  /** Where it lies on this phone. */
  file: string
  /** The Idempotency-Key: the same file goes out again under the same one. */
  key: string
  /** 0 to 100, now and then. */
  onProgress?: (percent: number) => void
}

/** Uploads a file. Refusals and networks that fail are thrown as in `callEndpoint`. */
export async function uploadPhoto<E extends Endpoint>(
  endpoint: E,
  { params, file, key, onProgress }: UploadInput<E>,
): Promise<AnswerOf<E>> {
  const token = sessionToken()
  const answer = await send(
    {
      url: onServer(`/api${fillIn(endpoint.path, params as Record<string, string> | undefined)}`),
      filePath: file,
      name: 'photo',
      header: headersOf(token, key),
      timeout: TIMEOUT_MS,
    },
    onProgress,
  )
  return answerOf<E>(answer, token)
}

async function send(
  option: Taro.uploadFile.Option,
  onProgress: ((percent: number) => void) | undefined,
): Promise<HttpAnswer> {
  let late: ReturnType<typeof setTimeout> | undefined
  try {
    const task = Taro.uploadFile(option)
    if (onProgress) task.progress?.(({ progress }) => onProgress(progress))
    // H5 starts its own clock only after it has read the file, and a file that is gone is never read.
    const tooLate = new Promise<never>((_resolve, reject) => {
      late = setTimeout(() => reject(new Error('timeout')), TIMEOUT_MS + 5_000)
    })
    const { statusCode, data } = await Promise.race([task, tooLate])
    return { status: statusCode, body: parsed(data) }
  } catch (cause) {
    throw new NetworkError(cause)
  } finally {
    clearTimeout(late)
  }
}
