import type { Community, Neighbourhood } from '../../builders/neighbourhood'
import type { TestServer } from '../test-server'

/** Ids of everything a call can name in one community, by the name of the field that takes them. */
export type Ids = Record<string, string>

/** A community that already has the ids of the areas before. */
export interface Made {
  server: TestServer
  place: Neighbourhood
  community: Community
  ids: Ids
  /** Goes into every text that is written there: the other community's people only may read it. */
  title: string
}

/** What the tests of bad input must know of an area, besides its contract. */
export interface AreaHints {
  /** Makes something of everything that a call of the area can name. */
  ids?: (made: Made) => Promise<Ids>
  /** Which list is asked for where a query must name one: by the endpoint's path. */
  lists?: Record<string, string>
  /** Tenant tables that no call from another community may change. */
  tables?: readonly string[]
  /** `<field> <method> <path>`: another community's id means nothing there, and the call succeeds without harm. Say why. */
  harmless?: readonly string[]
}
