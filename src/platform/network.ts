import Taro from '@tarojs/taro'
import { isWeapp } from './device'

/** Runs whenever the phone says that it is online again. It may be wrong: whoever sends finds out. */
export function onBackOnline(listener: () => void): () => void {
  if (!isWeapp) {
    window.addEventListener('online', listener)
    return () => window.removeEventListener('online', listener)
  }
  const hear = ({ isConnected }: { isConnected: boolean }) => isConnected && listener()
  Taro.onNetworkStatusChange(hear)
  return () => Taro.offNetworkStatusChange(hear)
}

/** Whether the phone knows that it has no network at all: then nothing needs to be tried, and nothing has left it. */
export async function isOffline(): Promise<boolean> {
  if (!isWeapp) return navigator.onLine === false
  try {
    return (await Taro.getNetworkType()).networkType === 'none'
  } catch {
    return false
  }
}
