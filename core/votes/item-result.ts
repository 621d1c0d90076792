import { arithmeticOf, type Arithmetic } from './arithmetic'
import type { VoteItemView } from './contract'
import type { PublishedOutcome, PublishedResult } from './recount'
import { resultTable, type ResultTable, type TabledItem } from './result-table'
import type { VoteSubject } from './subjects'

/** What was decided about one item, as a page draws it. */
export interface ItemResult {
  /** Of what is decided by yes and no. */
  passed: boolean | undefined
  raw: Arithmetic
  /** With silence counted, where the bylaws say so. */
  imputed: Arithmetic | undefined
}

type Decided = Pick<VoteItemView, 'rule' | 'options' | 'maxChoices' | 'result'>

/** The result of an item line by line; undefined as long as there is none. */
export function resultOfItem(item: Decided, electorate: VoteSubject['electorate']): ItemResult | undefined {
  if (!item.result) return undefined
  const { imputed, ...raw } = item.result as PublishedResult
  const outcome = raw as PublishedOutcome
  const tabled = tabledOf(item)
  return {
    passed: 'passed' in outcome ? outcome.passed : undefined,
    raw: arithmeticOf(tabled, outcome, { electorate }),
    imputed: imputed && arithmeticOf(tabled, imputed, { electorate, imputed: true }),
  }
}

/** A result that was counted anew, in the rows of the published one. */
export function tableOfItem(
  item: Decided,
  result: PublishedResult,
  electorate: VoteSubject['electorate'],
): ResultTable {
  return resultTable(tabledOf(item), result, { electorate })
}

const tabledOf = ({ rule, options, maxChoices }: Decided): TabledItem => ({
  rule,
  options,
  ...(maxChoices === null ? {} : { max_choices: maxChoices }),
})
