import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from '../builders/neighbourhood'
import { moderating } from '../builders/moderating'
import { talking, type ThreadParams } from '../builders/talking'
import { startTestServer, type TestServer } from './test-server'

// Read by the tests as they stand: each file has a stage of its own.
export let server: TestServer
export let place: Neighbourhood
export let author: SignedInPerson
export let neighbour: SignedInPerson
export let moderator: SignedInPerson
export let second: SignedInPerson
/** A new matter's thread for each test. */
export let thread: ThreadParams

export const {
  thread: newThread,
  say,
  read,
} = talking(
  () => server,
  () => place,
)
export const { here, report, queue, decide, hiddenOf, appeal, kindsFor } = moderating(
  () => server,
  () => place,
)

/** What somebody reads in the thread. */
export const textsFor = async (of: SignedInPerson) => (await read(of, thread)).map(({ text }) => text)

/** An author, a neighbour and two moderators with nothing in their queue. Called once at the head of a file. */
export function setModerationStage(): void {
  beforeAll(async () => {
    server = await startTestServer()
    place = await buildNeighbourhood(server.db, new Date('2026-11-01T00:00:00.000Z'))
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    await server.db
      .updateTable('moderation_cases')
      .set({ state: 'dropped' })
      .where('state', '=', 'open')
      .execute()
    const { communityId, homeId, neighbourHomeId } = place.community
    author = await place.resident(homeId, { name: '李阿姨' })
    neighbour = await place.resident(neighbourHomeId, { name: '小周' })
    moderator = await place.inOffice('community_staff', communityId)
    second = await place.inOffice('community_staff', communityId)
    thread = await newThread(author)
  })
}
