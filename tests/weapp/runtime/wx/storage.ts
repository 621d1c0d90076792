import { ApiFailure, asyncApi } from './api'

/** The app's storage shares localStorage with nothing else: every test has its own browser context. */
export function readStorage(): Record<string, unknown> {
  return Object.fromEntries(keys().map((key) => [key, get(key)]))
}

const keys = () => Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')

/** '' for an unknown key, as WeChat answers. */
function get(key: string): unknown {
  const text = localStorage.getItem(key)
  return text === null ? '' : (JSON.parse(text) as unknown)
}

export function set(key: string, data: unknown): void {
  localStorage.setItem(key, JSON.stringify(data ?? ''))
}

const info = () => ({
  keys: keys(),
  currentSize: JSON.stringify(readStorage()).length >> 10,
  limitSize: 10_240,
})

export const storageApis = {
  getStorageSync: get,
  setStorageSync: set,
  removeStorageSync: (key: string) => localStorage.removeItem(key),
  clearStorageSync: () => localStorage.clear(),
  getStorageInfoSync: info,
  getStorage: asyncApi('getStorage', ({ key }) => {
    if (localStorage.getItem(String(key)) === null) throw new ApiFailure('data not found')
    return { data: get(String(key)) }
  }),
  setStorage: asyncApi('setStorage', ({ key, data }) => set(String(key), data)),
  removeStorage: asyncApi('removeStorage', ({ key }) => localStorage.removeItem(String(key))),
  clearStorage: asyncApi('clearStorage', () => localStorage.clear()),
  getStorageInfo: asyncApi('getStorageInfo', info),
}
