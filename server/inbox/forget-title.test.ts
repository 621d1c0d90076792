import type { ThingKind } from '#core/moderation'
import { chooseInboxTopicEndpoint, listInboxEndpoint } from '#core/inbox'
import { newId } from '#server/platform/db/index'
import { startTestServer, type TestServer } from '../../tests/api/test-server'
import {
  buildNeighbourhood,
  type Neighbourhood,
  type SignedInPerson,
} from '../../tests/builders/neighbourhood'
import { deliverHeld, forgetTitle, sendToInbox } from '.'
import type { Message } from './send'

const NOON = new Date('2026-11-18T04:00:00.000Z')
const SIX = new Date('2026-11-18T10:00:00.000Z')

let server: TestServer
let place: Neighbourhood
let author: SignedInPerson
let neighbour: SignedInPerson

beforeAll(async () => {
  server = await startTestServer({ now: NOON.toISOString() })
  place = await buildNeighbourhood(server.db, NOON)
})
beforeEach(async () => {
  author = await place.resident(place.community.homeId)
  neighbour = await place.resident(place.community.neighbourHomeId)
})
afterAll(() => server.close())

const params = () => ({ communityId: place.community.communityId })
const tell = (kind: Message['kind'], subject: Message['subject'], about = '灯不亮') =>
  server.db.transaction().execute((tx) =>
    sendToInbox(tx, {
      ...params(),
      personIds: [author.personId, neighbour.personId],
      kind,
      about,
      subject,
      at: NOON,
    }),
  )
const forget = (kind: ThingKind, id: string) =>
  server.db
    .transaction()
    .execute((tx) => forgetTitle(tx, { ...params(), subject: { kind, id }, exceptPersonId: author.personId }))
const aboutsOf = async (who: SignedInPerson) =>
  (await server.ok(listInboxEndpoint, { as: who.token, params: params(), query: {} })).items.map(
    ({ about }) => about,
  )
const keptOf = async ({ personId }: SignedInPerson) =>
  (await server.db.selectFrom('inbox_items').select('about').where('person_id', '=', personId).execute()).map(
    ({ about }) => about,
  )

it('a title that was hidden is left to its author, and other things keep theirs', async () => {
  const matter = { kind: 'matter', id: newId() } as const
  await tell('matter_joined_news', matter)
  await tell('thread_reply', matter)
  await tell('matter_joined_news', { kind: 'matter', id: newId() }, '门坏了')
  await forget('matter', matter.id)
  expect(await aboutsOf(neighbour)).toEqual(['门坏了', ''])
  expect((await keptOf(neighbour)).sort()).toEqual(['', '', '门坏了'])
  expect(await aboutsOf(author)).toEqual(['门坏了', '灯不亮'])
})

it('what is said under it doesn’t name it either', async () => {
  const matterId = newId()
  const postId = newId()
  await server.db
    .insertInto('posts')
    .values({
      community_id: place.community.communityId,
      post_id: postId,
      subject_kind: 'matter',
      subject_id: matterId,
      root_id: postId,
      parent_post_id: null,
      author_id: neighbour.personId,
      shown_as: 'resident',
      official_role: null,
      official_name: null,
      unit_name: null,
      kind: 'reply',
      text: '我家也是',
      words_state: 'shown',
      first_shown_at: NOON,
      mention_names: [],
      untold_ids: [],
      at: NOON,
    })
    .execute()
  await tell('words_hidden', { kind: 'post', id: postId })
  await forget('matter', matterId)
  expect(await aboutsOf(neighbour)).toEqual([''])
})

it('what is kept for the evening comes without it, and a new notice doesn’t come at all', async () => {
  for (const topic of ['notices', 'my_matters', 'talk'] as const) {
    await server.ok(chooseInboxTopicEndpoint, {
      as: neighbour.token,
      params: params(),
      body: { topic, choice: 'daily' },
    })
  }
  const notice = { kind: 'notice', id: newId() } as const
  const matter = { kind: 'matter', id: newId() } as const
  await tell('notice_new', notice, '周四停水')
  await tell('matter_joined_news', matter)
  await forget('notice', notice.id)
  await forget('matter', matter.id)
  await deliverHeld(server.db, SIX)
  expect(await aboutsOf(neighbour)).toEqual([''])
})

it('a delivery at the same moment brings no title back', async () => {
  await server.ok(chooseInboxTopicEndpoint, {
    as: neighbour.token,
    params: params(),
    body: { topic: 'my_matters', choice: 'daily' },
  })
  for (let time = 0; time < 10; time += 1) {
    const matter = { kind: 'matter', id: newId() } as const
    await tell('matter_joined_news', matter)
    await Promise.all([deliverHeld(server.db, SIX), forget('matter', matter.id)])
    await deliverHeld(server.db, SIX)
  }
  expect(new Set(await aboutsOf(neighbour))).toEqual(new Set(['']))
})
