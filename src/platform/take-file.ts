import Taro from '@tarojs/taro'
import { isWeapp } from './device'
import { NetworkError, ReadableError } from './readable-error'
import { onServer } from './request'

/** WeChat can't open a ZIP: there it is fetched first, and goes on to a chat by a tap of its own. */
export const sharesFiles = isWeapp

/** A whole address for another device; `path` begins with `/api`. */
export function wholeAddress(path: string): string {
  return isWeapp ? onServer(path) : new URL(onServer(path), window.location.href).toString()
}

/** Lets the browser save a file; in the mini-program fetches it and answers where it lies on this phone. */
export async function takeFile(path: string): Promise<string | undefined> {
  if (!isWeapp) {
    // It comes as an attachment: the page stays where it is.
    window.location.assign(onServer(path))
    return undefined
  }
  const { statusCode, tempFilePath } = await download(path)
  if (statusCode !== 200) throw new ReadableError(NOT_TAKEN)
  return tempFilePath
}

const NOT_TAKEN = '没下载成，请再点一次下载。'

async function download(path: string) {
  try {
    return await Taro.downloadFile({ url: onServer(path) })
  } catch (cause) {
    throw new NetworkError(cause)
  }
}

/** Sends a fetched file to a chat. WeChat allows it only straight from a tap: nothing may be waited for before. */
export function shareFile(filePath: string, fileName: string): void {
  // Whoever closes the list of chats has decided not to.
  Taro.shareFileMessage({ filePath, fileName }).catch(() => undefined)
}
