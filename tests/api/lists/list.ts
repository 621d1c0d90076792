import type { Neighbourhood, SignedInPerson } from '../../builders/neighbourhood'
import type { ManyRows } from '../many-rows'
import type { TestServer } from '../test-server'

/** A neighbourhood of one's own, with who reads the lists. */
export interface Scene {
  server: TestServer
  place: Neighbourhood
  rows: ManyRows
  resident: SignedInPerson
  worker: SignedInPerson
  staff: SignedInPerson
  admin: SignedInPerson
}

export interface Page {
  ids: string[]
  nextCursor: string | null
}

/** A list: how one of its pages is asked for, how rows get into it, and how more arrive while somebody reads. */
export interface List {
  endpoint: { path: string }
  page(scene: Scene, cursor: string | undefined): Promise<Page>
  /** Makes `ROWS` rows and answers their ids as the list should show them. */
  fill(scene: Scene): Promise<string[]>
  arrive(scene: Scene): Promise<unknown>
}

export type Lists = Record<string, List>

/** More than two pages. */
export const ROWS = 45

export const here = ({ place }: Scene) => ({ communityId: place.community.communityId })

/** A page as the walk reads it. */
export async function pageOf<Item>(
  asked: Promise<{ items: Item[]; nextCursor: string | null }>,
  idOf: (item: Item) => string,
): Promise<Page> {
  const { items, nextCursor } = await asked
  return { ids: items.map(idOf), nextCursor }
}

export const newestFirst = async (made: Promise<string[]>) => (await made).reverse()
