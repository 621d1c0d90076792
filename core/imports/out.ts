import { RELATION_LABELS } from '../people'
import { PLACE_LABELS } from '../places'
import { areaText, NONE, pathText } from './cells'
import {
  AREA_SOURCE_LABELS,
  columnsOf,
  DELIVERY_LABELS,
  OWNER_KIND_LABELS,
  UNIT_KIND_LABELS,
  type RowOf,
  type Sheet,
} from './form'
import { buildTree, homesThere, type Node, type PlaceTree } from './place-tree'
import { stillThere, type Standing, type StandingUnit } from './standing'

/** The cells of a row by column; what is left out stays empty. */
type Cells<S extends Sheet> = Partial<Record<keyof RowOf<S>, string | null>>

/**
 * What stands as rows of one sheet, in reading order, in the form that is read in: brought in again, they change nothing.
 * What has ended is not among them.
 */
export function sheetRows(sheet: Sheet, standing: Standing, today: string): string[][] {
  const book = openBook(standing, today)
  const keys = columnsOf(sheet).map(([key]) => key)
  return WRITERS[sheet](book)
    .map(({ order, cells }) => ({
      order: sortable(order),
      cells: cells as Record<string, string | null | undefined>,
    }))
    .sort((one, other) => (one.order < other.order ? -1 : one.order > other.order ? 1 : 0))
    .map(({ cells }) => keys.map((key) => cells[key] ?? ''))
}

interface Book {
  standing: Standing
  today: string
  tree: PlaceTree
  placeText: (placeId: string | null) => string
  unitText: (unit: StandingUnit) => string
}

function openBook(standing: Standing, today: string): Book {
  const tree = buildTree(standing.places)
  const texts = new Map<string, string>()
  const textOf = (node: Node): string => {
    const known = texts.get(node.placeId)
    if (known !== undefined) return known
    const text = node.parent ? `${textOf(node.parent)}/${pathText([node.name])}` : pathText([node.name])
    texts.set(node.placeId, text)
    return text
  }
  const placeText = (placeId: string | null) => {
    const node = placeId === null ? undefined : tree.byId.get(placeId)
    return node ? textOf(node) : ''
  }
  return {
    standing,
    today,
    tree,
    placeText,
    unitText: ({ placeId, name }) => (placeId === null ? '' : `${placeText(placeId)}/`) + pathText([name]),
  }
}

interface Line<S extends Sheet> {
  /** By what it is sorted, the levels parted as in a path. */
  order: string
  cells: Cells<S>
}

const WRITERS: { [S in Sheet]: (book: Book) => Line<S>[] } = {
  places: (book) =>
    placesOf(book, (kind) => kind !== 'home').map((node) => ({
      order: book.placeText(node.placeId),
      cells: { ...placeCells(book, node), kind: PLACE_LABELS[node.kind] },
    })),
  homes: (book) =>
    placesOf(book, (kind) => kind === 'home').map((node) => ({
      order: book.placeText(node.placeId),
      cells: placeCells(book, node),
    })),
  units: (book) =>
    unitsOf(book).map((unit) => ({
      order: book.unitText(unit),
      cells: {
        number: unit.number,
        parent: book.placeText(unit.placeId),
        name: unit.name,
        kind: UNIT_KIND_LABELS[unit.kind],
        area: unit.areaCentiM2 === null ? null : areaText(unit.areaCentiM2),
        areaSource: unit.areaSource && AREA_SOURCE_LABELS[unit.areaSource],
        delivery: DELIVERY_LABELS[unit.delivery],
        homes: homesText(book, unit),
        endsOn: unit.endsOn,
      },
    })),
  owners: (book) => {
    const units = new Map(unitsOf(book).map((unit) => [unit.unitId, unit]))
    const owners = new Map(book.standing.owners.map((owner) => [owner.ownerId, owner]))
    return book.standing.ownerships.flatMap((one) => {
      const unit = units.get(one.unitId)
      const owner = owners.get(one.ownerId)
      if (!unit || !owner || !stillThere(one, book.today)) return []
      const { number, name, phone, kind } = owner
      const cells = { unit: book.unitText(unit), kind: OWNER_KIND_LABELS[kind], name, number, phone }
      return [
        {
          order: `${book.unitText(unit)}/${name}`,
          cells: { ...cells, startsOn: one.startsOn, endsOn: one.endsOn },
        },
      ]
    })
  },
  roll: (book) =>
    book.standing.roll
      .filter((entry) => stillThere(entry, book.today))
      .map(({ homeId, name, relation, isAdult, phone, endsOn }) => {
        const home = book.placeText(homeId)
        const cells = { home, name, relation: RELATION_LABELS[relation], isAdult: isAdult ? '是' : '否' }
        return { order: `${home}/${name}`, cells: { ...cells, phone, endsOn } }
      }),
}

function homesText({ tree, placeText, today }: Book, { homeIds }: StandingUnit): string {
  const homes = homesThere(tree, homeIds, today)
  return homes.length === 0 ? NONE : homes.map(placeText).sort().join('；')
}

const placesOf = ({ tree, today }: Book, wanted: (kind: Node['kind']) => boolean) =>
  tree.nodes.filter((node) => wanted(node.kind) && stillThere(node, today))

const unitsOf = ({ standing, today }: Book) => standing.units.filter((unit) => stillThere(unit, today))

const placeCells = (book: Book, { parent, name, number, endsOn }: Node) => ({
  number,
  parent: parent ? book.placeText(parent.placeId) : '',
  name,
  endsOn,
})

/** Numbers in names sort as numbers, and what stands in a place right after it. */
const sortable = (order: string): string =>
  order.replace(/\d+/g, (digits) => digits.padStart(8, '0')).replace(/\//g, '\u0001')
