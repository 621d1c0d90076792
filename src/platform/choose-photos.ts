import Taro from '@tarojs/taro'
import { ReadableError } from './readable-error'

const REFUSED = '没能打开相机和相册，请在手机设置里允许，再试一次。'

/** Takes photos or chooses some, at most `count`. Answers where they lie on this phone; none if put away. */
export async function choosePhotos(count: number): Promise<string[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count,
      mediaType: ['image'],
      sourceType: ['camera', 'album'],
      sizeType: ['compressed'],
    })
    return tempFiles.map(({ tempFilePath }) => tempFilePath)
  } catch (cause) {
    const reason = String((cause as { errMsg?: string }).errMsg)
    if (/cancel|abort/.test(reason)) return []
    throw new ReadableError(REFUSED)
  }
}
