import Taro from '@tarojs/taro'

/** Opens the phone's own keypad with this number; the person still presses to call. */
export function callNumber(phoneNumber: string): void {
  // WeChat answers `fail cancel` when the person puts the keypad away.
  Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
}
