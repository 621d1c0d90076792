import Taro from '@tarojs/taro'
import { isWeapp } from './device'

const LENGTH = 16

/** A UUID v4, for idempotency keys. Asynchronous because WeChat's source of randomness is. */
export async function randomId(): Promise<string> {
  const bytes = await randomBytes()
  bytes[6] = (Number(bytes[6]) & 0x0f) | 0x40
  bytes[8] = (Number(bytes[8]) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

async function randomBytes(): Promise<Uint8Array> {
  try {
    if (!isWeapp) return crypto.getRandomValues(new Uint8Array(LENGTH))
    const { randomValues } = await Taro.getRandomValues({ length: LENGTH })
    return new Uint8Array(randomValues as ArrayBuffer)
  } catch {
    // Older WeChat. A key must be new, not secret: the time keeps two phones apart even with a poor Math.random.
    const now = Date.now()
    return Uint8Array.from({ length: LENGTH }, (_, index) =>
      index < 6 ? Math.floor(now / 256 ** index) % 256 : Math.floor(Math.random() * 256),
    )
  }
}
