import { pagesOf, resolvePath } from '../app-config'
import type { Bundle } from './bundle'
import type { ModuleLoader } from './modules'
import { Page, type Query } from './page'
import type { View } from './view'

const CUSTOM_TAB_BAR = 'custom-tab-bar/index'
const STACK_LIMIT = 10

export interface Target {
  path: string
  query: Query
}

/** The page stack with WeChat's rules; what they forbid is thrown, with WeChat's words. */
export class PageStack {
  private readonly stack: Page[] = []
  /** Tab pages live on while other tabs are shown. */
  private readonly tabPages = new Map<string, Page>()
  private readonly tabs: string[]
  private readonly known: Set<string>

  constructor(
    private readonly bundle: Bundle,
    private readonly view: View,
    private readonly modules: ModuleLoader,
    private readonly host: HTMLElement,
    private readonly onChange: (top: Page, depth: number) => void,
  ) {
    this.tabs = (bundle.config.tabBar?.list ?? []).map((tab) => tab.pagePath)
    this.known = new Set(pagesOf(bundle.config))
  }

  get top(): Page | undefined {
    return this.stack[this.stack.length - 1]
  }

  get instances(): Page['instance'][] {
    return this.stack.map((page) => page.instance)
  }

  isTab(path: string): boolean {
    return this.tabs.includes(path)
  }

  /** `/pages/x/index?id=1`, or relative to the page shown. Values stay encoded, as in WeChat. */
  parse(url: string): Target {
    const [path = '', search = ''] = url.split('?')
    const pairs = search.split('&').filter((pair) => pair !== '')
    const query = Object.fromEntries(
      pairs.map((pair) => {
        const [name = '', ...value] = pair.split('=')
        return [name, value.join('=')]
      }),
    )
    const target = resolvePath(this.top?.path ?? '', path)
    if (!this.known.has(target)) throw new Error(`page "${target}" is not found`)
    return { path: target, query }
  }

  navigateTo(target: Target): void {
    this.refuseTab('navigateTo', target)
    if (this.stack.length >= STACK_LIMIT) throw new Error('webview count limit exceed')
    this.top?.hide()
    this.open(target)
  }

  redirectTo(target: Target): void {
    this.refuseTab('redirectTo', target)
    this.stack.pop()?.unload()
    this.open(target)
  }

  reLaunch(target: Target): void {
    const all = new Set([...this.stack, ...this.tabPages.values()])
    this.stack.length = 0
    this.tabPages.clear()
    all.forEach((page) => page.unload())
    this.open(target)
  }

  switchTab(target: Target): void {
    if (!this.isTab(target.path)) throw new Error('can not switch to no-tabBar page')
    const from = this.top
    if (from?.path === target.path) return
    for (const page of this.stack.splice(0).reverse()) {
      if (this.tabPages.get(page.path) !== page) page.unload()
      else if (page === from) page.hide()
    }
    const kept = this.tabPages.get(target.path)
    if (!kept) return this.open(target)
    this.stack.push(kept)
    this.shown(kept)
  }

  navigateBack(delta = 1): void {
    const steps = Math.min(delta, this.stack.length - 1)
    if (steps < 1) throw new Error('cannot navigate back at first page')
    for (const page of this.stack.splice(this.stack.length - steps).reverse()) page.unload()
    if (this.top) this.shown(this.top)
  }

  private refuseTab(name: string, { path }: Target): void {
    if (this.isTab(path)) throw new Error(`can not ${name} a tabbar page`)
  }

  private open({ path, query }: Target): void {
    const hasBar = this.isTab(path) && this.bundle.config.tabBar?.custom === true
    this.view.load(path, this.modules)
    if (hasBar) this.view.load(CUSTOM_TAB_BAR, this.modules)
    const page = new Page(
      path,
      query,
      { ...this.bundle.config.window, ...this.bundle.json[path] },
      this.view.createFrame('page', path),
      hasBar ? this.view.createFrame('custom-tab-bar', CUSTOM_TAB_BAR) : null,
      this.host,
    )
    this.stack.push(page)
    if (this.isTab(path)) this.tabPages.set(path, page)
    page.start()
    this.shown(page)
  }

  private shown(page: Page): void {
    this.onChange(page, this.stack.length)
    page.show()
  }
}
