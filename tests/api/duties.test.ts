import { actOnMatterEndpoint, reportMatterEndpoint, type MatterView, type PersonAct } from '#core/matters'
import {
  actOnGrantEndpoint,
  actOnMembershipEndpoint,
  askForHomeEndpoint,
  proposeGrantEndpoint,
  type GrantAct,
  type GrantView,
  type MembershipAct,
} from '#core/people'
import type { Role } from '#core/permissions'
import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from '../builders/neighbourhood'
import { startTestServer, type TestServer } from './test-server'

jest.setTimeout(60_000)

/** domain.md 3, separation of duties: nobody decides about themselves or about what they did, whatever they hold. */
let server: TestServer
let place: Neighbourhood

beforeAll(async () => {
  server = await startTestServer()
  place = await buildNeighbourhood(server.db, server.clock.now)
})
afterAll(() => server.close())

const here = () => ({ communityId: place.community.communityId })
const region = () => ({ regionId: place.community.communityId })

/** Gives a second office, or a home, to someone who has one. */
async function alsoHolds(
  holder: SignedInPerson,
  role: Role,
  placeId: string,
  isLead = false,
): Promise<SignedInPerson> {
  const other = await place.inOffice(role, placeId, { isLead })
  await server.db
    .updateTable('role_grants')
    .set({ person_id: holder.personId })
    .where('person_id', '=', other.personId)
    .execute()
  return holder
}

describe('being bound to a home', () => {
  const ask = (by: SignedInPerson) => {
    const body = { homeId: place.community.homeId, relation: 'family' as const, isAdult: true }
    return server.ok(askForHomeEndpoint, { as: by.token, params: here(), body })
  }
  const act = (by: SignedInPerson, membershipId: string, name: MembershipAct) =>
    server.call(actOnMembershipEndpoint, {
      as: by.token,
      params: { ...here(), membershipId },
      body: { act: name, reason: '看过了' },
    })

  it.each<[Role, 'buildingId' | 'gridId' | 'communityId']>([
    ['building_head', 'buildingId'],
    ['grid_worker', 'gridId'],
    ['community_staff', 'communityId'],
  ])('is never confirmed or refused by oneself: %s', async (role, at) => {
    const self = await place.inOffice(role, place.community[at])
    const { membershipId, acts } = await ask(self)
    expect(acts).toEqual(['withdraw'])
    for (const name of ['confirm', 'refuse'] as const) {
      expect(await act(self, membershipId, name)).toMatchObject({
        status: 403,
        body: { code: 'NOT_ALLOWED' },
      })
    }
  })

  it('is objected to only by who lived there before', async () => {
    const earlier = await place.resident(place.community.homeId)
    server.clock.now = new Date(server.clock.now.getTime() + 1000)
    const asker = await place.person()
    const { membershipId } = await ask(asker)
    server.clock.now = new Date(server.clock.now.getTime() + 1000)
    const later = await ask(await place.person())
    expect((await act(earlier, membershipId, 'confirm')).status).toBe(200)
    expect((await act(asker, later.membershipId, 'object')).status).toBe(403)
    expect((await act(earlier, later.membershipId, 'object')).status).toBe(200)
  })

  it('is not settled by who objected, nor by whom it is about', async () => {
    const objector = await alsoHolds(
      await place.resident(place.community.homeId),
      'community_staff',
      place.community.communityId,
    )
    const self = await place.inOffice('community_staff', place.community.communityId)
    const third = await place.inOffice('community_staff', place.community.communityId)
    server.clock.now = new Date(server.clock.now.getTime() + 1000)
    const { membershipId } = await ask(self)
    expect((await act(objector, membershipId, 'object')).status).toBe(200)
    const answers = [
      await act(objector, membershipId, 'uphold'),
      await act(self, membershipId, 'dismiss'),
      await act(third, membershipId, 'dismiss'),
    ]
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 200])
  })
})

describe('holding an office', () => {
  const codeOf = async ({ personId }: SignedInPerson) =>
    (
      await server.db
        .selectFrom('people')
        .select('person_code')
        .where('person_id', '=', personId)
        .executeTakeFirstOrThrow()
    ).person_code
  const propose = async (by: SignedInPerson, holder: SignedInPerson, role: Role, placeId: string) => {
    const body = {
      personCode: await codeOf(holder),
      role,
      placeId,
      officialName: '某某',
      endsAt: '2027-11-01T00:00:00.000Z',
      evidence: '文件',
    }
    return server.call(proposeGrantEndpoint, { as: by.token, params: region(), body })
  }
  const act = (by: SignedInPerson, { grantId }: Pick<GrantView, 'grantId'>, name: GrantAct) =>
    server.call(actOnGrantEndpoint, {
      as: by.token,
      params: { ...region(), grantId },
      body: { act: name, reason: '看过了' },
    })

  it('is never granted to oneself', async () => {
    const { communityId, gridId } = place.community
    const secretary = await place.inOffice('community_secretary', communityId)
    const staff = await place.inOffice('community_staff', communityId)
    const answers = [
      await propose(secretary, secretary, 'community_staff', communityId),
      await propose(staff, staff, 'grid_worker', gridId),
    ]
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(2).fill([403, 'GRANT_SELF']))
  })

  it('is confirmed neither by who proposed it nor by its holder, though they hold the office that confirms', async () => {
    const { communityId, estateId } = place.community
    const lead = await place.inOffice('property_staff', estateId, { isLead: true })
    await alsoHolds(lead, 'community_staff', communityId)
    const holder = await place.inOffice('community_staff', communityId)
    const second = await place.inOffice('community_staff', communityId)
    const proposed = (await propose(lead, holder, 'property_staff', estateId)).body
    expect(proposed.state).toBe('proposed')
    const answers = [
      await act(lead, proposed, 'confirm'),
      await act(holder, proposed, 'confirm'),
      await act(second, proposed, 'confirm'),
    ]
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 200])
  })

  it('is given up by its holder, who then may do no more', async () => {
    const { communityId, gridId } = place.community
    const staff = await place.inOffice('community_staff', communityId)
    const holder = await place.person()
    const grant = (await propose(staff, holder, 'grid_worker', gridId)).body
    expect((await act(holder, grant, 'end')).body.state).toBe('ended')
    expect((await act(staff, grant, 'end')).body.code).toBe('STATE_CHANGED')
  })

  it('makes nobody a lead but who the secretary names', async () => {
    const { communityId, estateId } = place.community
    const lead = await place.inOffice('property_staff', estateId, { isLead: true })
    const secretary = await place.inOffice('community_secretary', communityId)
    const name = async (by: SignedInPerson) => {
      const body = {
        personCode: await codeOf(await place.person()),
        role: 'property_staff' as const,
        placeId: estateId,
        officialName: '某某',
        isLead: true,
        endsAt: '2027-11-01T00:00:00.000Z',
        evidence: '合同',
      }
      return (await server.call(proposeGrantEndpoint, { as: by.token, params: region(), body })).status
    }
    expect([await name(lead), await name(secretary)]).toEqual([403, 200])
  })
})

describe('a matter', () => {
  const act = (
    by: SignedInPerson,
    matter: Pick<MatterView, 'matterId' | 'revision'>,
    name: PersonAct,
    more: object = {},
  ) =>
    server.call(actOnMatterEndpoint, {
      as: by.token,
      params: { ...here(), matterId: matter.matterId },
      body: { act: name, revision: matter.revision, note: '看过了', ...more },
    })

  it('that its handler reported closes by another’s verification only, whatever offices the handler holds', async () => {
    const { homeId, gridId, buildingId, communityId } = place.community
    const worker = await alsoHolds(await place.resident(homeId), 'grid_worker', gridId)
    await alsoHolds(worker, 'community_staff', communityId)
    const chief = await place.inOffice('grid_chief', gridId)
    const body = { placeId: buildingId, serviceCode: 'stair_lamp' as const, title: '灯坏了' }
    let matter: MatterView = await server.ok(reportMatterEndpoint, { as: worker.token, params: here(), body })
    matter = (await act(chief, matter, 'acknowledge')).body
    matter = (await act(chief, matter, 'assign', { team: { kind: 'grid', placeId: gridId } })).body
    matter = (await act(worker, matter, 'start')).body
    matter = (await act(worker, matter, 'resolve', { outcome: 'fixed' })).body
    expect(matter.acts).toEqual(['dispute', 'withdraw'])
    for (const name of ['confirm', 'verify_passed', 'verify_failed'] as const) {
      expect((await act(worker, matter, name)).status).toBe(403)
    }
    expect((await act(chief, matter, 'verify_passed')).body.state).toBe('closed')
  })

  it('that was started by one and resolved by another is verified by neither', async () => {
    const { homeId, gridId, buildingId } = place.community
    const reporter = await place.resident(homeId)
    const [starter, finisher, third] = [
      await place.inOffice('grid_worker', gridId),
      await place.inOffice('grid_chief', gridId),
      await place.inOffice('grid_worker', gridId),
    ]
    const body = { placeId: buildingId, serviceCode: 'stair_lamp' as const, title: '灯坏了' }
    let matter: MatterView = await server.ok(reportMatterEndpoint, {
      as: reporter.token,
      params: here(),
      body,
    })
    matter = (await act(starter, matter, 'acknowledge')).body
    matter = (await act(finisher, matter, 'assign', { team: { kind: 'grid', placeId: gridId } })).body
    matter = (await act(starter, matter, 'start')).body
    matter = (await act(finisher, matter, 'resolve', { outcome: 'fixed' })).body
    const answers = [
      await act(starter, matter, 'verify_passed'),
      await act(finisher, matter, 'verify_passed'),
      await act(third, matter, 'verify_passed'),
    ]
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 200])
  })
})
