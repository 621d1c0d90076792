import { noCounts, nothingChanges, type Changes, type Comparison, type Counts } from './changes'
import { FORM, headingOf, type Sheet } from './form'
import { buildTree, type PlaceTree } from './place-tree'
import type { FileRows, Problem, ReadRow } from './read'
import type { Standing } from './standing'

/** What planning an import works with, sheet after sheet. */
export interface Planning {
  rows: FileRows
  standing: Standing
  tree: PlaceTree
  /** In Asia/Shanghai, as YYYY-MM-DD. */
  today: string
  newId: () => string
  changes: Changes
  counts: Counts
  problems: Problem[]
  wrong(problem: Problem): undefined
  count(sheet: Sheet, comparison: Comparison): void
  /** Where the same thing was written before in this file, in words; undefined the first time. */
  firstRow(thing: string, at: { sheet: Sheet; row: number }): string | undefined
}

export function beginPlanning(given: Pick<Planning, 'rows' | 'standing' | 'today' | 'newId'>): Planning {
  const counts = noCounts()
  const problems: Problem[] = []
  const first = new Map<string, string>()
  return {
    ...given,
    tree: buildTree(given.standing.places),
    changes: nothingChanges(),
    counts,
    problems,
    wrong: (problem) => {
      problems.push(problem)
      return undefined
    },
    count: (sheet, comparison) => {
      counts[sheet][comparison] += 1
    },
    firstRow: (thing, { sheet, row }) => {
      const before = first.get(thing)
      if (before === undefined) first.set(thing, `「${FORM[sheet].title}」第 ${row} 行`)
      return before
    },
  }
}

/** Says what is wrong with one cell. */
export function wrongAt<S extends Sheet>(
  planning: Planning,
  sheet: S,
  { row }: Pick<ReadRow<S>, 'row'>,
  key: Parameters<typeof headingOf<S>>[1],
  words: string,
): undefined {
  return planning.wrong({ sheet: FORM[sheet].title, row, column: headingOf(sheet, key), words })
}
