import Taro from '@tarojs/taro'
import { isWeapp } from './device'
import { NetworkError, ReadableError } from './readable-error'
import { onServer } from './request'

const FAILED = '没能下载，请过一会儿再试。'
const NOT_OPENED = '下载好了，但这台手机打不开表格，请在电脑上试试。'

/** Saves an XLSX file of the server: a browser keeps it, WeChat opens it, from where it is sent on or kept. */
export async function saveTable(path: string, name: string): Promise<void> {
  if (!isWeapp) return saveInBrowser(path, name)
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url: onServer(path) }).catch(
    (cause: unknown) => {
      throw new NetworkError(cause)
    },
  )
  if (statusCode !== 200) throw new ReadableError(FAILED)
  try {
    await Taro.openDocument({ filePath: tempFilePath, fileType: 'xlsx', showMenu: true })
  } catch {
    throw new ReadableError(NOT_OPENED)
  }
}

function saveInBrowser(path: string, name: string): void {
  const link = document.createElement('a')
  link.href = onServer(path)
  link.download = name
  link.click()
}
