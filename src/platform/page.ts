import Taro, { useDidHide, useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { pageShown } from './navigation'

/** Whether this page is the one in view; pages below it on the stack stay mounted. */
export function usePageInView(): boolean {
  const [inView, setInView] = useState(true)
  useDidShow(() => {
    pageShown()
    setInView(true)
  })
  useDidHide(() => setInView(false))
  return inView
}

/** Runs when the reader comes near the end of the page. Offer a button too: nothing may depend on scrolling. */
export function useReachEnd(listener: () => void): void {
  useReachBottom(listener)
}

/** Runs on pull-down (`enablePullDownRefresh` in the page's config) and puts the spinner away when done. */
export function usePullDown(refresh: () => Promise<unknown>): void {
  usePullDownRefresh(() => {
    void refresh().finally(() => Taro.stopPullDownRefresh())
  })
}

/** Brings the head of the page into view. */
export function scrollToTop(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
}
