import type { Bundle } from '../bundle'
import type { PageInstance } from '../page'
import type { PageStack } from '../page-stack'
import { actApis } from './acts'
import { asyncApi } from './api'
import { canvasApis, withCanvases } from './canvas'
import { deviceApis } from './device'
import { networkApis } from './network'
import { storageApis } from './storage'

/** The parts of the host page that APIs draw on. */
export interface Host {
  setTitle(title: string): void
}

/** The global `wx` of the mini-program. Taro hangs its webpack chunks on it, so it stays open. */
export function createWx(bundle: Bundle, stack: PageStack, host: Host): Record<string, unknown> {
  return {
    ...deviceApis(bundle),
    ...storageApis,
    ...networkApis,
    ...actApis,
    ...canvasApis,
    ...navigationApis(stack),
    ...viewApis(stack),
    setNavigationBarTitle: asyncApi('setNavigationBarTitle', ({ title }) => host.setTitle(String(title))),
    nextTick: (callback: () => void) => void Promise.resolve().then(callback),
  }
}

function navigationApis(stack: PageStack) {
  const to = (name: 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab') =>
    asyncApi(name, ({ url }) => stack[name](stack.parse(String(url))))
  return {
    navigateTo: to('navigateTo'),
    redirectTo: to('redirectTo'),
    reLaunch: to('reLaunch'),
    switchTab: to('switchTab'),
    navigateBack: asyncApi('navigateBack', ({ delta }) => stack.navigateBack(Number(delta ?? 1))),
  }
}

function viewApis(stack: PageStack) {
  const top = (): PageInstance => {
    if (!stack.top) throw new Error('no page is open')
    return stack.top.instance
  }
  return {
    createSelectorQuery: () => withCanvases(top().createSelectorQuery(), stack.top?.element),
    createIntersectionObserver: (component: PageInstance | undefined, options?: object) =>
      (component ?? top()).createIntersectionObserver(options),
    startPullDownRefresh: asyncApi('startPullDownRefresh', () => top().onPullDownRefresh?.()),
    pageScrollTo: asyncApi('pageScrollTo', ({ scrollTop, selector }) => {
      const scroller = stack.top?.scroller
      if (typeof selector === 'string') scroller?.querySelector(selector)?.scrollIntoView()
      else if (scroller) scroller.scrollTop = Number(scrollTop ?? 0)
    }),
  }
}
