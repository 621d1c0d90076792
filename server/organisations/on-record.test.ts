import {
  actOnMemberEndpoint,
  actOnVolunteerRequestEndpoint,
  askToJoinEndpoint,
  askToVolunteerEndpoint,
  createOrganisationEndpoint,
  endOrganisationEndpoint,
  nameLeadEndpoint,
  type MemberAct,
  type OrganisationView,
  type VolunteerAct,
} from '#core/organisations'
import { readMeEndpoint } from '#core/people'
import { startTestServer, type TestServer } from '../../tests/api/test-server'
import {
  buildNeighbourhood,
  type Neighbourhood,
  type SignedInPerson,
} from '../../tests/builders/neighbourhood'
import { putsOnRecord } from '../../tests/builders/on-record'

let server: TestServer
let place: Neighbourhood
let staff: SignedInPerson
let lead: SignedInPerson

beforeAll(async () => {
  server = await startTestServer()
  place = await buildNeighbourhood(server.db, server.clock.now)
  staff = await place.inOffice('community_staff', place.community.communityId)
  lead = await place.person('老周')
})
afterAll(() => server.close())

const params = () => ({ communityId: place.community.communityId })
const codeOf = async (who: SignedInPerson) => (await server.ok(readMeEndpoint, { as: who.token })).personCode
const byStaff = () => ({ person_id: staff.personId, role: 'community_staff' })
const { entriesOf, leavesOne } = putsOnRecord(() => server.db)

const create = async (name: string) => {
  const personCode = await codeOf(lead)
  return leavesOne(
    () =>
      server.ok(createOrganisationEndpoint, {
        as: staff.token,
        params: params(),
        body: { kind: 'party_branch', name, does: '包楼联户', personCode },
      }),
    { ...byStaff(), act: 'organisation.create' },
    ({ organisationId }) => organisationId,
  )
}
const idOf = ({ standing }: OrganisationView) => standing?.memberId ?? ''

it('every act on an organisation and its members leaves one entry, with its reason', async () => {
  const { organisationId } = await create('一支部')
  const of = { ...params(), organisationId }
  const join = (who: SignedInPerson) =>
    leavesOne(
      () => server.ok(askToJoinEndpoint, { as: who.token, params: of, body: {} }),
      { act: 'organisation_member.ask', person_id: who.personId, role: null },
      idOf,
    )
  const act = (by: SignedInPerson, memberId: string, name: MemberAct, reason?: string) =>
    leavesOne(
      () =>
        server.ok(actOnMemberEndpoint, {
          as: by.token,
          params: { ...of, memberId },
          body: { act: name, reason },
        }),
      { act: `organisation_member.${name}`, person_id: by.personId, reason: reason ?? null },
      (member) => member.memberId,
    )
  const [first, second] = [await place.person(), await place.person()]
  await act(first, idOf(await join(first)), 'withdraw')
  await act(lead, idOf(await join(first)), 'refuse', '人满了')
  const one = idOf(await join(first))
  await act(staff, one, 'confirm')
  await act(lead, one, 'make_lead')
  await act(first, one, 'leave')
  const other = idOf(await join(second))
  await act(lead, other, 'confirm')
  await act(lead, other, 'remove', '总不来')
  const personCode = await codeOf(second)
  await leavesOne(
    () => server.ok(nameLeadEndpoint, { as: staff.token, params: of, body: { personCode } }),
    { ...byStaff(), act: 'organisation.name_lead' },
    () => organisationId,
  )
  await leavesOne(
    () => server.ok(endOrganisationEndpoint, { as: staff.token, params: of, body: { reason: '并了' } }),
    { ...byStaff(), act: 'organisation.end', reason: '并了' },
    () => organisationId,
  )
})

it('every act on a request leaves one entry; a role that is granted or given up leaves its own', async () => {
  const ask = async (who: SignedInPerson) =>
    leavesOne(
      () => server.ok(askToVolunteerEndpoint, { as: who.token, params: params(), body: {} }),
      { act: 'volunteer.ask', person_id: who.personId, role: null },
      ({ requestId }) => requestId,
    )
  const act = async (by: SignedInPerson, requestId: string, name: VolunteerAct, reason?: string) => {
    const { added } = await entriesOf(() =>
      server.ok(actOnVolunteerRequestEndpoint, {
        as: by.token,
        params: { ...params(), requestId },
        body: { act: name, reason },
      }),
    )
    return added.map((entry) => [entry.act, entry.role, entry.reason])
  }
  const person = await place.person()
  const refused = (await ask(person)).requestId
  expect(await act(staff, refused, 'refuse', '先培训')).toEqual([
    ['volunteer.refuse', 'community_staff', '先培训'],
  ])
  const withdrawn = (await ask(person)).requestId
  expect(await act(person, withdrawn, 'withdraw')).toEqual([['volunteer.withdraw', null, null]])
  const approved = (await ask(person)).requestId
  expect(await act(staff, approved, 'approve')).toEqual([
    ['grant.grant', 'community_staff', expect.stringMatching(/^本人的申请 /)],
    ['volunteer.approve', 'community_staff', null],
  ])
  expect(await act(person, approved, 'stop')).toEqual([
    ['grant.end', null, '本人不再当志愿者'],
    ['volunteer.stop', null, null],
  ])
})
