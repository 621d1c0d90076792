import { inOneLine, joined, withDigits } from './normalise'

/** 大陆手机号, however its digits are parted or written. Service numbers (12345, 110, 400…) are shorter or begin otherwise. */
const MOBILE = /(?<!\d)(?:86)?1[3-9]\d{9}(?!\d)/
const MOBILE_PARTED = /(?<!\d)1[3-9]\d[\s\-.]+\d{4}[\s\-.]+\d{4}(?!\d)/
/** 身份证号: with a possible birthday in it. */
const ID_CARD = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx](?!\d)/
/** 车牌. The letters I and O are in none. */
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-hj-np-z](?:[0-9a-hj-np-z]{5,6}|[0-9a-hj-np-z]{4}[挂学警港澳])(?![0-9a-z])/
const CARD_NUMBER = /(?<!\d)\d{16,19}(?!\d)/g
const QQ = /(?:qq|扣扣|企鹅号|q群)(?:号码|号|群)?(?:是|为)?[:,]?\d{5,11}(?!\d)/
const WECHAT = /(?:微信|威信|薇信|微❤|v信|vx|wx|wechat)(?:号|id)?(?:是|为)?[:,]?[a-z][a-z\d]{5,19}/
const EMAIL = /[a-z\d][\w.+-]*@[a-z\d-]+(?:\.[a-z\d-]+)+/
/** Addresses on the web, but for those of authorities. */
const WEB =
  /https?:\/\/|www\.|(?<![@\w.])[a-z\d][a-z\d-]*\.(?:com|cn|net|org|top|xyz|vip|cc|me|io|app|shop|club|site|link)(?![a-z\d])/
const AUTHORITY = /(?:https?:\/\/)?[\w.-]*gov\.cn[\w./-]*/g

/** The last digit of a card number follows from the others (Luhn, ISO/IEC 7812). */
function isCardNumber(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 2))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0)
  return sum % 10 === 0
}

/** Whether a plain text holds what leads to one person: number of phone, identity card, bank card or car, or an account. */
export function holdsPrivateData(plainText: string): boolean {
  const close = joined(plainText)
  const whole = inOneLine(close)
  const numbers = [plainText, close, whole, withDigits(close), withDigits(whole)]
  return (
    MOBILE_PARTED.test(plainText) ||
    numbers.some((text) => MOBILE.test(text) || ID_CARD.test(text)) ||
    [PLATE, QQ, WECHAT].some((pattern) => pattern.test(close)) ||
    EMAIL.test(plainText) ||
    (close.match(CARD_NUMBER) ?? []).some(isCardNumber)
  )
}

/** Whether a plain text leads to a page on the web. */
export function holdsWebAddress(plainText: string): boolean {
  return WEB.test(plainText.replace(AUTHORITY, ''))
}
