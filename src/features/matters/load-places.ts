import { listPlacesEndpoint, reportable, type PlaceKind } from '#core/places'
import type { TreeItem } from '@/components/TreePicker'
import { callEndpoint } from '@/platform/call-endpoint'
import type { Read } from '@/platform/reading'

/** A place in the tree one chooses from. */
export interface PlaceKnot extends TreeItem {
  kind: PlaceKind
}

/** The places a matter may be at; homes and grids are none. */
export async function loadPlaces(
  communityId: string,
  parentId: string | undefined,
  cursor: string | undefined,
  read: Read = callEndpoint,
) {
  const page = await read(listPlacesEndpoint, {
    params: { communityId },
    query: { parentId, cursor },
  })
  const places = page.items.filter(({ kind }) => reportable(kind))
  return {
    items: places.map(({ placeId, ...place }): PlaceKnot => ({ id: placeId, ...place })),
    nextCursor: page.nextCursor,
  }
}
