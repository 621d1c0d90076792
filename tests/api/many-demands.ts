import type { Insertable } from 'kysely'
import { demandEndsAt, type DemandState } from '#core/votes'
import { newId, type Tables } from '#server/platform/db/index'
import type { Neighbourhood } from '../builders/neighbourhood'
import { saveOwner, saveUnit } from '../builders/units'
import type { TestServer } from './test-server'

type Server = Pick<TestServer, 'db' | 'clock'>
type Place = Pick<Neighbourhood, 'community' | 'districtId' | 'subdistrictId'>

export interface DemandWanted {
  state?: DemandState
  title?: string
}

/** Demands at the building, each by somebody else: one has but one open at a place. Answers their ids, oldest first. */
export async function manyDemands(
  { db, clock }: Server,
  { community, districtId, subdistrictId }: Place,
  authorIds: readonly string[],
  { state = 'open', title = '换不换物业' }: DemandWanted = {},
): Promise<string[]> {
  const { communityId, estateId, buildingId } = community
  const isMet = state === 'met' || state === 'convened'
  const rows = authorIds.map((authorId): Insertable<Tables['owners_demands']> => ({
    community_id: communityId,
    demand_id: newId(),
    place_id: buildingId,
    place_name: '湖光苑 3号楼',
    place_kind: 'building',
    jurisdiction: [districtId, subdistrictId, communityId, estateId, buildingId],
    title,
    text: title,
    author_id: authorId,
    by_name: '湖光苑 3号楼的一位业主',
    words_state: 'shown',
    state,
    persons_when_written: 10,
    persons_of: 10,
    persons_signed: isMet ? 2 : 0,
    created_at: clock.now,
    ends_at: demandEndsAt(clock.now),
    met_at: isMet ? clock.now : null,
    vote_id: state === 'convened' ? newId() : null,
    revision: 1,
  }))
  await db.insertInto('owners_demands').values(rows).execute()
  return rows.map((row) => row.demand_id)
}

/** Signatures by one person for as many persons on the roll. Answers their ids, oldest first. */
export async function manySignatures(
  { db, clock }: Server,
  { communityId, demandId, personId }: { communityId: string; demandId: string; personId: string },
  count: number,
): Promise<string[]> {
  const rows = Array.from({ length: count }, (): Insertable<Tables['demand_signatures']> => ({
    community_id: communityId,
    demand_id: demandId,
    signature_id: newId(),
    voter_key: newId(),
    voter_name: '2单元 602 室',
    person_id: personId,
    home_id: null,
    at: clock.now,
  }))
  await db.insertInto('demand_signatures').values(rows).execute()
  return rows.map((row) => row.signature_id)
}

/** Ten owners of the building, the first of them who lives in its first home. */
export async function tenOwners({ db }: Server, { community }: Place): Promise<void> {
  const { communityId, buildingId, homeId } = community
  for (let number = 1; number <= 10; number += 1)
    await saveUnit(db, {
      communityId,
      placeId: buildingId,
      name: `业主${number}`,
      areaCentiM2: 8000,
      ownerIds: [await saveOwner(db, { communityId, name: '业主' })],
      ...(number === 1 ? { homeId } : {}),
    })
}
