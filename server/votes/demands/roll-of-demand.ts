import { DEVELOPER_KEY, type RollVoter } from '#core/votes'
import type { Transaction } from '#server/platform/db/index'
import { makeRoll } from '../make-roll'
import type { KnownAs } from '../outsiders'

/** One person in the sense of the counting rule for whom somebody signs, and as the owner of which home; null: by their phone. */
export interface SignedFor {
  key: string
  name: string
  homeId: string | null
}

interface OfDemand {
  communityId: string
  placeId: string
  now: Date
}

/** Who owns at a place, as it is counted for a demand. */
export interface OwnersThere {
  voters: RollVoter[]
  /** With one for each unit whose owner the register lacks: a gap in it makes no fifth any sooner. */
  persons: number
}

/** 业主名册 of the place as it is now. Parking doesn't count as units here ○: a space alone makes nobody a signer. Two queries. */
export async function ownersOf(
  tx: Transaction,
  { communityId, placeId, now }: OfDemand,
): Promise<OwnersThere> {
  const { voters, problems } = await makeRoll(tx, {
    communityId,
    placeId,
    now,
    electorate: 'owners',
    parkingCounts: false,
    expectedAreaCentiM2: null,
    vacantHomeIds: [],
    applicantUnitId: null,
    outsiderKeys: [],
  })
  const ownerless = problems.filter(({ kind }) => kind === 'owner_missing').length
  return { voters, persons: voters.length + ownerless }
}

/**
 * For which of them somebody signs who is `known` by the phone that the register of owners has, or as the adult owner of a home
 * there, as whoever votes for them.
 */
export function signedFor(voters: readonly RollVoter[], { ownerIds, homeIds }: KnownAs): SignedFor[] {
  return voters.flatMap(({ key, name, ...voter }): SignedFor[] => {
    if (voter.ownerIds.some((id) => ownerIds.has(id))) return [{ key, name, homeId: null }]
    // Nobody is the developer for living in what it has not handed over.
    const homeId = key === DEVELOPER_KEY ? undefined : voter.homeIds.find((id) => homeIds.has(id))
    return homeId === undefined ? [] : [{ key, name, homeId }]
  })
}
