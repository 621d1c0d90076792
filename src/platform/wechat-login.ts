import Taro from '@tarojs/taro'
import { isWeapp } from './device'

/** WeChat's sign-in code: good for 5 minutes, once. Undefined on the H5 site, which has none. */
export async function wechatLoginCode(): Promise<string | undefined> {
  if (!isWeapp) return undefined
  const { code } = await Taro.login()
  return code || undefined
}
