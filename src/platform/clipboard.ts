import Taro from '@tarojs/taro'
import { isWeapp } from './device'

/** Puts a text where it can be pasted from. False if the phone refuses: then it has to be read out. */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (isWeapp) await Taro.setClipboardData({ data: text })
    else await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
