import {
  appealEndpoint,
  CASE_DECISIONS,
  decideCaseEndpoint,
  reportWordsEndpoint,
  type CaseDecision,
} from '#core/moderation'
import { uploadPhotoEndpoint } from '#core/photos'
import {
  blockAuthorEndpoint,
  deletePostEndpoint,
  listBlocksEndpoint,
  lockThreadEndpoint,
  takeBackThanksEndpoint,
  thankPostEndpoint,
  unblockEndpoint,
  unlockThreadEndpoint,
  type PostKind,
} from '#core/threads'
import { startTestServer, type TestServer } from '../../tests/api/test-server'
import { moderating } from '../../tests/builders/moderating'
import {
  buildNeighbourhood,
  type Neighbourhood,
  type SignedInPerson,
} from '../../tests/builders/neighbourhood'
import { putsOnRecord } from '../../tests/builders/on-record'
import { talking, type ThreadParams } from '../../tests/builders/talking'
import { jpeg } from '../../tests/photos/samples'

let server: TestServer
let place: Neighbourhood
let author: SignedInPerson
let neighbour: SignedInPerson
let staff: SignedInPerson
let otherStaff: SignedInPerson
let thread: ThreadParams

const talk = talking(
  () => server,
  () => place,
)
const { here, queue, hiddenOf } = moderating(
  () => server,
  () => place,
)
const { recorded, leavesOne, entriesOf } = putsOnRecord(() => server.db)

beforeAll(async () => {
  server = await startTestServer()
  place = await buildNeighbourhood(server.db, new Date('2026-11-01T00:00:00.000Z'))
  const { communityId, homeId, neighbourHomeId } = place.community
  author = await place.resident(homeId)
  neighbour = await place.resident(neighbourHomeId)
  staff = await place.inOffice('community_staff', communityId)
  otherStaff = await place.inOffice('community_staff', communityId)
  thread = await talk.thread(author)
})
afterAll(() => server.close())

const inOffice = (by: SignedInPerson) => ({ person_id: by.personId, role: 'community_staff' })
const asOneself = (by: SignedInPerson) => ({ person_id: by.personId, role: null })
const onThread = () => thread.subjectId

const say = (kind: PostKind = 'reply') => {
  const [by, who, act] =
    kind === 'staff_note'
      ? ([staff, inOffice(staff), 'thread.note'] as const)
      : ([author, asOneself(author), 'thread.post'] as const)
  return leavesOne(
    () => talk.say(by, thread, '五楼也不亮', { kind }),
    { ...who, act },
    ({ postId }) => postId,
  )
}

it('what is said, deleted, locked and unlocked leaves one entry each', async () => {
  await say('staff_note')
  const { postId } = await say()
  const params = { ...here(), postId }
  const remove = () => server.ok(deletePostEndpoint, { as: author.token, params })
  await leavesOne(remove, { ...asOneself(author), act: 'thread.delete' }, () => postId)
  const lock = () =>
    server.ok(lockThreadEndpoint, { as: staff.token, params: thread, body: { reason: '已经修好' } })
  await leavesOne(lock, { ...inOffice(staff), act: 'thread.lock', reason: '已经修好' }, onThread)
  const unlock = () => server.ok(unlockThreadEndpoint, { as: staff.token, params: thread })
  await leavesOne(unlock, { ...inOffice(staff), act: 'thread.unlock' }, onThread)
})

it('every report, decision and appeal leaves one, with why', async () => {
  const report = async () => {
    const { postId } = await say()
    await leavesOne(
      () =>
        server.ok(reportWordsEndpoint, {
          as: neighbour.token,
          params: here(),
          body: { target: { kind: 'post', id: postId }, category: 'insult' },
        }),
      { ...asOneself(neighbour), act: 'moderation.report' },
      () => postId,
    )
    return oldestCase(staff)
  }
  const decide = (by: SignedInPerson, caseId: string, decision: CaseDecision) =>
    leavesOne(
      () =>
        server.ok(decideCaseEndpoint, {
          as: by.token,
          params: { ...here(), caseId },
          body: { decision, reason: '看过了' },
        }),
      { ...inOffice(by), act: `moderation.${decision}`, reason: '看过了' },
      () => caseId,
    )
  await decide(staff, await report(), 'keep')
  await decide(staff, await report(), 'hide')
  const [hidden] = await hiddenOf(author)
  await leavesOne(
    () =>
      server.ok(appealEndpoint, {
        as: author.token,
        params: { ...here(), caseId: hidden?.caseId as string },
        body: { note: '我没骂人' },
      }),
    { ...asOneself(author), act: 'moderation.appeal' },
    () => hidden?.caseId as string,
  )
  await decide(otherStaff, await oldestCase(otherStaff), 'show')
  expect([...recorded]).toEqual(expect.arrayContaining(CASE_DECISIONS.map((name) => `moderation.${name}`)))
})

it('a thanks, whom one doesn’t listen to, and a photo nobody saw yet are one’s own: they leave none', async () => {
  const { postId } = await say()
  const as = neighbour.token
  const params = { ...here(), postId }
  const { added } = await entriesOf(async () => {
    await server.ok(thankPostEndpoint, { as, params })
    await server.ok(takeBackThanksEndpoint, { as, params })
    await server.ok(blockAuthorEndpoint, { as, params })
    const { items } = await server.ok(listBlocksEndpoint, { as, params: here(), query: {} })
    await server.ok(unblockEndpoint, {
      as,
      params: { ...here(), blockId: items[0]?.blockId as string },
    })
    await server.ok(uploadPhotoEndpoint, { as, params: here(), file: await jpeg() })
  })
  expect(added).toEqual([])
})

async function oldestCase(moderator: SignedInPerson): Promise<string> {
  const [waiting] = await queue(moderator)
  return waiting?.caseId as string
}
