import Taro from '@tarojs/taro'
import { isWeapp } from './device'
import { ReadableError } from './readable-error'

const FAILED = '没能打开文件，请再选一次。'

/** Chooses one XLSX or CSV file: in WeChat from a chat, in a browser from the disk. Undefined when it was put away. */
export function chooseTable(): Promise<string | undefined> {
  return isWeapp ? fromChat() : fromDisk()
}

async function fromChat(): Promise<string | undefined> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({
      count: 1,
      type: 'file',
      extension: ['xlsx', 'csv'],
    })
    return tempFiles[0]?.path
  } catch (cause) {
    if (/cancel/.test(String((cause as { errMsg?: string }).errMsg))) return undefined
    throw new ReadableError(FAILED)
  }
}

/** A browser that tells nothing of putting away leaves this open for good, which costs nothing. */
function fromDisk(): Promise<string | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.xlsx,.csv'
    input.onchange = () => {
      const [file] = Array.from(input.files ?? [])
      resolve(file && URL.createObjectURL(file))
    }
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  })
}
