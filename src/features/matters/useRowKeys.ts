import type { MatterItem } from '#core/matters'
import { focusedId, focusOn, useKeys } from '@/platform/keys'

/** The id by which a row is found. */
export const rowId = (matterId: string): string => `row-${matterId}`

/** J and K move through the rows of a list; Enter opens, as on every target. Begins at the row that is open. */
export function useRowKeys(items: readonly MatterItem[], openId: string | undefined): void {
  const move = (step: 1 | -1) => {
    const ids = items.map(({ matterId }) => rowId(matterId))
    const focused = ids.indexOf(focusedId() ?? '')
    const here = focused >= 0 || openId === undefined ? focused : ids.indexOf(rowId(openId))
    const next = ids[Math.min(Math.max(here + step, 0), ids.length - 1)]
    if (next !== undefined) focusOn(next)
  }
  useKeys({ j: () => move(1), k: () => move(-1) })
}
