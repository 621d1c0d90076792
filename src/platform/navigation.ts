import Taro, { useRouter } from '@tarojs/taro'
import { useMemo } from 'react'
import { TABS, type TabName } from '../tabs'

export type Query = Record<string, string | number | boolean | undefined>

/** WeChat refuses an eleventh page on the stack. */
const DEEPEST = 10

/** The address of a page: `urlOf('/features/matters/pages/detail/index', { id })`. */
export function urlOf(page: string, query: Query = {}): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
  const path = page.startsWith('/') ? page : `/${page}`
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path
}

/** So long a second tap on the same thing is taken for the first: on a slow phone the page takes a while to come. */
const DOUBLE_TAP_MS = 800

let opening: { url: string; until: number } | undefined

/** Opens a page on top of this one, once however often it is tapped. */
export function goTo(page: string, query?: Query): void {
  const url = urlOf(page, query)
  const now = Date.now()
  if (opening?.url === url && now < opening.until) return
  opening = { url, until: now + DOUBLE_TAP_MS }
  const open = Taro.getCurrentPages().length >= DEEPEST ? Taro.redirectTo : Taro.navigateTo
  // It did not open: the next tap tries again.
  open({ url }).catch(pageShown)
}

/** A page has come into view: a tap on it is meant. */
export function pageShown(): void {
  opening = undefined
}

/** Back to the page before; Home, where there is none (opened by a link or a code). */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else switchTab('home')
}

/** Opens a tab page. */
export function switchTab(tab: TabName): void {
  const page = TABS.find(({ name }) => name === tab)?.page ?? TABS[0].page
  void Taro.switchTab({ url: `/${page}` })
}

/** Opens a page in the place of this one. */
export function redirect(page: string, query?: Query): void {
  void Taro.redirectTo({ url: urlOf(page, query) })
}

/** Opens a page and forgets all others: after signing in or out. */
export function restartAt(page: string, query?: Query): void {
  void Taro.reLaunch({ url: urlOf(page, query) })
}

/** The parameters this page was opened with, decoded on both platforms. */
export function usePageQuery(): Partial<Record<string, string>> {
  const { params } = useRouter()
  return useMemo(() => {
    const entries = Object.entries(params).filter(([name]) => name !== 'stamp' && name !== '$taroTimestamp')
    return Object.fromEntries(entries.map(([name, value]) => [name, decode(value ?? '')]))
  }, [params])
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
