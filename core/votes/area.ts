/** 8950 → 89.50 ㎡, 487350 → 4,873.50 ㎡: an area given in 0.01 m². */
export function areaInWords(areaCentiM2: number): string {
  return `${areaFigure(areaCentiM2)} ${AREA_UNIT}`
}

export const AREA_UNIT = '㎡'

/** An area in 0.01 m², or the digits of one that is too large for a number, as a figure without its unit: 4,873.50 */
export function areaFigure(areaCentiM2: number | string): string {
  const digits = String(areaCentiM2).padStart(3, '0')
  return `${countFigure(digits.slice(0, -2))}.${digits.slice(-2)}`
}

/** A count, or its digits, as a figure: 7862 → 7,862 */
export function countFigure(count: number | string): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** The decimal digits of `a · n`, of which none is rounded: `a` up to 2⁵³ − 1, `n` of one digit. No BigInt: old phones lack it. */
export function productDigits(a: number, n: number): string {
  let carried = 0
  let digits = ''
  for (const digit of [...String(a)].reverse()) {
    const product = Number(digit) * n + carried
    digits = `${product % 10}${digits}`
    carried = Math.floor(product / 10)
  }
  return `${carried}${digits}`.replace(/^0+(?=\d)/, '')
}
