/** 4,873.5 ㎡, 4873。50: how people write an area. At most 11 digits before the point, so that the sum stays exact. */
const AREA = /^(\d{1,11})(?:\.(\d{1,2}))?$/
const UNITS = /(㎡|平方米|平米|平方|平)$/
const FULL_WIDTH = /[０-９．]/g
const FULL_WIDTH_OFFSET = 0xfee0

/** An area as somebody typed it, in 0.01 m²; undefined: it can't be read. Digits are put together, nothing is multiplied. */
export function areaEntered(typed: string): number | undefined {
  const plain = typed
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/[\s,，]/g, '')
    .replace(UNITS, '')
    .replace('。', '.')
  const [, whole, part = ''] = AREA.exec(plain) ?? []
  if (whole === undefined) return undefined
  const area = Number(`${whole}${part.padEnd(2, '0')}`)
  return area > 0 ? area : undefined
}

/** An area in 0.01 m², as one would type it: 487350 → 4873.50. */
export function areaToEnter(areaCentiM2: number): string {
  const digits = String(areaCentiM2).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
