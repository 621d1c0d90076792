import { CLOSED_NAME, CLOSING_DAYS, closeAccountEndpoint } from '#core/my-data'
import { reportWordsEndpoint } from '#core/moderation'
import { writePostEndpoint } from '#core/threads'
import { actOnVolunteerRequestEndpoint, askToVolunteerEndpoint } from '#core/organisations'
import { newId } from '#server/platform/db/index'
import { readWishContactEndpoint } from '#core/wishes'
import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from '../../builders/neighbourhood'
import { manyRequests, organisationLedBy } from '../../builders/organisations'
import { wishing } from '../../builders/wishing'
import { startTestServer, type TestServer } from '../test-server'
import { jobsOf } from './stage'

jest.setTimeout(120_000)

let server: TestServer
let place: Neighbourhood
let neighbour: SignedInPerson

beforeAll(async () => {
  server = await startTestServer()
  place = await buildNeighbourhood(server.db, new Date('2026-11-01T00:00:00.000Z'))
  neighbour = await place.resident(place.community.neighbourHomeId, { name: '小周周' })
})
afterAll(() => server.close())
const jobs = jobsOf(() => server)
const close = (who: SignedInPerson, words: 'keep' | 'delete' = 'keep') =>
  server.call(closeAccountEndpoint, { as: who.token, body: { words } })
const over = async () => {
  server.clock.now = new Date(server.clock.now.getTime() + CLOSING_DAYS * 86_400_000)
  await jobs.close()
}

describe('wishes and organisations of who closes their account', () => {
  const wishes = wishing(
    () => server,
    () => place,
  )
  const text = async (table: 'wishes' | 'wish_offers' | 'wish_events', wishId: string) => {
    const rows = await server.db.selectFrom(table).selectAll().where('wish_id', '=', wishId).execute()
    return JSON.stringify(rows)
  }
  const toldOf = async (subjectId: string, { personId }: SignedInPerson) =>
    (
      await server.db
        .selectFrom('inbox_items')
        .select('kind')
        .where('subject_id', '=', subjectId)
        .where('person_id', '=', personId)
        .orderBy('item_id')
        .execute()
    ).map(({ kind }) => kind)

  it('end: what is open is withdrawn, taken back, handed back and counted no more', async () => {
    const amei = await place.resident(place.community.homeId, { name: '阿梅五' })
    const own = await wishes.say(amei)
    const delivered = await wishes.say(amei)
    await wishes.claim(amei, neighbour, delivered)
    await wishes.act(neighbour, delivered, 'deliver')
    const [offered, helped] = [await wishes.say(neighbour), await wishes.say(neighbour)]
    await wishes.act(amei, offered, 'offer', { note: '我来', shownAs: 'nickname' })
    await wishes.claim(neighbour, amei, helped)
    await wishes.second(amei, offered)
    await close(amei)
    await over()
    await jobs.close()
    const stateOf = async ({ wishId }: { wishId: string }) =>
      await server.db
        .selectFrom('wishes')
        .select(['state', 'seconds'])
        .where('wish_id', '=', wishId)
        .executeTakeFirstOrThrow()
    expect([(await stateOf(own)).state, (await stateOf(delivered)).state]).toEqual(['withdrawn', 'withdrawn'])
    expect([await stateOf(offered), await stateOf(helped)]).toEqual([
      { state: 'published', seconds: 0 },
      { state: 'published', seconds: 0 },
    ])
    expect((await wishes.read(neighbour, offered)).offers).toEqual([])
    expect(await toldOf(helped.wishId, neighbour)).toContain('wish_back')
  })

  it('keep what came true, without the name; whose words go when that was wished, says so', async () => {
    const amei = await place.resident(place.community.homeId, { name: '阿梅六' })
    const [theirs, own] = [await wishes.say(neighbour), await wishes.say(amei, { text: '阿梅家的话' })]
    for (const [said, author, helper] of [
      [theirs, neighbour, amei],
      [own, amei, neighbour],
    ] as const) {
      await wishes.act(helper, said, 'offer', { shownAs: 'nickname' })
      const { offers } = await wishes.read(author, said)
      await wishes.act(author, said, 'accept_offer', { offerId: offers[0]?.offerId })
      await wishes.act(helper, said, 'deliver', { note: '帮好了的话' })
      await wishes.act(author, said, 'confirm', { note: '谢谢的话' })
    }
    await close(amei, 'delete')
    await over()
    for (const { wishId } of [theirs, own])
      for (const table of ['wishes', 'wish_offers', 'wish_events'] as const)
        expect(await text(table, wishId)).not.toMatch(/阿梅六|阿梅家的话/)
    const kept = await wishes.read(neighbour, theirs)
    expect([kept.state, kept.helperName]).toEqual(['fulfilled', CLOSED_NAME])
    expect(await text('wishes', own.wishId)).not.toContain('谢谢的话')
    expect(await text('wish_events', theirs.wishId)).toContain('谢谢的话')
  })

  it('let the photos go with the words, and what the moderators kept of them', async () => {
    const { communityId } = place.community
    const amei = await place.resident(place.community.homeId, { name: '阿梅八' })
    const photoId = newId()
    await server.db
      .insertInto('photos')
      .values({
        community_id: communityId,
        photo_id: photoId,
        owner_id: amei.personId,
        state: 'waiting',
        width: 4,
        height: 3,
        created_at: server.clock.now,
      })
      .execute()
    const said = await wishes.say(amei, { title: '阿梅家要一架梯子', photoIds: [photoId] })
    const kept = await wishes.say(neighbour)
    const report = async (target: { kind: 'wish' | 'post'; id: string }) =>
      server.ok(reportWordsEndpoint, {
        as: neighbour.token,
        params: { communityId },
        body: { target, category: 'insult' },
      })
    const thread = (wishId: string) => ({ communityId, subjectKind: 'wish' as const, subjectId: wishId })
    const post = (by: SignedInPerson, wishId: string, text: string) =>
      server.ok(writePostEndpoint, { as: by.token, params: thread(wishId), body: { text } })
    const mine = await post(amei, kept.wishId, '阿梅回的话')
    const theirs = await post(neighbour, said.wishId, '小周回的话')
    await report({ kind: 'wish', id: said.wishId })
    await report({ kind: 'post', id: mine.postId })
    await server.ok(reportWordsEndpoint, {
      as: (await place.resident(place.community.otherHomeId)).token,
      params: { communityId },
      body: { target: { kind: 'post', id: theirs.postId }, category: 'insult' },
    })
    await close(amei, 'delete')
    await over()
    const cases = await server.db
      .selectFrom('moderation_cases')
      .select(['target_id', 'about', 'original', 'state'])
      .where('target_id', 'in', [said.wishId, mine.postId, theirs.postId])
      .orderBy('case_id')
      .execute()
    expect(cases).toEqual([
      { target_id: said.wishId, about: '（内容已删掉）', original: '', state: 'dropped' },
      { target_id: mine.postId, about: kept.title, original: '', state: 'dropped' },
      { target_id: theirs.postId, about: '（内容已删掉）', original: '小周回的话', state: 'open' },
    ])
    const photo = await server.db
      .selectFrom('photos')
      .select(['state', 'subject_id'])
      .where('photo_id', '=', photoId)
      .executeTakeFirst()
    expect(photo).toEqual({ state: 'removing', subject_id: null })
  })

  it('are not held up by being a volunteer, nor by one who is approved meanwhile', async () => {
    const { communityId } = place.community
    const amei = await place.inOffice('volunteer', communityId, { name: '志愿者阿梅' })
    const asking = await place.resident(place.community.homeId, { name: '想当的阿梅' })
    const { requestId } = await server.ok(askToVolunteerEndpoint, {
      as: asking.token,
      params: { communityId },
      body: {},
    })
    const staff = await place.inOffice('community_staff', communityId)
    expect([(await close(amei)).status, (await close(asking)).status]).toEqual([200, 200])
    const approve = await server.call(actOnVolunteerRequestEndpoint, {
      as: staff.token,
      params: { communityId, requestId },
      body: { act: 'approve' },
    })
    expect(approve.body.code).toBe('STATE_CHANGED')
    await over()
    const people = [amei.personId, asking.personId]
    const grants = await server.db
      .selectFrom('role_grants')
      .select(['person_id', 'state'])
      .where('person_id', 'in', people)
      .execute()
    expect(grants).toEqual([{ person_id: amei.personId, state: 'ended' }])
    const closed = await server.db
      .selectFrom('people')
      .select('closed_at')
      .where('person_id', 'in', people)
      .execute()
    expect(closed.map(({ closed_at: at }) => at)).toEqual([server.clock.now, server.clock.now])
  })

  it('tell a neighbour still that their phone was read: by nobody’s name, or by the organisation’s', async () => {
    const where = { communityId: place.community.communityId, at: server.clock.now }
    const amei = await place.resident(place.community.homeId, { name: '阿梅九' })
    const organisationId = await organisationLedBy(server.db, where, amei.personId)
    const [alone, together] = [await wishes.say(neighbour), await wishes.say(neighbour)]
    await wishes.act(amei, alone, 'offer', { shownAs: 'nickname' })
    await wishes.act(amei, together, 'offer', { organisationId })
    for (const said of [alone, together]) {
      const { offers } = await wishes.read(neighbour, said)
      await wishes.act(neighbour, said, 'accept_offer', { offerId: offers[0]?.offerId })
      await server.ok(readWishContactEndpoint, { as: amei.token, params: wishes.params(said) })
    }
    const names = async () =>
      (
        await server.db
          .selectFrom('contact_readings')
          .select('reader_name')
          .where('reader_id', '=', amei.personId)
          .orderBy('reading_id')
          .execute()
      ).map((row) => row.reader_name)
    const [before, organisation] = await names()
    expect(before).toBe('阿梅九')
    await close(amei)
    await over()
    expect(await names()).toEqual([CLOSED_NAME, organisation])
    expect(organisation).not.toBe(CLOSED_NAME)
  })

  it('leave nothing of who was in an organisation; its last lead is missed by the staff', async () => {
    const { communityId } = place.community
    const staff = await place.inOffice('community_staff', communityId)
    const amei = await place.resident(place.community.homeId, { name: '阿梅七' })
    const where = { communityId, at: server.clock.now }
    const organisationId = await organisationLedBy(server.db, where, amei.personId)
    await manyRequests(server.db, where, [amei.personId])
    const said = await wishes.say(neighbour, { scope: 'community' })
    await wishes.act(amei, said, 'offer', { organisationId })
    const { offers } = await wishes.read(neighbour, said)
    await wishes.act(neighbour, said, 'accept_offer', { offerId: offers[0]?.offerId })
    await close(amei)
    await over()
    await jobs.close()
    for (const table of ['organisation_members', 'volunteer_requests'] as const)
      expect(
        await server.db.selectFrom(table).selectAll().where('person_id', '=', amei.personId).execute(),
      ).toEqual([])
    expect(await toldOf(organisationId, staff)).toEqual(['organisation_no_lead'])
    expect((await wishes.read(neighbour, said)).state).toBe('published')
  })
})
