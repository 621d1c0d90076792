import { FILTER_NAME_LENGTH, listDeskFiltersEndpoint, saveDeskFilterEndpoint } from '#core/matters'
import { appealEndpoint, decideCaseEndpoint, readCaseEndpoint, reportWordsEndpoint } from '#core/moderation'
import {
  publishNoticeEndpoint,
  readNoticeEndpoint,
  withdrawNoticeEndpoint,
  type NoticeView,
} from '#core/notices'
import { listPostsEndpoint, lockThreadEndpoint, writePostEndpoint } from '#core/threads'
import { moderating } from '../builders/moderating'
import type { SignedInPerson } from '../builders/neighbourhood'
import { talking } from '../builders/talking'
import { buildBusybody, type Busybody } from './busybody'
import { ODD_TEXTS } from './odd-texts'
import { startTestServer, type TestServer } from './test-server'

jest.setTimeout(60_000)

let server: TestServer
let busy: Busybody
let author: SignedInPerson
let staff: SignedInPerson
let otherStaff: SignedInPerson

const { thread: newThread } = talking(
  () => server,
  () => busy.place,
)
const { here, queue, hiddenOf } = moderating(
  () => server,
  () => busy.place,
)

beforeAll(async () => {
  server = await startTestServer()
  busy = await buildBusybody(server)
  const { communityId, homeId } = busy.place.community
  author = await busy.place.resident(homeId)
  staff = await busy.place.inOffice('community_staff', communityId)
  otherStaff = await busy.place.inOffice('community_staff', communityId)
  // What the scene came with is no part of the queue below.
  await server.db.updateTable('moderation_cases').set({ state: 'dropped' }).execute()
})
afterAll(() => server.close())

describe.each(ODD_TEXTS)('%j', (text) => {
  const thread = () => ({ ...here(), subjectKind: 'matter' as const, subjectId: busy.ids.matterId as string })
  const newestCase = async (by: SignedInPerson) => (await queue(by))[0]?.caseId as string

  it('comes back from a thread as it was sent', async () => {
    const { postId } = await server.ok(writePostEndpoint, {
      as: author.token,
      params: thread(),
      body: { text },
    })
    const posts = await server.ok(listPostsEndpoint, { as: author.token, params: thread(), query: {} })
    expect(posts.items.find((post) => post.postId === postId)?.text).toBe(text)
    const { subjectId } = await newThread(author)
    const locked = await server.ok(lockThreadEndpoint, {
      as: staff.token,
      params: { ...thread(), subjectId },
      body: { reason: text },
    })
    expect(locked.lock?.reason).toBe(text)
  })

  it('comes back from moderation as it was sent', async () => {
    const { postId } = await server.ok(writePostEndpoint, {
      as: author.token,
      params: thread(),
      body: { text },
    })
    await server.ok(reportWordsEndpoint, {
      as: staff.token,
      params: here(),
      body: { target: { kind: 'post', id: postId }, category: 'insult', note: text },
    })
    const params = { ...here(), caseId: await newestCase(otherStaff) }
    const seen = await server.ok(readCaseEndpoint, { as: otherStaff.token, params })
    expect([seen.original, seen.reports[0]?.note]).toEqual([text, text])
    const hide = { decision: 'hide' as const, reason: text }
    expect((await server.ok(decideCaseEndpoint, { as: otherStaff.token, params, body: hide })).reason).toBe(
      text,
    )
    const hidden = (await hiddenOf(author)).find(({ caseId }) => caseId === params.caseId)
    expect([hidden?.original, hidden?.reason]).toEqual([text, text])
    await server.ok(appealEndpoint, { as: author.token, params, body: { note: text } })
    const appeal = { ...here(), caseId: await newestCase(staff) }
    expect(await server.ok(readCaseEndpoint, { as: staff.token, params: appeal })).toMatchObject({
      appealNote: text,
      hiddenReason: text,
    })
    const kept = { decision: 'keep' as const, reason: text }
    await server.ok(decideCaseEndpoint, { as: staff.token, params: appeal, body: kept })
  })

  it('comes back from a notice as it was sent', async () => {
    const { communityId } = here()
    const { noticeId } = await server.ok(publishNoticeEndpoint, {
      as: staff.token,
      params: { communityId },
      body: { placeId: communityId, title: text, text },
    })
    const read = (): Promise<NoticeView> =>
      server.ok(readNoticeEndpoint, { as: staff.token, params: { communityId, noticeId } })
    expect(await read()).toMatchObject({ title: text, text })
    await server.ok(withdrawNoticeEndpoint, {
      as: staff.token,
      params: { communityId, noticeId },
      body: { reason: text },
    })
    expect(JSON.stringify(await read())).toContain(JSON.stringify(text))
  })

  it('comes back from the desk as it was sent', async () => {
    const name = text.slice(0, FILTER_NAME_LENGTH).trim()
    const filter = { name, list: 'mine' as const }
    await server.ok(saveDeskFilterEndpoint, { as: staff.token, params: here(), body: filter })
    const { items } = await server.ok(listDeskFiltersEndpoint, { as: staff.token, params: here() })
    expect(items.map((item) => item.name)).toContain(name)
  })
})
