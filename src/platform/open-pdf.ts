import Taro from '@tarojs/taro'
import { isWeapp } from './device'
import { onServer } from './request'

/**
 * Opens a PDF of our server to be looked at and printed: WeChat shows it and passes it on, a browser opens it in a tab.
 * False if it did not get through.
 */
export async function openPdf(path: string): Promise<boolean> {
  const url = onServer(path)
  if (!isWeapp) {
    // Where a new tab is forbidden, this one has to do.
    if (!window.open(url, '_blank')) window.location.assign(url)
    return true
  }
  try {
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url })
    if (statusCode !== 200) return false
    await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf', showMenu: true })
    return true
  } catch {
    return false
  }
}
