import { useSyncExternalStore } from 'react'

/** True in the mini-program, false on the H5 site; known at build time, so the other branch is left out. */
export const isWeapp = process.env.TARO_ENV === 'weapp'

const WIDE = '(min-width: 900px)'

function onWidthChange(listener: () => void): () => void {
  const query = mediaQuery()
  // Safari 13 knows only addListener.
  query?.addListener(listener)
  return () => query?.removeListener(listener)
}

function mediaQuery(): MediaQueryList | undefined {
  return isWeapp || typeof window.matchMedia !== 'function' ? undefined : window.matchMedia(WIDE)
}

/** Whether there is room for a list and a detail side by side: the H5 site from 900 px on. */
export function useWide(): boolean {
  return useSyncExternalStore(onWidthChange, () => mediaQuery()?.matches ?? false)
}
