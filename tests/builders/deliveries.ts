import type { InputOf } from '#core/contract'
import {
  actOnDeliveryEndpoint,
  listDeliveriesEndpoint,
  recordDeliveryEndpoint,
  type DeliveryAct,
  type DeliveryRow,
  type VoteView,
} from '#core/votes'
import { saveBylaw } from './bylaws'
import type { SignedInPerson } from './neighbourhood'
import { photosOf } from './proxies'
import { saveOwner, saveUnit } from './units'
import { place, server, staff, votes } from './vote-stage'

interface Named {
  voteId: string
}
type Recorded = NonNullable<InputOf<(typeof recordDeliveryEndpoint)['body']>>

export const OPENS_AT = new Date('2026-12-03T16:00:00.000Z')
export const CLOSES_AT = new Date('2026-12-13T12:00:00.000Z')

/** What owners decide, with silence counted. */
export const SILENT = {
  electorate: 'owners' as const,
  opensOn: '2026-12-04',
  closesOn: '2026-12-13',
  items: [{ subject: 'fund_use' as const, title: '用维修资金修屋顶' }],
  countsSilence: true,
}

/** Three persons in the register: 李 (in the app, as the resident), 小周 (as the neighbour), and 刘, who isn't in the app. */
export async function ownersOfBuilding(): Promise<void> {
  const { communityId, buildingId, homeId, neighbourHomeId } = place.community
  const unit = async (name: string, owner: string, more: object = {}) =>
    saveUnit(server.db, {
      communityId,
      placeId: buildingId,
      name,
      areaCentiM2: 10000,
      ownerIds: [await saveOwner(server.db, { communityId, name: owner })],
      ...more,
    })
  await unit('101', '李阿姨', { homeId })
  await unit('202', '小周', { homeId: neighbourHomeId })
  await unit('301', '刘先生')
}

/** Bylaws that count silence, in force over the community. */
export const bylaws = (more: Parameters<typeof saveBylaw>[2] = {}): Promise<string> => {
  const { communityId } = place.community
  return saveBylaw(
    server.db,
    { communityId, placeId: communityId, jurisdiction: [communityId], personId: staff.personId },
    more,
  )
}

/** Records it; the answer as it came. */
export const tryDeliver = async (
  by: SignedInPerson,
  vote: Named,
  voterId: string,
  more: Partial<Recorded> = {},
) =>
  server.call(recordDeliveryEndpoint, {
    as: by.token,
    params: votes.params(vote),
    body: {
      voterId,
      how: 'handed',
      ...(more.how === undefined ? { photoIds: await photosOf(by) } : {}),
      ...more,
    },
  })

/** The same where it works. */
export async function deliver(...asked: Parameters<typeof tryDeliver>): Promise<DeliveryRow> {
  const { status, body } = await tryDeliver(...asked)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body as DeliveryRow
}

export const tryActOn = (
  by: SignedInPerson,
  vote: Named,
  deliveryId: string,
  body: { act: DeliveryAct; reason?: string },
) => server.call(actOnDeliveryEndpoint, { as: by.token, params: { ...votes.params(vote), deliveryId }, body })

/** The roll as a recorder looks through it. */
export const reached = async (by: SignedInPerson, vote: Named, list: 'missing' | 'all' = 'all') =>
  (await server.ok(listDeliveriesEndpoint, { as: by.token, params: votes.params(vote), query: { list } }))
    .items

/** The first for whom somebody votes, as their page of the vote has it. */
export const ownIn = async (by: SignedInPerson, vote: Named) => {
  const { silence }: VoteView = await votes.read(by, vote)
  const [own] = silence?.own ?? []
  if (!own) throw new Error('They are not on the roll')
  return own
}

/** Of one on the roll by a part of their name. */
export async function voterNamed(by: SignedInPerson, vote: Named, part: string): Promise<string> {
  const found = (await reached(by, vote)).find(({ name }) => name.includes(part))
  if (!found) throw new Error(`Nobody is called ${part}`)
  return found.voterId
}
