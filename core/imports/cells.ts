import { dayInText } from '../calendar'
import { cleanText, lengthOf } from '../contract'
import { callerPhoneIn } from '../people'

/** What is wrong with a cell, in words for who made the file. They never repeat the cell: it may be somebody's name. */
export class Wrong {
  constructor(readonly words: string) {}
}

/** What a cell says; empty cells are never asked. */
export type ReadCell<T> = (text: string) => T | Wrong

const halfWidth = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))

/** Han characters, digits, letters, ways down and days: most cells are nothing else, and there is nothing to tidy. */
const PLAIN = /^[\u4e00-\u9fff0-9A-Za-z/][\u4e00-\u9fff0-9A-Za-z/.-]*$/

/** A cell as it is meant: without marks nobody sees and blanks around, full-width digits and letters as others. */
export function tidy(text: string): string {
  if (text === '' || PLAIN.test(text)) return text
  return cleanText(halfWidth(withoutQuote(text)).replace(/[\s\u3000]+/g, ' '))
}

/** A name of nothing but these is written in one way only. */
const SAME = /^[\u4e00-\u9fff0-9A-Za-z]*$/

/** Two names are the same place when they differ in width and blanks only. */
export function sameName(name: string): string {
  if (SAME.test(name)) return name
  return halfWidth(name)
    .replace(/[\s\u3000]+/g, '')
    .replace(/\//g, '／')
}

const LOOKS_LIKE_FORMULA = /^'*[=+\-@\t\r]/
const QUOTED = /^'+[=+\-@\t\r]/

/** A text that a spreadsheet could take for a formula gets a quote in front, as spreadsheets themselves do. */
export function withQuote(text: string): string {
  return LOOKS_LIKE_FORMULA.test(text) ? `'${text}` : text
}

/** The text again. */
export function withoutQuote(text: string): string {
  return QUOTED.test(text) ? text.slice(1) : text
}

/** Characters are counted only where there may be too many. */
const fits = (text: string, max: number) => text.length <= max || lengthOf(text) <= max

/** A text of at most `max` characters. */
export const textOf =
  (max: number): ReadCell<string> =>
  (text) =>
    fits(text, max) ? text : new Wrong(`写得太长了，最多 ${max} 个字`)

/** 编号. Whatever the community numbers by, but no identity card: those are nobody's business here. */
export const numberOf: ReadCell<string> = (text) => {
  if (/^\d{17}[\dXx]$/.test(text)) return new Wrong('这里不要写身份证号，请换成自己编的号')
  return fits(text, 40) ? text : new Wrong('编号太长了，最多 40 个字')
}

/** One of several words, each with what it stands for. */
export function oneOf<T>(words: Record<string, T>): ReadCell<T> {
  const known = Object.keys(words).join('、')
  return (text) =>
    Object.prototype.hasOwnProperty.call(words, text) ? (words[text] as T) : new Wrong(`只能写：${known}`)
}

/** A day as YYYY-MM-DD. */
export const dayOf: ReadCell<string> = (text) =>
  dayInText(text) ?? new Wrong('日期不对，请写成 2026-01-31 这样')

/** Largest area of one unit, in 0.01 m²: a square kilometre. */
const LARGEST_AREA = 100_000_000

/** 面积 in 0.01 m², by digits alone: nothing is multiplied as a fraction. */
export const areaOf: ReadCell<number> = (text) => {
  const [, whole = '', part = ''] = /^(\d{1,7})(?:\.(\d+))?\s*(?:㎡|m²|m2|平方米|平米)?$/.exec(text) ?? []
  const cents = part.replace(/0+$/, '')
  if (whole === '') return new Wrong('面积要写数字，单位是平方米，如 89.50')
  if (cents.length > 2) return new Wrong('面积最多两位小数')
  const area = Number(whole + cents.padEnd(2, '0'))
  return area > 0 && area <= LARGEST_AREA ? area : new Wrong('面积要大于 0，不超过一百万平方米')
}

/** What takes back something that was there; an empty cell leaves it as it is. */
export const NONE = '无'

/** A phone as digits; `null` takes the one that was there away. */
export const phoneOf: ReadCell<string | null> = (text) => {
  if (text === NONE) return null
  return callerPhoneIn(text) ?? new Wrong('电话不对，请写十一位手机号，或带区号的座机')
}

const NAME_LENGTH = 40
const DEEPEST = 8

/** The way down to a place, one name a level. */
export const pathOf: ReadCell<string[]> = (text) => {
  const names = text.split('/').map(tidy)
  if (names.length > DEEPEST || names.some((name) => name === '' || !fits(name, NAME_LENGTH)))
    return new Wrong('要从小区写起，一级一级用 / 隔开，如 湖光苑/3号楼/2单元')
  return names
}

/** Several ways down; `无`: none. */
export const pathsOf: ReadCell<string[][]> = (text) => {
  if (text === NONE) return []
  const paths = text.split(/[；;]/).map((one) => pathOf(tidy(one)))
  const wrong = paths.find((path) => path instanceof Wrong)
  return wrong ?? (paths as string[][])
}

/** How a way down is written in a cell. A slash inside a name is written wide. */
export function pathText(names: readonly string[]): string {
  return names.map((name) => name.replace(/\//g, '／')).join('/')
}

/** 8950 → 89.50 */
export function areaText(areaCentiM2: number): string {
  const digits = String(areaCentiM2).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
