import {
  actOnGrantEndpoint,
  actOnMembershipEndpoint,
  askForHomeEndpoint,
  listGrantsEndpoint,
  listMembershipsEndpoint,
  listSessionsEndpoint,
  proposeGrantEndpoint,
  readMeEndpoint,
  readMembershipEndpoint,
} from '#core/people'
import { placeOf } from '../builders/big-district'
import { asEach, type AreaPlans, type Look, type Seen } from './look'

const memberships = (list: 'mine' | 'to_decide' | 'household'): Record<string, Look> =>
  asEach(
    { staff: 'staff', 'a grid worker': 'worker', 'a building head': 'head', 'a resident': 'resident' },
    (person) => `memberships ${list} of ${person}`,
    ({ pages, params }, person) => pages(listMembershipsEndpoint, person, { params, query: { list } }),
  )

export const peoplePlans: AreaPlans = {
  reads: {
    me: ({ ok, resident }) => ok(readMeEndpoint, resident, {}),
    'my sessions': ({ pages, resident }) => pages(listSessionsEndpoint, resident, { query: {} }),
    'the grants': ({ pages, params, staff }) =>
      pages(listGrantsEndpoint, staff, { params: { regionId: params.communityId }, query: {} }),
    ...memberships('mine'),
    ...memberships('to_decide'),
    ...memberships('household'),
  },
  writes: { 'asking for a home, deciding and granting': askAndGrant },
}

async function askAndGrant({ ok, params, property: newcomer, staff, community }: Seen): Promise<void> {
  const body = { homeId: placeOf(community, 40), relation: 'tenant', isAdult: true } as const
  const asked = await ok(askForHomeEndpoint, newcomer, { params, body })
  const membership = { ...params, membershipId: asked.membershipId }
  await ok(readMembershipEndpoint, staff, { params: membership })
  await ok(actOnMembershipEndpoint, staff, { params: membership, body: { act: 'confirm' } })
  const proposal = {
    personCode: `P${community * 100 + 60}`,
    role: 'grid_worker',
    placeId: placeOf(community, 94),
    officialName: '李明',
    endsAt: '2027-06-01T00:00:00.000Z',
    evidence: '任用文件',
  } as const
  const region = { regionId: params.communityId }
  const granted = await ok(proposeGrantEndpoint, staff, { params: region, body: proposal })
  const end = { act: 'end', reason: '调走了' } as const
  await ok(actOnGrantEndpoint, staff, { params: { ...region, grantId: granted.grantId }, body: end })
}
