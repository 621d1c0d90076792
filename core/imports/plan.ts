import type { Plan } from './changes'
import { planOwners } from './plan-owners'
import { planPlaces } from './plan-places'
import { planRoll } from './plan-roll'
import { planUnits } from './plan-units'
import { beginPlanning, type Planning } from './planning'

/**
 * Holds a file against what stands: what would be written, and every row that is not good. What the file doesn't name is
 * left alone, empty cells leave what was there, and what ends says so by its 结束日期; so the same file twice changes
 * nothing the second time. Changes count only when there are no problems.
 */
export function planImport(given: Pick<Planning, 'rows' | 'standing' | 'today' | 'newId'>): Plan {
  const planning = beginPlanning(given)
  planPlaces(planning)
  const units = planUnits(planning)
  planOwners(planning, units)
  planRoll(planning)
  const { changes, counts, problems } = planning
  return { changes, counts, problems }
}
