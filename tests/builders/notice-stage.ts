import { startTestServer, type TestServer } from '../api/test-server'
import { buildNeighbourhood, type Neighbourhood } from './neighbourhood'
import { newNoticePeople, type NoticePeople } from './noticing'

/** When the tests of notices play. */
export const NOW = new Date('2026-11-18T02:00:00.000Z')

// Read by the tests as they stand: each file has a stage of its own.
export let server: TestServer
export let place: Neighbourhood
/** New people for each test. */
export let people: NoticePeople

/** A server, a neighbourhood, and who publishes and reads there. Called once at the head of a file. */
export function setNoticeStage(): void {
  beforeAll(async () => {
    server = await startTestServer({ now: NOW.toISOString() })
    place = await buildNeighbourhood(server.db, NOW)
  })
  beforeEach(async () => {
    server.clock.now = NOW
    people = await newNoticePeople({ server, place })
  })
  afterAll(() => server.close())
}
