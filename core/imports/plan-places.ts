import { fitsIn } from '../places'
import { put } from './changes'
import { sameName } from './cells'
import { FORM, headingOf, type ImportedPlaceKind } from './form'
import type { Planning } from './planning'
import type { Node } from './place-tree'
import { stillThere, type StandingPlace } from './standing'

/** A row of the sheet of places or of homes. */
interface PlaceRow {
  sheet: 'places' | 'homes'
  row: number
  number: string | undefined
  kind: ImportedPlaceKind | 'home'
  parent: string[]
  name: string
  endsOn: string | undefined
}

type Field = 'number' | 'kind' | 'parent' | 'name' | 'endsOn'

/** 地方和户: one tree. Numbers first, then from the top down, so that a row may stand above or below its parent's. */
export function planPlaces(planning: Planning): void {
  const rows = placeRows(planning)
  const known = new Map(rows.flatMap((row) => renamed(planning, row)))
  const byDepth = [...rows].sort(
    (one, other) => one.parent.length - other.parent.length || one.row - other.row,
  )
  const settled = byDepth.flatMap((row) => {
    const node = settle(planning, row, known.get(row))
    return node ? [{ row, node }] : []
  })
  const children = childrenOf(planning.tree.nodes)
  for (const { row, node } of settled) {
    checkEnd(planning, row, node, children.get(node.placeId) ?? [])
    planning.count(row.sheet, put(planning.changes.places, node.before, rowOf(node)))
  }
}

function placeRows({ rows }: Planning): PlaceRow[] {
  const places = rows.places.map(({ row, said }): PlaceRow => ({
    ...said,
    sheet: 'places',
    row,
    parent: said.parent ?? [],
  }))
  return [
    ...places,
    ...rows.homes.map(({ row, said }): PlaceRow => ({ ...said, sheet: 'homes', row, kind: 'home' })),
  ]
}

const wrong = (planning: Planning, { sheet, row }: PlaceRow, field: Field, words: string): undefined =>
  planning.wrong({
    sheet: FORM[sheet].title,
    row,
    column: sheet === 'homes' && field === 'kind' ? null : headingOf(sheet, field as 'name'),
    words,
  })

/** Rows that name a standing place by its number give it their name before any way down is looked up. */
function renamed(planning: Planning, row: PlaceRow): [PlaceRow, Node][] {
  const node = row.number === undefined ? undefined : planning.tree.byNumber.get(row.number)
  if (!node) return []
  if (sameName(node.name) !== sameName(row.name) && !planning.tree.rename(node, row.name))
    wrong(planning, row, 'name', '同一个上级下面已经有这个名称了')
  return [[row, node]]
}

/** The place of a row: one that stands, or a new one. Undefined when the row is not good. */
function settle(planning: Planning, row: PlaceRow, numbered: Node | undefined): Node | undefined {
  const { tree, today } = planning
  const parent = tree.reach(row.parent)
  if (parent === undefined) return wrong(planning, row, 'parent', '没找到这个上级，请先把它写进「地方」表里')
  const node = numbered ?? tree.childOf(parent, row.name)
  const first = writtenBefore(planning, row, parent)
  if (first) return wrong(planning, row, 'name', `和${first}写的是同一个地方，请只留一行`)
  if (!fitsIn(row.kind, parent?.kind ?? 'community'))
    return wrong(planning, row, 'parent', '这种地方不能放在这个上级下面')
  if (!node) return bring(planning, row, parent)
  if (node.parent !== parent)
    return wrong(planning, row, 'parent', '有这个编号的地方在别的上级下面；地方不能搬，请新写一行')
  if (node.kind !== row.kind) return wrong(planning, row, 'kind', '这里已经有同名的地方，但不是这一类')
  if (row.number !== undefined && node.number !== null && node.number !== row.number)
    return wrong(planning, row, 'number', '这个地方登记的是别的编号')
  if (!stillThere(node, today) && row.endsOn === undefined)
    return wrong(planning, row, 'endsOn', '这个地方已经结束了；要用请换个名称')
  if (row.number !== undefined) number(planning, node, row.number)
  node.endsOn = row.endsOn ?? node.endsOn
  return node
}

/** By name as by number: either way it would be the same place. */
function writtenBefore({ firstRow }: Planning, row: PlaceRow, parent: Node | null): string | undefined {
  const byName = firstRow(`place ${parent?.placeId ?? ''}/${sameName(row.name)}`, row)
  return row.number === undefined ? byName : (firstRow(`place ${row.number}`, row) ?? byName)
}

function number({ tree }: Planning, node: Node, given: string): void {
  node.number = given
  tree.byNumber.set(given, node)
}

function bring(planning: Planning, row: PlaceRow, parent: Node | null): Node | undefined {
  const { tree, today, newId } = planning
  if (row.endsOn !== undefined && row.endsOn <= today)
    return wrong(planning, row, 'endsOn', '没找到这个地方，不能结束它')
  if (parent && !stillThere(parent, today)) return wrong(planning, row, 'parent', '这个上级已经结束了')
  const { kind, name, endsOn = null } = row
  const node: Node = { placeId: newId(), parent, kind, name, number: null, endsOn, before: undefined }
  if (row.number !== undefined) number(planning, node, row.number)
  tree.add(node)
  return node
}

function childrenOf(nodes: readonly Node[]): Map<string, Node[]> {
  const children = new Map<string, Node[]>()
  for (const node of nodes) {
    if (!node.parent) continue
    const siblings = children.get(node.parent.placeId)
    if (siblings) siblings.push(node)
    else children.set(node.parent.placeId, [node])
  }
  return children
}

/** Nothing ends above what goes on, and no home with people in it. */
function checkEnd(planning: Planning, row: PlaceRow, node: Node, children: readonly Node[]): void {
  const end = node.endsOn
  if (end === null || end === node.before?.endsOn) return
  if (children.some((child) => child.endsOn === null || child.endsOn > end))
    wrong(planning, row, 'endsOn', '下面还有没结束的地方，请先把它们也写上结束日期')
  if (planning.standing.membersIn.has(node.placeId))
    wrong(planning, row, 'endsOn', '这一户还有住户绑定着，请先请他们退出')
}

function rowOf({ placeId, parent, kind, name, number: given, endsOn }: Node): StandingPlace {
  return { placeId, parentId: parent?.placeId ?? null, kind, name, number: given, endsOn }
}
