import { DomainError } from '#core/errors'
import { hasDesk, type HomeView } from '#core/matters'
import { belongsHere, pathName, type PlaceKind } from '#core/places'
import { PAGE_SIZE } from '#core/contract'
import { countUnread } from '#server/inbox/index'
import { listNoticesForHome } from '#server/notices/index'
import { findPlace, type StoredPlace } from '#server/places/index'
import { listVotesToCast } from '#server/votes/index'
import type { Context } from '#server/platform/context'
import { countDesk } from './desk-repository'
import { pageOfRows } from './list-matters'
import { presentItem } from './present-matter'
import { listAtPlace, listAwaitingAnswer } from './repository'

const WAITING_SHOWN = 3
/** One switches between these on the way up, not between staircases. */
const SWITCHABLE: readonly PlaceKind[] = ['building', 'courtyard', 'estate']

/** The first screen: my place, what waits for me, what happens there. Short queries side by side. */
export async function readHome(context: Context, placeId: string | undefined): Promise<HomeView> {
  const { db, actor, region, now } = context
  if (!belongsHere(actor) && !hasDesk(actor)) throw new DomainError('NOT_ALLOWED')
  const home = actor.homes[0]
  const mine = home ? await findPlace(db, region.regionId, home.homeId) : undefined
  const places = placesOf(mine, region)
  const place = places.find((one) => one.placeId === placeId) ?? (places[0] as HomeView['places'][number])
  const [votes, waiting, desk, feed, unread, notices] = await Promise.all([
    listVotesToCast(context, WAITING_SHOWN),
    listAwaitingAnswer(db, region.regionId, actor.personId, WAITING_SHOWN),
    hasDesk(actor) ? countDesk(db, { actor, communityId: region.regionId, now: now() }) : null,
    belongsHere(actor)
      ? listAtPlace(db, region.regionId, place.placeId, { after: undefined, limit: PAGE_SIZE + 1 })
      : [],
    countUnread(db, region.regionId, actor.personId),
    listNoticesForHome(context, pathOf(mine, place.placeId, region.regionId)),
  ])
  return {
    place: { ...place, pathName: wayTo(mine, place.placeId, region.name) },
    places,
    votes,
    waiting: waiting
      .slice(0, WAITING_SHOWN - votes.length)
      .map((row) => presentItem(row, region, actor, now())),
    desk,
    notices,
    feed: pageOfRows(context, feed),
    unread,
  }
}

function placesOf(mine: StoredPlace | undefined, region: Context['region']): HomeView['places'] {
  const upwards = (mine?.pathNames ?? []).filter(({ kind }) => SWITCHABLE.includes(kind)).reverse()
  return [
    ...upwards.map(({ placeId, name }) => ({ placeId, name })),
    { placeId: region.regionId, name: region.name },
  ]
}

/** From the community down to the place that is looked at. */
function pathOf(mine: StoredPlace | undefined, placeId: string, communityId: string): string[] {
  const path = mine?.path ?? []
  return path.includes(placeId) ? path.slice(0, path.indexOf(placeId) + 1) : [communityId]
}

/** 湖光苑 · 东湖社区: what the place lies in. */
function wayTo(mine: StoredPlace | undefined, placeId: string, communityName: string): string {
  const index = (mine?.pathNames ?? []).findIndex((one) => one.placeId === placeId)
  if (index < 0) return ''
  const above = (mine?.pathNames ?? []).slice(0, index)
  return [pathName(above), communityName].filter(Boolean).join(' · ')
}
