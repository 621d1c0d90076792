import Taro from '@tarojs/taro'

const named = (key: string) => `linli.${key}`

/**
 * What was kept under this key on this phone; undefined if there is nothing, or nothing that `parse` accepts
 * (an older version of the app may have written it).
 */
export function readStored<T>(key: string, parse: (value: unknown) => T | undefined): T | undefined {
  try {
    const value: unknown = Taro.getStorageSync(named(key))
    return value === '' || value === undefined || value === null ? undefined : parse(value)
  } catch {
    return undefined
  }
}

/** Keeps a value on this phone. False if the phone refuses (full, private window): the app goes on without. */
export function store(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(named(key), value)
    return true
  } catch {
    return false
  }
}

/** Forgets what was kept under this key. */
export function forget(key: string): void {
  try {
    Taro.removeStorageSync(named(key))
  } catch {
    // What cannot be removed could not be written either.
  }
}

/** Whatever is kept under a key that names this. */
export function readAbout(name: string): unknown[] {
  return keysAbout(name).flatMap((key) => {
    try {
      return [Taro.getStorageSync(key) as unknown]
    } catch {
      return []
    }
  })
}

/** Forgets whatever is kept under a key that names this: what somebody was writing on this phone. */
export function forgetAbout(name: string): void {
  try {
    keysAbout(name).forEach((key) => Taro.removeStorageSync(key))
  } catch {
    // What cannot be removed could not be written either.
  }
}

function keysAbout(name: string): string[] {
  try {
    return Taro.getStorageInfoSync().keys.filter((key) => key.startsWith(named('')) && key.includes(name))
  } catch {
    return []
  }
}
