import Taro from '@tarojs/taro'
import { isWeapp } from './device'

/**
 * Keeps a chosen photo on this phone beyond the app's end, for a draft; answers where. Undefined where that can't be:
 * on the H5 site, whose chosen files end with the page, and on a phone that is full.
 */
export async function keepPhoto(file: string): Promise<string | undefined> {
  if (!isWeapp) return undefined
  try {
    return await new Promise<string>((resolve, reject) => {
      Taro.getFileSystemManager().saveFile({
        tempFilePath: file,
        success: ({ savedFilePath }) => resolve(savedFilePath),
        fail: reject,
      })
    })
  } catch {
    return undefined
  }
}

/** Forgets a kept photo; one that is gone already is no matter. */
export function dropPhoto(file: string): void {
  if (!isWeapp) return
  Taro.getFileSystemManager().removeSavedFile({ filePath: file, fail: () => undefined })
}

/** Forgets every photo that a kept value names as its `file`, however deep: a draft, or what waits to be sent. */
export function dropPhotosIn(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const [name, part] of Object.entries(value)) {
    if (name === 'file' && typeof part === 'string') dropPhoto(part)
    else dropPhotosIn(part)
  }
}
