import { actOnMatterEndpoint, readMatterEndpoint, reportMatterEndpoint } from '#core/matters'
import {
  askToJoinEndpoint,
  askToVolunteerEndpoint,
  createOrganisationEndpoint,
  endOrganisationEndpoint,
  listMembersEndpoint,
  readOrganisationEndpoint,
} from '#core/organisations'
import {
  actOnMembershipEndpoint,
  askForHomeEndpoint,
  changeMeEndpoint,
  proposeGrantEndpoint,
  readMembershipEndpoint,
} from '#core/people'
import {
  createGridEndpoint,
  createPlaceEndpoint,
  createRegionEndpoint,
  readPlaceEndpoint,
} from '#core/places'
import { buildBusybody, type Busybody } from './busybody'
import { ODD_TEXTS } from './odd-texts'
import { startTestServer, type TestServer } from './test-server'

jest.setTimeout(60_000)

let server: TestServer
let busy: Busybody

beforeAll(async () => {
  server = await startTestServer()
  busy = await buildBusybody(server)
})
afterAll(() => server.close())

describe.each(ODD_TEXTS)('%j', (text) => {
  const community = () => ({ communityId: busy.place.community.communityId })
  const as = () => busy.everywhere.token

  it('comes back from a matter as it was sent', async () => {
    const { buildingId: placeId } = busy.place.community
    const body = { placeId, serviceCode: 'door' as const, title: text, text, floor: text }
    const { matterId, revision } = await server.ok(reportMatterEndpoint, {
      as: as(),
      params: community(),
      body,
    })
    const params = { ...community(), matterId }
    await server.ok(actOnMatterEndpoint, { as: as(), params, body: { act: 'decline', revision, note: text } })
    const seen = await server.ok(readMatterEndpoint, { as: as(), params })
    expect(seen).toMatchObject({ title: text, text, floor: text })
    expect(seen.timeline[1]?.note).toBe(text)
  })

  it('comes back from people as it was sent', async () => {
    const me = await busy.place.person()
    expect((await server.ok(changeMeEndpoint, { as: me.token, body: { nickname: text } })).nickname).toBe(
      text,
    )
    const asked = {
      homeId: busy.place.community.homeId,
      relation: 'tenant' as const,
      isAdult: true,
      note: text,
    }
    const { membershipId } = await server.ok(askForHomeEndpoint, {
      as: me.token,
      params: community(),
      body: asked,
    })
    const params = { ...community(), membershipId }
    await server.ok(actOnMembershipEndpoint, { as: as(), params, body: { act: 'refuse', reason: text } })
    const seen = await server.ok(readMembershipEndpoint, { as: me.token, params })
    expect(seen).toMatchObject({ personName: text, note: text, reason: text })
    const { personCode } = await server.db
      .selectFrom('people')
      .select('person_code as personCode')
      .where('person_id', '=', me.personId)
      .executeTakeFirstOrThrow()
    const grant = {
      personCode,
      role: 'grid_worker' as const,
      placeId: busy.place.community.gridId,
      endsAt: '2027-01-01T00:00:00.000Z',
    }
    const body = { ...grant, officialName: text, evidence: text }
    const params2 = { regionId: busy.place.community.communityId }
    expect(await server.ok(proposeGrantEndpoint, { as: as(), params: params2, body })).toMatchObject({
      officialName: text,
      evidence: text,
    })
  })

  it('comes back from an organisation and who asks to join it as it was sent', async () => {
    const [lead, asker] = [await busy.place.person(), await busy.place.person()]
    const { personCode } = await server.db
      .selectFrom('people')
      .select('person_code as personCode')
      .where('person_id', '=', lead.personId)
      .executeTakeFirstOrThrow()
    const made = await server.ok(createOrganisationEndpoint, {
      as: as(),
      params: community(),
      body: { kind: 'shop', name: text, does: text, personCode },
    })
    const params = { ...community(), organisationId: made.organisationId }
    await server.ok(askToJoinEndpoint, { as: asker.token, params, body: { note: text } })
    const { items } = await server.ok(listMembersEndpoint, {
      as: lead.token,
      params,
      query: { list: 'asked' },
    })
    const seen = await server.ok(readOrganisationEndpoint, { as: asker.token, params })
    expect([seen.name, seen.does, items[0]?.note]).toEqual([text, text, text])
    const ending = { as: as(), params, body: { reason: text } }
    expect((await server.ok(endOrganisationEndpoint, ending)).endedReason).toBe(text)
  })

  it('comes back from a request to be a volunteer as it was sent', async () => {
    const me = await busy.place.person()
    const asked = await server.ok(askToVolunteerEndpoint, {
      as: me.token,
      params: community(),
      body: { note: text },
    })
    expect(asked.note).toBe(text)
  })

  it('comes back from places as it was sent', async () => {
    const parentId = busy.place.community.estateId
    const made = await server.ok(createPlaceEndpoint, {
      as: as(),
      params: community(),
      body: { parentId, kind: 'building', name: text },
    })
    const seen = await server.ok(readPlaceEndpoint, {
      as: as(),
      params: { ...community(), placeId: made.placeId },
    })
    expect([seen.name, seen.path[1]?.name]).toEqual([text, text])
    const grid = {
      kind: 'functional_grid' as const,
      name: text,
      purpose: text,
      endsAt: '2027-01-01T00:00:00.000Z',
      covers: [made.placeId],
    }
    expect((await server.ok(createGridEndpoint, { as: as(), params: community(), body: grid })).name).toBe(
      text,
    )
    const region = {
      params: { regionId: busy.place.subdistrictId },
      body: { kind: 'community' as const, name: text },
    }
    expect((await server.ok(createRegionEndpoint, { as: as(), ...region })).name).toBe(text)
  })
})

it('takes out what nobody sees: control marks, marks that turn the reading direction, halves of emoji, blanks around', async () => {
  const nickname = ' \u202Eab\u202C\u0000\u0007c\u2066\uFEFF\uD83D '
  expect((await server.ok(changeMeEndpoint, { as: busy.local.token, body: { nickname } })).nickname).toBe(
    'abc',
  )
})

it('counts as people count: an emoji is one, and says which field is too long or missing', async () => {
  const rename = (nickname: string) =>
    server.call(changeMeEndpoint, { as: busy.local.token, body: { nickname } })
  expect((await rename('🙂'.repeat(20))).status).toBe(200)
  expect(await rename('🙂'.repeat(21))).toMatchObject({
    status: 400,
    body: { code: 'TEXT_TOO_LONG', field: 'nickname' },
  })
  expect(await rename('字'.repeat(20_000))).toMatchObject({
    status: 400,
    body: { code: 'TEXT_TOO_LONG', field: 'nickname' },
  })
  expect(await rename('\u202E')).toMatchObject({
    status: 400,
    body: { code: 'TEXT_MISSING', field: 'nickname' },
  })
})
