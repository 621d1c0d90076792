import Taro, { useLaunch } from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { isWeapp } from './device'
import { createStore } from './store'

/** How far a newer version has come on this phone. */
export type Newer = 'none' | 'ready' | 'failed'

const newer = createStore<Newer>('none')
const tooOld = createStore(false)

/** Called once by the app: WeChat looks for a newer version at each cold start, and loads it behind what is shown. */
export function useStartUpdates(): void {
  useLaunch(() => {
    // The single page that opens from 朋友圈 has none, nor has the H5 site: there a reload is enough.
    if (!isWeapp || typeof Taro.getUpdateManager !== 'function') return
    const updates = Taro.getUpdateManager()
    updates?.onUpdateReady(() => newer.set('ready'))
    updates?.onUpdateFailed(() => newer.set('failed'))
  })
}

/** The server no longer serves this version. Nothing is sent any more, and nothing that was written is lost. */
export function tellTooOld(): void {
  tooOld.set(true)
}

/** Whether this version is too old for the server. */
export function useTooOld(): boolean {
  return useSyncExternalStore(tooOld.subscribe, tooOld.get)
}

/** How far a newer version has come. */
export function useNewer(): Newer {
  return useSyncExternalStore(newer.subscribe, newer.get)
}

/** Starts anew with the newer version. False: it is not here yet, WeChat brings it at the next start. */
export function applyUpdate(): boolean {
  if (!isWeapp) {
    window.location.reload()
    return true
  }
  if (newer.get() !== 'ready') return false
  Taro.getUpdateManager().applyUpdate()
  return true
}
