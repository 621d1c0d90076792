import { put } from './changes'
import { sameName } from './cells'
import type { RowOf } from './form'
import { homesThere, standsOn, type Node } from './place-tree'
import { wrongAt, type Planning } from './planning'
import type { ReadRow } from './read'
import { stillThere, type StandingUnit } from './standing'

type Row = ReadRow<'units'>

/** Units as they will be: by number, and by where they lie. */
export interface UnitBook {
  reach(path: readonly string[]): StandingUnit | undefined
}

interface Book extends UnitBook {
  byNumber: Map<string, StandingUnit>
  byPlace: Map<string, StandingUnit>
}

const keyIn = (placeId: string | null, name: string) => `${placeId ?? ''}/${sameName(name)}`

/** 专有部分, and which homes they are. Answers where the sheet of owners finds them. */
export function planUnits(planning: Planning): UnitBook {
  const book = openBook(planning)
  for (const row of planning.rows.units) planUnit(planning, book, row)
  return book
}

function openBook({ standing: { units }, tree }: Planning): Book {
  const byPlace = new Map(units.map((unit) => [keyIn(unit.placeId, unit.name), unit]))
  return {
    byPlace,
    byNumber: new Map(units.flatMap((unit) => (unit.number === null ? [] : [[unit.number, unit]]))),
    reach: (path) => {
      const place = tree.reach(path.slice(0, -1))
      return place === undefined
        ? undefined
        : byPlace.get(keyIn(place?.placeId ?? null, path[path.length - 1] ?? ''))
    },
  }
}

function planUnit(planning: Planning, book: Book, row: Row): void {
  const { said } = row
  const place = planning.tree.reach(said.parent ?? [])
  const wrong = (key: keyof RowOf<'units'>, words: string) => wrongAt(planning, 'units', row, key, words)
  if (place === undefined) return wrong('parent', '没找到这个地方，请先把它写进「地方」表里')
  if (place?.kind === 'home')
    return wrong('parent', '这里写的是一户；请写它所在的楼栋或门栋，再在「对应的户」里写这一户')
  const placeId = place?.placeId ?? null
  const there = book.byPlace.get(keyIn(placeId, said.name))
  const numbered = said.number === undefined ? undefined : book.byNumber.get(said.number)
  if (there && numbered && there !== numbered) return wrong('name', '这个位置已经有同名的专有部分了')
  if (there && there.number !== null && said.number !== undefined && there.number !== said.number)
    return wrong('number', '这个专有部分登记的是别的编号')
  const before = numbered ?? there
  const first = writtenBefore(planning, row, placeId)
  if (first) return wrong('name', `和${first}写的是同一个专有部分，请只留一行`)
  if (!mayStand(planning, row, place, before)) return undefined
  const homeIds = homesOf(planning, row, before)
  const after = homeIds && unitOf(planning, row, { placeId, before, homeIds })
  if (!after) return undefined
  if (before) book.byPlace.delete(keyIn(before.placeId, before.name))
  book.byPlace.set(keyIn(placeId, after.name), after)
  if (after.number !== null) book.byNumber.set(after.number, after)
  save(planning, before, after)
  return undefined
}

/** By place and name as by number: either way it would be the same unit. */
function writtenBefore(
  { firstRow }: Planning,
  { row, said }: Row,
  placeId: string | null,
): string | undefined {
  const at = { sheet: 'units', row } as const
  const byName = firstRow(`unit at ${keyIn(placeId, said.name)}`, at)
  return said.number === undefined ? byName : (firstRow(`unit ${said.number}`, at) ?? byName)
}

function mayStand(
  planning: Planning,
  row: Row,
  place: Node | null,
  before: StandingUnit | undefined,
): boolean {
  const { today } = planning
  const { endsOn } = row.said
  const wrong = (words: string) => wrongAt(planning, 'units', row, 'endsOn', words)
  const count = planning.problems.length
  if (!before && endsOn !== undefined && endsOn <= today) wrong('没找到这个专有部分，不能结束它')
  if (before && !stillThere(before, today) && endsOn === undefined)
    wrong('这个专有部分已经结束了；要用请换个名称')
  if (!before && !standsOn(place, today)) wrongAt(planning, 'units', row, 'parent', '这个地方已经结束了')
  return planning.problems.length === count
}

/** The homes a row names; those that stand when it leaves the cell empty. */
function homesOf(planning: Planning, row: Row, before: StandingUnit | undefined): string[] | undefined {
  const { homes } = row.said
  if (homes === undefined) return homesThere(planning.tree, before?.homeIds ?? [], planning.today)
  const ids = homes.map((path) => {
    const home = planning.tree.reach(path)
    return home?.kind === 'home' && standsOn(home, planning.today) ? home.placeId : undefined
  })
  if (ids.some((id) => id === undefined))
    return wrongAt(planning, 'units', row, 'homes', '没找到这一户，请先把它写进「户」表里')
  return Array.from(new Set(ids as string[]))
}

interface Beside {
  placeId: string | null
  before: StandingUnit | undefined
  homeIds: string[]
}

function unitOf(
  planning: Planning,
  row: Row,
  { placeId, before, homeIds }: Beside,
): StandingUnit | undefined {
  const { said } = row
  const areaCentiM2 = said.area ?? before?.areaCentiM2 ?? null
  const areaSource = said.areaSource ?? before?.areaSource ?? null
  if (areaCentiM2 === null && (said.kind === 'dwelling' || said.kind === 'premises'))
    return wrongAt(planning, 'units', row, 'area', '住宅和商铺要写面积')
  if (areaCentiM2 !== null && areaSource === null)
    return wrongAt(planning, 'units', row, 'areaSource', '写了面积，就要写面积从哪儿来：登记、测绘或合同')
  return {
    unitId: before?.unitId ?? planning.newId(),
    placeId,
    name: before && sameName(before.name) === sameName(said.name) ? before.name : said.name,
    number: said.number ?? before?.number ?? null,
    kind: said.kind,
    areaCentiM2,
    areaSource,
    delivery: said.delivery ?? before?.delivery ?? 'delivered',
    endsOn: said.endsOn ?? before?.endsOn ?? null,
    homeIds,
  }
}

/** Homes that ended stay what they were: a file can't name them any more. */
function save(planning: Planning, before: StandingUnit | undefined, after: StandingUnit): void {
  const { changes, count, tree, today } = planning
  const { homeIds, ...unit } = after
  const { homeIds: linkedIds = [], ...former } = before ?? {}
  const formerIds = homesThere(tree, linkedIds, today)
  const comparison = put(changes.units, before && (former as typeof unit), unit)
  const added = homeIds.filter((id) => formerIds.indexOf(id) < 0)
  const ended = formerIds.filter((id) => homeIds.indexOf(id) < 0)
  const { unitId } = unit
  for (const homeId of added) changes.unitHomes.added.push({ unitId, homeId })
  for (const homeId of ended) changes.unitHomes.ended.push({ unitId, homeId })
  const moved = added.length + ended.length > 0
  count('units', comparison === 'unchanged' && moved ? 'changed' : comparison)
}
