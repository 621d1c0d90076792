import {
  bindingOf,
  conveningOffice,
  earliestOpening,
  electoratesFor,
  isConveningRole,
  type JurisdictionProfile,
  type VotePlace,
  type VotePlaceView,
} from '#core/votes'
import { pathName } from '#core/places'
import { listPlacesById } from '#server/places/index'
import type { Context } from '#server/platform/context'
import { asDemanded } from './demands/convening'
import { listBylawsInForce, nearestBylaw } from './bylaws/bylaw-in-force'
import { listCommittees, votePlaceOf } from './vote-place'

type NamedPlace = VotePlace & { name: string }

/** Where the caller convenes whom: the places of their offices, or one place that lies in them. Four queries at most. */
export async function listVotePlaces(
  context: Context,
  profile: JurisdictionProfile,
  { placeId, demandId }: { placeId?: string | undefined; demandId?: string | undefined },
): Promise<{ items: VotePlaceView[] }> {
  const { db, region } = context
  const places = placeId
    ? [
        await asDemanded(db, region.regionId, await votePlaceOf(db, context, placeId), {
          demandId,
          electorate: 'owners',
        }),
      ]
    : await placesOfOffices(context)
  const bylaws = await listBylawsInForce(
    db,
    region.regionId,
    places.flatMap(({ jurisdiction }) => jurisdiction),
  )
  return {
    items: places.flatMap((place) =>
      presentPlace(context, profile, { ...place, bylaw: nearestBylaw(bylaws, place.jurisdiction) ?? null }),
    ),
  }
}

async function placesOfOffices({ actor, db, region, now }: Context): Promise<NamedPlace[]> {
  const held = actor.roles.filter(isConveningRole).map(({ placeId }) => placeId)
  if (held.length === 0) return []
  const stored = await listPlacesById(db, region.regionId, held)
  const committees = await listCommittees(db, [...held, ...stored.flatMap(({ path }) => path)], now())
  const within = stored.map((place): NamedPlace => {
    const jurisdiction = [...region.path, ...place.path.slice(1)]
    return {
      placeId: place.placeId,
      kind: place.kind,
      name: pathName(place.pathNames),
      jurisdiction,
      hasCommittee: committees.some((id) => jurisdiction.includes(id)),
    }
  })
  const whole: NamedPlace = {
    placeId: region.regionId,
    kind: 'community',
    name: region.name,
    jurisdiction: region.path,
    hasCommittee: false,
  }
  return [...within, ...(held.includes(region.regionId) ? [whole] : [])]
}

function presentPlace(
  { actor, region, now }: Context,
  profile: JurisdictionProfile,
  place: NamedPlace & Pick<VotePlaceView, 'bylaw'>,
): VotePlaceView[] {
  const electorates = electoratesFor(actor.roles, place)
  if (electorates.length === 0) return []
  const timed = { communityId: region.regionId, placeId: place.placeId }
  const ofOwners = conveningOffice(actor.roles, place, 'owners')
  return [
    {
      placeId: place.placeId,
      name: place.name,
      kind: place.kind,
      electorates,
      bylaw: place.bylaw,
      ownersBinding: bindingOf(['owners_ordinary'], ofOwners?.role ?? 'building_head', profile),
      earliest: {
        owners: earliestOpening({ ...timed, rules: ['owners_ordinary'] }, now()),
        other: earliestOpening({ ...timed, rules: ['households'] }, now()),
      },
    },
  ]
}
