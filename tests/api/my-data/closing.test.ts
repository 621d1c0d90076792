import { sql } from 'kysely'
import { readMatterEndpoint } from '#core/matters'
import { CLOSED_NAME, CLOSING_DAYS, closeAccountEndpoint, keepAccountEndpoint } from '#core/my-data'
import {
  actOnGrantEndpoint,
  changeMeEndpoint,
  readMeEndpoint,
  signInAsDemoPersonEndpoint,
  signInWithWechatEndpoint,
} from '#core/people'
import { actOnVolunteerRequestEndpoint, askToVolunteerEndpoint } from '#core/organisations'
import { listPostsEndpoint } from '#core/threads'
import { verifyChains, sealEntries } from '#server/audit/index'
import { personalAreas } from '#server/personal-data'
import { createWechatClient } from '#server/platform/wechat/index'
import { readWishContactEndpoint } from '#core/wishes'
import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from '../../builders/neighbourhood'
import { organisationLedBy } from '../../builders/organisations'
import { wishing } from '../../builders/wishing'
import { startWechatServer } from '../../wechat/protocol-server'
import { startTestServer, type TestServer } from '../test-server'
import { columnsOfPersons, wholeText } from './schema'
import { doingHere, jobsOf } from './stage'

jest.setTimeout(120_000)

const DAYS_MS = CLOSING_DAYS * 86_400_000
type Wechat = Awaited<ReturnType<typeof startWechatServer>>
let server: TestServer
let wechat: Wechat
let place: Neighbourhood
let neighbour: SignedInPerson
let chief: SignedInPerson

beforeAll(async () => {
  wechat = await startWechatServer()
  server = await startTestServer({ parts: { wechat: createWechatClient(wechat.settings) } })
  place = await buildNeighbourhood(server.db, new Date('2026-11-01T00:00:00.000Z'))
  neighbour = await place.resident(place.community.neighbourHomeId, { name: '小周周' })
  chief = await place.inOffice('grid_chief', place.community.gridId)
})
afterAll(async () => {
  await server.close()
  await wechat.close()
})
const jobs = jobsOf(() => server)
const here = () => ({ communityId: place.community.communityId })
const { report, join, act, say } = doingHere(
  () => server,
  () => place.community.communityId,
  () => place.community.buildingId,
)
const close = (who: SignedInPerson, words: 'keep' | 'delete' = 'keep') =>
  server.call(closeAccountEndpoint, { as: who.token, body: { words } })
const over = async () => {
  server.clock.now = new Date(server.clock.now.getTime() + DAYS_MS)
  await jobs.close()
}
const me = async ({ token }: SignedInPerson) => (await server.call(readMeEndpoint, { as: token })).status
const wordsUnder = async (matterId: string) =>
  (
    await server.ok(listPostsEndpoint, {
      as: neighbour.token,
      params: { ...here(), subjectKind: 'matter', subjectId: matterId },
      query: {},
    })
  ).items

describe('the seven days', () => {
  it('sign every other device out; signing in again keeps the account, and says so', async () => {
    const amei = await place.resident(place.community.homeId)
    const other = await server.ok(signInAsDemoPersonEndpoint, { body: { personId: amei.personId } })
    const { body } = await close(amei)
    expect(body.closesAt).toBe(new Date(server.clock.now.getTime() + DAYS_MS).toISOString())
    expect((await server.call(readMeEndpoint, { as: other.token })).body.code).toBe('SESSION_ENDED')
    const again = await server.ok(signInAsDemoPersonEndpoint, { body: { personId: amei.personId } })
    expect([other.closingCancelled, again.closingCancelled]).toEqual([false, true])
    await over()
    expect(await me(amei)).toBe(200)
  })

  it('can be taken back with one tap, and end to the millisecond', async () => {
    const amei = await place.resident(place.community.homeId)
    await close(amei)
    expect((await server.ok(keepAccountEndpoint, { as: amei.token })).closesAt).toBeNull()
    await over()
    expect(await me(amei)).toBe(200)
    await close(amei)
    server.clock.now = new Date(server.clock.now.getTime() + DAYS_MS - 1)
    await jobs.close()
    expect(await me(amei)).toBe(200)
    server.clock.now = new Date(server.clock.now.getTime() + 1)
    await jobs.close()
    expect(await me(amei)).toBe(401)
  })

  it('don’t begin while an office is held, and wait for one that was taken on meanwhile', async () => {
    const { gridId, communityId } = place.community
    const worker = await place.inOffice('grid_worker', gridId)
    expect((await close(worker)).body.code).toBe('OFFICE_HELD')
    const { grant_id: grantId } = await server.db
      .selectFrom('role_grants')
      .select('grant_id')
      .where('person_id', '=', worker.personId)
      .executeTakeFirstOrThrow()
    const end = { as: worker.token, params: { regionId: communityId, grantId } }
    await server.ok(actOnGrantEndpoint, { ...end, body: { act: 'end', reason: '不做了' } })
    expect((await close(worker)).status).toBe(200)
    const state = (next: 'granted' | 'ended') =>
      server.db.updateTable('role_grants').set({ state: next }).where('grant_id', '=', grantId).execute()
    await state('granted')
    await over()
    await jobs.close()
    expect(await me(worker)).toBe(200)
    const told = await server.db
      .selectFrom('inbox_items')
      .select(['kind', 'subject_id'])
      .where('person_id', '=', worker.personId)
      .where('kind', '=', 'closing_waits')
      .execute()
    expect(told).toEqual([{ kind: 'closing_waits', subject_id: grantId }])
    await state('ended')
    await jobs.close()
    expect(await me(worker)).toBe(401)
  })
})

it('leaves no name, phone, WeChat or session anywhere, and only references that are on the list', async () => {
  const signedIn = await server.ok(signInWithWechatEndpoint, { body: { code: wechat.login('o-独一无二') } })
  const amei = await place.resident(place.community.homeId, { name: '阿梅独一份' })
  const { personId } = amei
  await server.db
    .updateTable('identities')
    .set({ person_id: personId })
    .where('subject', '=', 'o-独一无二')
    .execute()
  await server.db.deleteFrom('people').where('person_id', '=', signedIn.personId).execute()
  const matter = await report(amei, '楼道灯不亮')
  const theirs = await report(neighbour, '门禁打不开')
  await join(amei, theirs)
  const mine = await say(amei, theirs, '我家也是')
  await server.ok(listPostsEndpoint, {
    as: amei.token,
    params: { ...here(), subjectKind: 'matter', subjectId: theirs.matterId },
    query: {},
  })
  await say(neighbour, theirs, '听阿姨的')
  await server.db
    .updateTable('posts')
    .set({ mention_names: ['阿梅独一份'] })
    .where('text', '=', '听阿姨的')
    .execute()
  const wishes = wishing(
    () => server,
    () => place,
  )
  const wish = await wishes.say(amei, { forOther: { name: '王奶奶', way: 'in_person' }, shownAs: 'nickname' })
  const helped = await wishes.say(neighbour)
  await wishes.act(amei, helped, 'offer', { shownAs: 'nickname' })
  await wishes.second(amei, helped)
  // They read the helper's phone, and were a volunteer under their own name.
  const own = await wishes.say(amei, { shownAs: 'nickname' })
  await wishes.claim(amei, neighbour, own)
  await server.ok(readWishContactEndpoint, { as: amei.token, params: wishes.params(own) })
  const request = await server.ok(askToVolunteerEndpoint, { as: amei.token, params: here(), body: {} })
  const staff = await place.inOffice('community_staff', place.community.communityId)
  await server.ok(actOnVolunteerRequestEndpoint, {
    as: staff.token,
    params: { ...here(), requestId: request.requestId },
    body: { act: 'approve' },
  })
  await organisationLedBy(server.db, { ...here(), at: server.clock.now }, personId)
  const keys = await server.db
    .selectFrom('phones as p')
    .innerJoin('sessions as s', 's.person_id', 'p.person_id')
    .innerJoin('people', 'people.person_id', 'p.person_id')
    .select(['p.blind_index', 'p.sealed', 's.token_hash', 's.session_id', 'people.person_code'])
    .where('p.person_id', '=', personId)
    .executeTakeFirstOrThrow()
  await close(amei)
  await over()
  await jobs.sweep()

  const hexes = [keys.blind_index, keys.sealed, keys.token_hash].map((bytes) => bytes.toString('hex'))
  const traces = ['阿梅独一份', 'o-独一无二', keys.session_id, keys.person_code, ...hexes]
  for (const [table, text] of await wholeText(server.db))
    expect([table, traces.filter((trace) => text.includes(trace))]).toEqual([table, []])

  const stays = Object.values(personalAreas).flatMap((area) => Object.keys(area.stays))
  const remaining: string[] = []
  for (const column of await columnsOfPersons(server.db)) {
    const [table = '', name = ''] = column.split('.')
    const { rows } = await sql`select 1 from ${sql.table(table)}
      where ${personId} = any (array[]::uuid[] || ${sql.ref(name)})`.execute(server.db)
    if (rows.length > 0) remaining.push(column)
  }
  expect(remaining).toEqual(expect.arrayContaining(['people.person_id', 'posts.author_id']))
  expect(remaining.filter((column) => !stays.includes(column))).toEqual([])
  const after = await server.db
    .selectFrom('wishes')
    .select(['state', 'other_name'])
    .where('wish_id', '=', wish.wishId)
    .executeTakeFirst()
  expect(after).toEqual({ state: 'withdrawn', other_name: null })
  // A matter nobody else met is withdrawn; the words that were kept have no name.
  const gone = await server.ok(readMatterEndpoint, {
    as: chief.token,
    params: { ...here(), matterId: matter.matterId },
  })
  expect(gone.state).toBe('withdrawn')
  const kept = (await wordsUnder(theirs.matterId)).find(({ postId }) => postId === mine.postId)
  expect(kept).toMatchObject({ text: '我家也是', name: CLOSED_NAME })
})

it('hands what is open to who met it first, and deletes the words where that was wished', async () => {
  const amei = await place.resident(place.community.homeId, { name: '阿梅二' })
  const matter = await report(amei, '水管漏水')
  await join(neighbour, matter)
  const theirs = await report(neighbour, '电梯有响声')
  await say(amei, theirs, '别留下我这句')
  await close(amei, 'delete')
  await over()
  const { rows } = await sql<{ reporter_id: string; state: string }>`select reporter_id, state from matters
    where matter_id = ${matter.matterId}`.execute(server.db)
  expect(rows).toEqual([{ reporter_id: neighbour.personId, state: 'submitted' }])
  expect((await wordsUnder(theirs.matterId)).map(({ text }) => text)).toEqual([null])
})

it('is carried out once by two workers at once, and again after one was killed in the middle', async () => {
  const amei = await place.resident(place.community.homeId, { name: '阿梅三' })
  const matter = await report(amei, '地漏堵了')
  await close(amei)
  server.clock.now = new Date(server.clock.now.getTime() + DAYS_MS)
  const { inbox } = personalAreas
  const spy = jest.spyOn(inbox, 'forget').mockRejectedValueOnce(new Error('killed'))
  await expect(jobs.close()).rejects.toThrow()
  spy.mockRestore()
  expect(await me(amei)).toBe(401)
  await Promise.all([jobs.close(), jobs.close()])
  const events = await server.db
    .selectFrom('matter_events')
    .select('act')
    .where('matter_id', '=', matter.matterId)
    .orderBy('seq')
    .execute()
  expect(events.map((event) => event.act)).toEqual(['submit', 'withdraw'])
  expect(await server.db.selectFrom('account_closings').selectAll().execute()).toEqual([])
})

it('keeps the chain of the record whole: who and why are erased, what was done in an office stays', async () => {
  const { communityId, gridId } = place.community
  const amei = await place.resident(place.community.homeId, { name: '阿梅四' })
  const matter = await report(amei, '扶手松了')
  const worker = await place.inOffice('grid_worker', gridId)
  await act(worker, matter, 'acknowledge')
  await sealEntries(server.db)
  await server.db
    .updateTable('role_grants')
    .set({ state: 'ended' })
    .where('person_id', '=', worker.personId)
    .execute()
  await close(amei)
  await close(worker)
  await over()
  await sealEntries(server.db)
  const reports = await verifyChains(server.db)
  expect(reports.find((one) => one.communityId === communityId)?.problems).toEqual([])
  const by = async ({ personId }: SignedInPerson) =>
    (
      await server.db.selectFrom('audit_entries').select('act').where('person_id', '=', personId).execute()
    ).map((entry) => entry.act)
  expect([await by(amei), await by(worker)]).toEqual([[], ['matter.acknowledge']])
})

it('makes somebody new of who comes again with the same WeChat', async () => {
  const first = await server.ok(signInWithWechatEndpoint, { body: { code: wechat.login('o-again') } })
  await close({ personId: first.personId, token: first.token })
  await over()
  const next = await server.ok(signInWithWechatEndpoint, { body: { code: wechat.login('o-again') } })
  expect(next.personId).not.toBe(first.personId)
  expect(next.closingCancelled).toBe(false)
})

it('lets nobody take the name that stands for who is gone', async () => {
  const amei = await place.resident(place.community.homeId)
  const { body } = await server.call(changeMeEndpoint, { as: amei.token, body: { nickname: CLOSED_NAME } })
  expect(body.code).toBe('NICKNAME_UNSUITABLE')
})
