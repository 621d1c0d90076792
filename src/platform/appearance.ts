import Taro, { useDidShow, useLaunch } from '@tarojs/taro'
import { useMemo, useSyncExternalStore } from 'react'
import { isWeapp } from './device'
import { readStored, store } from './storage'
import { createStore } from './store'

/** How the app looks for this reader. */
export interface Appearance {
  /** 关怀模式. */
  care: boolean
  /** WeChat's font size, 1 being the usual one. */
  fontScale: number
}

const KEY = 'care'
const asBoolean = (value: unknown) => (typeof value === 'boolean' ? value : undefined)

const appearance = createStore<Appearance>({ care: false, fontScale: 1 })

/**
 * Sizes in care mode and without it, as in tokens.scss, and how far WeChat's font size may raise them: running text
 * to 30 pt (domain.md 12), which is 40 px.
 */
const SIZES = [
  { token: '--fs-small', usual: 16, care: 24, most: 40 },
  { token: '--fs-body', usual: 17, care: 24, most: 40 },
  { token: '--fs-title', usual: 20, care: 28, most: 44 },
  { token: '--fs-display', usual: 28, care: 36, most: 48 },
] as const

/** Called once by the app: reads what was chosen, and WeChat's font size now and whenever the app comes back. */
export function useStartAppearance(): void {
  useLaunch(() => apply({ care: readStored(KEY, asBoolean) ?? false, fontScale: readFontScale() }))
  useDidShow(() => apply({ ...appearance.get(), fontScale: readFontScale() }))
}

/** The current appearance. */
export function useAppearance(): Appearance {
  return useSyncExternalStore(appearance.subscribe, appearance.get)
}

/** 关怀模式: whether it is on, and the switch. The choice is kept on this phone. */
export function useCareMode(): [on: boolean, turn: (on: boolean) => void] {
  return [useAppearance().care, turnCareMode]
}

/** The custom properties by which a page follows WeChat's font size; `--fs-tab` stays. */
export function useFontSizes(): Record<string, string> | undefined {
  const { care, fontScale } = useAppearance()
  return useMemo(() => fontSizes(care, fontScale), [care, fontScale])
}

/** The raised font sizes; undefined at WeChat's usual size. */
export function fontSizes(care: boolean, fontScale: number): Record<string, string> | undefined {
  if (fontScale === 1) return undefined
  return Object.fromEntries(
    SIZES.map(({ token, usual, care: large, most }) => {
      const size = care ? large : usual
      const scaled = Math.min(Math.round(size * fontScale), most)
      // Never under the size that the design holds for readable.
      return [token, `${Math.max(size, scaled)}px`]
    }),
  )
}

function turnCareMode(care: boolean): void {
  store(KEY, care)
  apply({ ...appearance.get(), care })
}

function apply(next: Appearance): void {
  const now = appearance.get()
  if (next.care === now.care && next.fontScale === now.fontScale) return
  appearance.set(next)
  // WeChat has no body to reach: there the root view of each page carries the class.
  if (!isWeapp) document.body.classList.toggle('care', next.care)
}

function readFontScale(): number {
  if (!isWeapp) return 1
  try {
    const info: object = Taro.getAppBaseInfo()
    const scale = 'fontSizeScaleFactor' in info ? Number(info.fontSizeScaleFactor) : 1
    return scale > 0 ? scale : 1
  } catch {
    return 1
  }
}
