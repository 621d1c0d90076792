import type { Endpoint } from '#core/contract'
import * as imports from '#core/imports'
import * as inbox from '#core/inbox'
import * as matters from '#core/matters'
import * as myData from '#core/my-data'
import * as moderation from '#core/moderation'
import * as notices from '#core/notices'
import * as organisations from '#core/organisations'
import * as people from '#core/people'
import * as photos from '#core/photos'
import * as places from '#core/places'
import * as rounds from '#core/rounds'
import * as search from '#core/search'
import * as threads from '#core/threads'
import * as votes from '#core/votes'
import * as wishes from '#core/wishes'

/** Every endpoint of the contract: what is exported under a name that ends with `Endpoint`. */
export const ALL_ENDPOINTS: readonly Endpoint[] = [
  people,
  places,
  matters,
  wishes,
  votes,
  rounds,
  inbox,
  photos,
  notices,
  search,
  threads,
  moderation,
  organisations,
  myData,
  imports,
].flatMap((area) =>
  Object.entries<unknown>(area)
    .filter(([name]) => name.endsWith('Endpoint'))
    .map(([, value]) => value as Endpoint),
)
