import type { PlaceKind } from './kinds'

interface Named {
  kind: PlaceKind
  name: string
}

/** 湖光苑 3号楼 2单元: a place as it is said aloud, from the estate down. Homes get 室. */
export function pathName(path: readonly Named[]): string {
  return path.map(({ kind, name }) => (kind === 'home' ? `${name} 室` : name)).join(' ')
}

/** 3号楼的一位住户: how someone is called whose name isn't shown (domain.md 3). */
export function neighbourName(buildingName: string | null): string {
  return buildingName ? `${buildingName}的一位住户` : '一位住户'
}
