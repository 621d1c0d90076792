import { AREA_UNIT, areaFigure, countFigure } from './area'
import type { Electorate } from './vote'
import type { Weight } from './weight'

export type Measure = keyof Weight

/** How one measure is named and written, for those who are asked. */
export interface MeasureWords {
  name: string
  unit: string
  /** What is said of a roll that has nothing of it. */
  none: string
  /** A number, or the digits of one that is too large for it, as a figure without its unit. */
  figure: (value: number | string) => string
}

const AREA: MeasureWords = { name: '面积', unit: AREA_UNIT, none: '名册上没有面积', figure: areaFigure }
const PERSONS: MeasureWords = { name: '人数', unit: '人', none: '名册上没有人', figure: countFigure }
const HOMES: MeasureWords = { name: '户数', unit: '户', none: '名册上没有住户', figure: countFigure }

export function measureWords(measure: Measure, electorate: Electorate): MeasureWords {
  if (measure === 'areaCentiM2') return AREA
  return electorate === 'homes' ? HOMES : PERSONS
}

/** The measures of a rule as pages show them: the area first. */
export const SHOWN_ORDER: readonly Measure[] = ['areaCentiM2', 'persons']
