import { resolvePath } from '../app-config'
import * as finder from './finder'
import { ModuleLoader } from './modules'
import { PageStack } from './page-stack'
import type { Page } from './page'
import type { Phone } from './phone'
import { View } from './view'
import { createWx } from './wx'
import { launchOptions } from './wx/device'
import { networkChanged, serverAddress } from './wx/network'
import { readStorage, set } from './wx/storage'

interface App {
  onLaunch?(options: object): void
  onShow?(options: object): void
}

const bundle = window.weappBundle
const $ = (id: string) => document.getElementById(id) as HTMLElement

/** Pictures of the package lie beside the host page, the server's behind the harness. */
function pictureAddress(url: string): string {
  if (/^(data|blob):/.test(url)) return url
  return /^https?:/.test(url) ? serverAddress(url) : `/__weapp/package/${resolvePath('', url)}`
}

function drawFrame(page: Page, depth: number): void {
  const isTab = stack.isTab(page.path)
  $('navigation').replaceChildren()
  $('navigation').hidden = page.config.navigationStyle === 'custom'
  setTitle(page.config.navigationBarTitleText ?? '')
  if (depth > 1) {
    const back = document.createElement('button')
    back.ariaLabel = '导航栏返回'
    back.textContent = '‹'
    back.onclick = () => stack.navigateBack()
    $('navigation').append(back)
  }
  $('tab-bar').hidden = !isTab || bundle.config.tabBar?.custom === true
  document.documentElement.style.setProperty('--page-vh', `${$('pages').clientHeight / 100}px`)
}

function setTitle(title: string): void {
  const heading = $('navigation').querySelector('span') ?? document.createElement('span')
  heading.textContent = title
  if (!heading.isConnected) $('navigation').append(heading)
}

/** The bar that WeChat draws when the app has none of its own. */
function drawTabBar(): void {
  for (const [index, { pagePath, text }] of (bundle.config.tabBar?.list ?? []).entries()) {
    const tab = document.createElement('div')
    tab.textContent = text
    tab.setAttribute('role', 'tab')
    tab.onclick = () => {
      stack.switchTab({ path: pagePath, query: {} })
      stack.top?.instance.onTabItemTap?.({ index, pagePath, text })
    }
    $('tab-bar').append(tab)
  }
}

const view = new View(bundle, pictureAddress)
let app: App = {}
const globals: Record<string, unknown> = {
  App: (definition: App) => (app = definition),
  getApp: () => app,
  getCurrentPages: () => stack.instances,
}
const modules = new ModuleLoader(bundle.scripts, resolvePath, globals)
const stack = new PageStack(bundle, view, modules, $('pages'), drawFrame)
globals['wx'] = createWx(bundle, stack, { setTitle })

const screenOf = () => (document.body.querySelector('#tab-bar:not([hidden])') ? $('phone') : $('pages'))

const phone: Phone = {
  path: () => stack.top?.path ?? '',
  query: () => stack.top?.query ?? {},
  title: () => $('navigation').querySelector('span')?.textContent ?? '',
  text: () => screenOf().innerText,
  shows: (words) => finder.shows(screenOf(), words),
  storage: readStorage,
  tappable: (words, which) => {
    const found = finder.tappable($('phone'), words, (which ?? 0) + 1)
    const chosen = found.length > 1 && which === null ? undefined : found[which ?? 0]
    return chosen && !finder.isDisabled(chosen) ? chosen : null
  },
  whyNotTappable: (words) => {
    const found = finder.tappable($('phone'), words)
    if (found.some(finder.isDisabled)) return `"${words}" is disabled`
    return found.length > 1
      ? `${found.length} elements read "${words}": say which`
      : `Nothing to tap reads "${words}"`
  },
  field: (words) => finder.field($('pages'), words),
  goBack: () => stack.navigateBack(),
  pullDown: () => stack.top?.instance.onPullDownRefresh?.(),
  networkChanged,
}

window.weapp = phone

const { storage, launch } = window.weappSettings
for (const [key, value] of Object.entries(storage)) set(key, value)
drawTabBar()
modules.load('app')
const options = launchOptions(bundle, launch)
app.onLaunch?.(options)
app.onShow?.(options)
stack.reLaunch({ path: options.path, query: options.query })
