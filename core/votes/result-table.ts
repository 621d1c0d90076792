import { ownOf, type BulletinItem } from './bulletin-format'
import { OPTION_LABELS } from './labels'
import { measureWords } from './measures'
import type { PublishedOutcome } from './recount'
import { countsArea } from './rules'
import { DECISION_OPTIONS } from './tally'
import type { Electorate } from './vote'

export type TabledItem = Pick<BulletinItem, 'rule' | 'options' | 'max_choices'>

export interface ResultRow {
  name: string
  /** The option it counts; undefined for sums and for those who returned nothing. */
  option?: string
  persons: string
  /** Only where areas decide. */
  area?: string
  /** Set off as a sum. */
  isSum: boolean
}

/** 交了多少票. */
export interface ResultTable {
  /** Over the columns of numbers. */
  heads: readonly string[]
  rows: readonly ResultRow[]
  notes: readonly string[]
}

const WHOLE_WORDS: Record<Electorate, string> = {
  owners: '全部业主',
  homes: '全部住户',
  residents: '全部居民',
}

type Published = PublishedOutcome['electorate']

/** Rows of the options, of who took part, who did not, and of all; areas only where they decide. */
export function resultTable(
  { rule, options, max_choices: most = 1 }: TabledItem,
  outcome: PublishedOutcome,
  { electorate, imputed = false }: { electorate: Electorate; imputed?: boolean },
): ResultTable {
  const isByArea = countsArea(rule)
  const [area, persons] = [measureWords('areaCentiM2', electorate), measureWords('persons', electorate)]
  const row = (name: string, weight: Published, more: Pick<ResultRow, 'isSum' | 'option'>): ResultRow => ({
    name,
    ...more,
    persons: persons.figure(weight.persons),
    ...(isByArea ? { area: area.figure(weight.area_centi_m2) } : {}),
  })
  const { participated, electorate: whole } = outcome
  const silent = {
    persons: whole.persons - participated.persons,
    area_centi_m2: whole.area_centi_m2 - participated.area_centi_m2,
  }
  return {
    heads: isByArea ? [persons.name, `${area.name}（${area.unit}）`] : [persons.name],
    rows: [
      ...optionsIn(outcome, options).map(({ option, name, weight }) =>
        row(name, weight, { option, isSum: false }),
      ),
      row('参与合计', participated, { isSum: true }),
      row(imputed ? '没算进来' : '没交票', silent, { isSum: false }),
      row(WHOLE_WORDS[electorate], whole, { isSum: true }),
    ],
    notes: notesOf(outcome, most, imputed),
  }
}

function optionsIn(outcome: PublishedOutcome, options: readonly string[]) {
  if ('approve' in outcome)
    return DECISION_OPTIONS.map((option) => ({
      option,
      name: OPTION_LABELS[option],
      weight: outcome[option],
    }))
  return options.map((option) => ({ option, name: option, weight: ownOf(outcome.options, option) ?? NONE }))
}

const NONE: Published = { persons: 0, area_centi_m2: 0 }

function notesOf(outcome: PublishedOutcome, most: number, imputed: boolean): string[] {
  const isDecided = 'approve' in outcome
  const silence = imputed
    ? '送到了选票、没交票的，按备案的规约，算进了票最多的那一项。'
    : isDecided
      ? '没交票的，不算同意，也不算反对。'
      : '没交票的，哪一项也不算。'
  return [
    silence,
    '同一户或共有的几个人选得不一样、到截止也没说定的，也算没交票。',
    ...(most > 1 ? [`每票最多选 ${most} 项，各项加起来会比参与的多。`] : []),
  ]
}
