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

const NOT_SAVED = '取到了，但没能存下。再点一下试试，或换台电脑下载。'
/** WeChat's word for: the reader thought better of it. */
const CANCELLED = 'cancel'

/** Saves a text as a file: a browser keeps it, WeChat sends it on to a chat (文件传输助手, say), from where it is kept. */
export async function saveText(text: string, name: string): Promise<void> {
  const fileName = name.replace(/[\\/:*?"<>|\s]+/g, '-')
  if (!isWeapp) return keepText(text, fileName)
  try {
    const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${fileName}`
    await new Promise<void>((resolve, reject) => {
      Taro.getFileSystemManager().writeFile({
        filePath,
        data: text,
        encoding: 'utf8',
        success: () => resolve(),
        fail: reject,
      })
    })
    await Taro.shareFileMessage({ filePath, fileName })
  } catch (error) {
    if (String((error as { errMsg?: string } | undefined)?.errMsg).includes(CANCELLED)) return
    throw new ReadableError(NOT_SAVED)
  }
}

/** Long enough for every browser to have begun. */
const KEPT_MS = 60_000

function keepText(text: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
