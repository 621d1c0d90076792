import type { WindowConfig } from '../app-config'
import type { Frame } from './view'

export type Query = Record<string, string>

/** A page's `this`, with the lifetimes that WeChat calls. */
export interface PageInstance {
  route: string
  __route__: string
  options: Query
  getTabBar?: () => unknown
  onLoad?(query: Query): void
  onShow?(): void
  onReady?(): void
  onHide?(): void
  onUnload?(): void
  onReachBottom?(): void
  onPullDownRefresh?(): void
  onPageScroll?(position: { scrollTop: number }): void
  onTabItemTap?(item: { index: number; pagePath: string; text: string }): void
  createSelectorQuery(): unknown
  createIntersectionObserver(options?: object): unknown
}

/** One page on the stack: its instance, its frame in the host page, and the tab bar drawn over it. */
export class Page {
  readonly instance: PageInstance
  readonly element = document.createElement('div')
  readonly scroller = document.createElement('div')
  private wasShown = false
  private isNearBottom = false

  constructor(
    readonly path: string,
    readonly query: Query,
    readonly config: WindowConfig,
    private readonly frame: Frame,
    private readonly tabBar: Frame | null,
    host: HTMLElement,
  ) {
    this.instance = frame.root.get() as unknown as PageInstance
    this.instance.route = this.instance.__route__ = path
    this.instance.options = query
    if (tabBar) this.instance.getTabBar = () => tabBar.root.get()
    this.element.className = 'frame'
    this.scroller.className = 'scroller'
    this.scroller.append(frame.element)
    this.element.append(this.scroller)
    host.append(this.element)
  }

  /** Draws the page and tells it what it was opened with. */
  start(): void {
    this.frame.attach()
    if (this.tabBar) this.placeTabBar(this.tabBar)
    this.scroller.addEventListener('scroll', () => this.scrolled())
    this.instance.onLoad?.(this.query)
  }

  show(): void {
    this.element.hidden = false
    this.frame.lifetime('show')
    this.tabBar?.lifetime('show')
    this.instance.onShow?.()
    if (!this.wasShown) this.instance.onReady?.()
    this.wasShown = true
  }

  hide(): void {
    this.element.hidden = true
    this.frame.lifetime('hide')
    this.tabBar?.lifetime('hide')
    this.instance.onHide?.()
  }

  unload(): void {
    this.instance.onUnload?.()
    this.frame.release()
    this.tabBar?.release()
    this.element.remove()
  }

  /** Inside `page`, whose colours and variables the bar inherits as in WeChat, and after all that the page draws. */
  private placeTabBar(bar: Frame): void {
    const page = this.frame.element.firstElementChild
    if (!page) return
    const keepLast = () => page.lastElementChild !== bar.element && page.append(bar.element)
    new MutationObserver(keepLast).observe(page, { childList: true })
    keepLast()
    bar.attach()
  }

  private scrolled(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller
    this.instance.onPageScroll?.({ scrollTop })
    const distance = this.config.onReachBottomDistance ?? 50
    const isNear = scrollHeight - clientHeight - scrollTop <= distance
    if (isNear && !this.isNearBottom) this.instance.onReachBottom?.()
    this.isNearBottom = isNear
  }
}
