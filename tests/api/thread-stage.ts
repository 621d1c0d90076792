import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from '../builders/neighbourhood'
import { talking, type ThreadParams } from '../builders/talking'
import { startTestServer, type TestServer } from './test-server'

// Read by the tests as they stand: each file has a stage of its own.
export let server: TestServer
export let place: Neighbourhood
export let reporter: SignedInPerson
export let neighbour: SignedInPerson
export let other: SignedInPerson
export let staff: SignedInPerson
export let worker: SignedInPerson
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

/** Neighbours, staff and the thread of a matter. Called once at the head of a file. */
export function setThreadStage(): void {
  beforeAll(async () => {
    server = await startTestServer()
    place = await buildNeighbourhood(server.db, new Date('2026-11-01T00:00:00.000Z'))
    const { communityId, homeId, neighbourHomeId, gridId } = place.community
    reporter = await place.resident(homeId, { name: '李阿姨' })
    neighbour = await place.resident(neighbourHomeId, { name: '小周' })
    other = await place.resident(neighbourHomeId, { name: '老吴' })
    staff = await place.inOffice('community_staff', communityId, { name: '王芳' })
    worker = await place.inOffice('grid_worker', gridId, { name: '张师傅' })
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    thread = await newThread(reporter)
  })
}
