import type { PlaceKind } from '../places'
import { sameName } from './cells'
import { stillThere, type StandingPlace } from './standing'

/** A place while a file is held against what stands. */
export interface Node {
  placeId: string
  parent: Node | null
  kind: PlaceKind
  name: string
  number: string | null
  endsOn: string | null
  /** As it stood; undefined for one that the file brings. */
  before: StandingPlace | undefined
}

/** Finds places by number and by their way down. The community itself is `null`. */
export interface PlaceTree {
  nodes: Node[]
  byId: ReadonlyMap<string, Node>
  byNumber: Map<string, Node>
  /** By the names as they will be; else by those that stood before. Undefined: there is none. */
  reach(path: readonly string[]): Node | null | undefined
  childOf(parent: Node | null, name: string): Node | undefined
  add(node: Node): void
  /** False when its parent has one of that name already. */
  rename(node: Node, name: string): boolean
  pathOf(node: Node): string[]
}

const ROOT = ''
const keyIn = (parent: Node | null, name: string) => `${parent?.placeId ?? ROOT}/${sameName(name)}`

/** The tree as it stands, without grids. Parents may come after their children. */
export function buildTree(standing: readonly StandingPlace[]): PlaceTree {
  const nodes = standing.map((place): Node => ({
    placeId: place.placeId,
    parent: null,
    kind: place.kind,
    name: place.name,
    number: place.number,
    endsOn: place.endsOn,
    before: place,
  }))
  const byId = new Map(nodes.map((node) => [node.placeId, node]))
  for (const node of nodes) node.parent = byId.get(node.before?.parentId ?? ROOT) ?? null
  const now = new Map(nodes.map((node) => [keyIn(node.parent, node.name), node]))
  const before = new Map(now)
  const childOf = (parent: Node | null, name: string) => now.get(keyIn(parent, name))
  const step = (parent: Node | null | undefined, name: string) =>
    parent === undefined ? undefined : (childOf(parent, name) ?? before.get(keyIn(parent, name)))
  return {
    nodes,
    byId,
    byNumber: new Map(nodes.flatMap((node) => (node.number === null ? [] : [[node.number, node]]))),
    reach: (path) => path.reduce<Node | null | undefined>(step, null),
    childOf,
    add: (node) => {
      nodes.push(node)
      byId.set(node.placeId, node)
      now.set(keyIn(node.parent, node.name), node)
    },
    rename: (node, name) => {
      const taken = childOf(node.parent, name)
      if (taken && taken !== node) return false
      now.delete(keyIn(node.parent, node.name))
      node.name = name
      now.set(keyIn(node.parent, name), node)
      return true
    },
    pathOf: (node) => {
      const names: string[] = []
      for (let one: Node | null = node; one; one = one.parent) names.unshift(one.name)
      return names
    },
  }
}

/** Whether a place and all it stands in are there on a day. */
export function standsOn(node: Node | null, today: string): boolean {
  for (let one = node; one; one = one.parent) if (!stillThere(one, today)) return false
  return true
}

/** Of some homes those that are there on a day: what has ended is a home of nothing any more. */
export function homesThere({ byId }: PlaceTree, homeIds: readonly string[], today: string): string[] {
  return homeIds.filter((id) => {
    const home = byId.get(id)
    return home !== undefined && standsOn(home, today)
  })
}
