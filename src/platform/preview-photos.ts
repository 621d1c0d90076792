import Taro from '@tarojs/taro'
import { isWeapp } from './device'
import { onServer } from './request'

/** Whether this platform has a viewer of its own, which pinches and turns; the H5 site draws one. */
export const canPreview = isWeapp

/** Opens WeChat's viewer. `current` is one of `urls`. */
export function previewPhotos(urls: readonly string[], current: string): void {
  Taro.previewImage({ urls: urls.map(absolute), current: absolute(current) }).catch(() => undefined)
}

/** Where a picture is to be loaded from: the server's answers name it without its origin. */
export function absolute(url: string): string {
  return url.startsWith('/api/') ? onServer(url) : url
}
