import type { Endpoint } from '#core/contract'
import * as inbox from '#core/inbox'
import * as matters from '#core/matters'
import * as people from '#core/people'
import * as places from '#core/places'

/** Every endpoint of the contract: what is exported under a name that ends with `Endpoint`. */
export const ALL_ENDPOINTS: readonly Endpoint[] = [people, places, matters, inbox].flatMap((area) =>
  Object.entries(area)
    .filter(([name]) => name.endsWith('Endpoint'))
    .map(([, value]) => value as unknown as Endpoint),
)
