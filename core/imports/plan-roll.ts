import { put } from './changes'
import { sameName } from './cells'
import { ROLL_ERASED_AFTER_DAYS } from './limits'
import { wrongAt, type Planning } from './planning'
import { standsOn } from './place-tree'
import type { ReadRow } from './read'
import { stillThere, type StandingRollEntry } from './standing'
import { dateOf, endOfDays, startOfDay } from '../calendar'

/** 住户名册: who lives in a home, one entry for a name. */
export function planRoll(planning: Planning): void {
  const known = new Map<string, StandingRollEntry>()
  for (const entry of planning.standing.roll) {
    const key = keyOf(entry.homeId, entry.name)
    const other = known.get(key)
    // Whoever came back has an entry of before as well: the one in force counts.
    if (!other || !stillThere(other, planning.today)) known.set(key, entry)
  }
  for (const row of planning.rows.roll) planEntry(planning, known, row)
}

const keyOf = (homeId: string, name: string) => `${homeId} ${sameName(name)}`

function planEntry(
  planning: Planning,
  known: ReadonlyMap<string, StandingRollEntry>,
  row: ReadRow<'roll'>,
): void {
  const { said } = row
  const { tree, today, changes } = planning
  const home = tree.reach(said.home)
  if (home?.kind !== 'home')
    return wrongAt(planning, 'roll', row, 'home', '没找到这一户，请先把它写进「户」表里')
  const key = keyOf(home.placeId, said.name)
  const first = planning.firstRow(`roll ${key}`, { sheet: 'roll', ...row })
  if (first)
    return wrongAt(
      planning,
      'roll',
      row,
      'name',
      `和${first}写的是同一户的同一个人；真是两个人的，请在姓名后加个记号`,
    )
  const found = known.get(key)
  const before = found && (stillThere(found, today) || found.endsOn === said.endsOn) ? found : undefined
  if (!before && said.endsOn !== undefined && said.endsOn <= today) {
    // So long ago that the name was erased: there is nothing left to end.
    if (said.endsOn <= erasedBefore(today)) return planning.count('roll', 'unchanged')
    return wrongAt(planning, 'roll', row, 'name', '这一户的名册上没有这个人，不能结束')
  }
  if (!before && !standsOn(home, today)) return wrongAt(planning, 'roll', row, 'home', '这一户已经结束了')
  const after: StandingRollEntry = {
    entryId: before?.entryId ?? planning.newId(),
    homeId: home.placeId,
    name: before ? before.name : said.name,
    relation: said.relation,
    isAdult: said.isAdult,
    phone: said.phone === undefined ? (before?.phone ?? null) : said.phone,
    endsOn: said.endsOn ?? before?.endsOn ?? null,
  }
  return planning.count('roll', put(changes.roll, before, after))
}

/** The last day whose endings are erased on `today`. */
export function erasedBefore(today: string): string {
  return dateOf(endOfDays(startOfDay(today), -ROLL_ERASED_AFTER_DAYS - 1))
}
