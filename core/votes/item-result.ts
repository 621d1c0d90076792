import { arithmeticOf, type Arithmetic } from './arithmetic'
import type { VoteItemView } from './contract'
import { decidingOutcome, hasPassed, type DecidingCount } from './deciding'
import type { PublishedResult } from './recount'
import { resultTable, type ResultTable, type TabledItem } from './result-table'
import type { VoteSubject } from './subjects'

/** What was decided about one item, as a page draws it. */
export interface ItemResult {
  /** Of what is decided by yes and no. */
  passed: boolean | undefined
  raw: Arithmetic
  /** With silence counted, where the bylaws say so. */
  imputed: Arithmetic | undefined
  /** Which of the two decides. */
  decidedBy: DecidingCount
}

type Decided = Pick<VoteItemView, 'rule' | 'options' | 'maxChoices' | 'result'>

/** The result of an item line by line; undefined as long as there is none. */
export function resultOfItem(
  item: Decided,
  { electorate, decidedBy }: { electorate: VoteSubject['electorate']; decidedBy: DecidingCount },
): ItemResult | undefined {
  if (!item.result) return undefined
  const result = item.result as PublishedResult
  const { imputed } = result
  const tabled = tabledOf(item)
  return {
    passed: hasPassed(result, decidedBy),
    raw: arithmeticOf(tabled, decidingOutcome(result, 'raw'), { electorate }),
    imputed: imputed && arithmeticOf(tabled, imputed, { electorate, imputed: true }),
    decidedBy: imputed ? decidedBy : 'raw',
  }
}

/** A result that was counted anew, in the rows of the published one: of those who handed in a ballot, and with silence. */
export function tablesOfItem(
  item: Decided,
  result: PublishedResult,
  electorate: VoteSubject['electorate'],
): { raw: ResultTable; imputed: ResultTable | undefined } {
  const tabled = tabledOf(item)
  return {
    raw: resultTable(tabled, decidingOutcome(result, 'raw'), { electorate }),
    imputed: result.imputed && resultTable(tabled, result.imputed, { electorate, imputed: true }),
  }
}

const tabledOf = ({ rule, options, maxChoices }: Decided): TabledItem => ({
  rule,
  options,
  ...(maxChoices === null ? {} : { max_choices: maxChoices }),
})
