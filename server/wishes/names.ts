import type { ShownAs } from '#core/matters'
import { neighbourName } from '#core/places'
import type { PathName } from '#server/platform/db/index'
import type { WishRow } from './repository'

/** 3号楼的一位住户, or a nickname: what the author of a wish is called. */
export function authorName({ shown_as, nickname, place_name }: WishRow): string {
  return shown_as === 'nickname' && nickname ? nickname : neighbourName(place_name)
}

/** What a helper is called: by everybody, where they want that; by the author in any case. */
export function helperNames(
  shownAs: ShownAs,
  nickname: string | null,
  organisationName: string | undefined,
): { shownName: string | null; name: string } {
  if (organisationName) return { shownName: organisationName, name: organisationName }
  const name = nickname ?? '一位邻居'
  return {
    shownName: shownAs === 'nickname' ? nickname : null,
    name: shownAs === 'nickname' ? name : '一位邻居',
  }
}

/** The building a place lies in, or what comes nearest to it. */
export function buildingIn(pathNames: readonly PathName[]): PathName | undefined {
  const kinds = ['building', 'courtyard', 'estate'] as const
  return kinds.map((kind) => pathNames.find((step) => step.kind === kind)).find((step) => step !== undefined)
}
