import { listInboxEndpoint, markInboxReadEndpoint } from '#core/inbox'
import { actOnMatterEndpoint, reportMatterEndpoint } from '#core/matters'
import {
  actOnGrantEndpoint,
  actOnMembershipEndpoint,
  askForHomeEndpoint,
  changeMeEndpoint,
  listSessionsEndpoint,
  MEMBERSHIP_ACT_NAMES,
  proposeGrantEndpoint,
  readMeEndpoint,
  revokeSessionEndpoint,
  signInAsDemoPersonEndpoint,
  type MembershipAct,
} from '#core/people'
import { putsOnRecord } from '../../tests/builders/on-record'
import { startTestServer, type TestServer } from '../../tests/api/test-server'
import {
  buildNeighbourhood,
  type Neighbourhood,
  type SignedInPerson,
} from '../../tests/builders/neighbourhood'

let server: TestServer
let place: Neighbourhood
let secretary: SignedInPerson
let staff: SignedInPerson
let otherStaff: SignedInPerson
let chief: SignedInPerson
let worker: SignedInPerson
let resident: SignedInPerson

beforeAll(async () => {
  server = await startTestServer()
  place = await buildNeighbourhood(server.db, new Date('2026-11-01T00:00:00.000Z'))
  const { communityId, gridId, homeId } = place.community
  secretary = await place.inOffice('community_secretary', communityId)
  staff = await place.inOffice('community_staff', communityId)
  otherStaff = await place.inOffice('community_staff', communityId)
  chief = await place.inOffice('grid_chief', gridId)
  worker = await place.inOffice('grid_worker', gridId)
  resident = await place.resident(homeId)
})
afterAll(() => server.close())

const params = () => ({ communityId: place.community.communityId })

const { recorded, entriesOf, leavesOne } = putsOnRecord(() => server.db)

const report = () =>
  server.ok(reportMatterEndpoint, {
    as: resident.token,
    params: params(),
    body: { placeId: place.community.buildingId, serviceCode: 'stair_lamp', title: '楼道灯不亮' },
  })

it('every act on a home leaves one entry', async () => {
  const { homeId } = place.community
  const ask = async (who: SignedInPerson) =>
    leavesOne(
      () =>
        server.ok(askForHomeEndpoint, {
          as: who.token,
          params: params(),
          body: { homeId, relation: 'tenant', isAdult: true },
        }),
      { act: 'membership.ask', person_id: who.personId },
      ({ membershipId }) => membershipId,
    )
  const act = (
    by: SignedInPerson,
    { membershipId }: { membershipId: string },
    name: MembershipAct,
    reason?: string,
  ) =>
    leavesOne(
      () =>
        server.ok(actOnMembershipEndpoint, {
          as: by.token,
          params: { ...params(), membershipId },
          body: { act: name, ...(reason ? { reason } : {}) },
        }),
      { act: `membership.${name}`, person_id: by.personId, reason: reason ?? null },
      (membership) => membership.membershipId,
    )
  const [first, second, third] = [await place.person(), await place.person(), await place.person()]
  await act(first, await ask(first), 'withdraw')
  await act(worker, await ask(first), 'refuse', '不是这户的')
  const confirmed = await act(worker, await ask(second), 'confirm')
  await act(resident, confirmed, 'object', '我不认识')
  await act(staff, confirmed, 'dismiss', '核对过了')
  const asked = await ask(third)
  await act(resident, asked, 'object', '我不认识')
  await act(otherStaff, asked, 'uphold', '核对过了，不是')
  await act(second, confirmed, 'leave')
  await act(worker, await act(worker, await ask(second), 'confirm'), 'end', '搬走了')
  expect([...recorded]).toEqual(
    expect.arrayContaining(MEMBERSHIP_ACT_NAMES.map((name) => `membership.${name}`)),
  )
})

it('every grant leaves one entry, with its evidence', async () => {
  const personCode = async (who: SignedInPerson) =>
    (await server.ok(readMeEndpoint, { as: who.token })).personCode
  const grant = async (role: 'grid_worker' | 'property_staff', placeId: string, act: string) => {
    const body = {
      role,
      placeId,
      officialName: '李明',
      endsAt: '2027-01-01T00:00:00.000Z',
      evidence: '任用文件',
    }
    const code = await personCode(await place.person())
    return leavesOne(
      () =>
        server.ok(proposeGrantEndpoint, {
          as: secretary.token,
          params: { regionId: place.community.communityId },
          body: { ...body, personCode: code },
        }),
      { act, person_id: secretary.personId, role: 'community_secretary', reason: '任用文件' },
      ({ grantId }) => grantId,
    )
  }
  const act = ({ grantId }: { grantId: string }, name: 'confirm' | 'refuse' | 'end', reason?: string) =>
    leavesOne(
      () =>
        server.ok(actOnGrantEndpoint, {
          as: staff.token,
          params: { regionId: place.community.communityId, grantId },
          body: { act: name, ...(reason ? { reason } : {}) },
        }),
      { act: `grant.${name}`, person_id: staff.personId, role: 'community_staff', reason: reason ?? null },
      (answer) => answer.grantId,
    )
  const { gridId, estateId } = place.community
  await act(await grant('grid_worker', gridId, 'grant.grant'), 'end', '调走了')
  await act(await grant('property_staff', estateId, 'grant.propose'), 'confirm')
  await act(await grant('property_staff', estateId, 'grant.propose'), 'refuse', '合同到期')
})

it('a write that is repeated under its key leaves no second entry, a refused one none', async () => {
  const matter = await report()
  const input = {
    as: chief.token,
    key: '3b241101-e2bb-4255-8caf-4136c566a962',
    params: { ...params(), matterId: matter.matterId },
    body: { act: 'acknowledge', revision: matter.revision },
  } as const
  const { added } = await entriesOf(async () => {
    for (let time = 0; time < 3; time += 1) await server.ok(actOnMatterEndpoint, input)
  })
  expect(added.map(({ act }) => act)).toEqual(['matter.acknowledge'])
  const again = { ...input, key: '3b241101-e2bb-4255-8caf-4136c566a963' }
  const refused = await entriesOf(() => server.call(actOnMatterEndpoint, again))
  expect([refused.answer.status, refused.added]).toEqual([409, []])
})

it('what one does about oneself alone leaves none', async () => {
  const { added } = await entriesOf(async () => {
    const [person] = await server.db.selectFrom('identities').select('person_id').limit(1).execute()
    const { token: as } = await server.ok(signInAsDemoPersonEndpoint, {
      body: { personId: person?.person_id as string },
    })
    await server.ok(changeMeEndpoint, { as, body: { nickname: '老李' } })
    const inbox = await server.ok(listInboxEndpoint, { as: chief.token, params: params(), query: {} })
    await server.ok(markInboxReadEndpoint, {
      as: chief.token,
      params: params(),
      body: { itemId: inbox.items[0]?.itemId as string },
    })
    const sessions = await server.ok(listSessionsEndpoint, { as, query: {} })
    const sessionId = sessions.items[0]?.sessionId as string
    await server.ok(revokeSessionEndpoint, { as, params: { sessionId } })
  })
  expect(added).toEqual([])
})
