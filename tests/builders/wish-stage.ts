import { startTestServer, type TestServer } from '../api/test-server'
import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from './neighbourhood'
import { wishing } from './wishing'

/** When the tests of wishes play: a Wednesday morning in Shanghai. */
export const NOW = new Date('2026-11-18T02:00:00.000Z')

// Read by the tests as they stand: each file has a stage of its own.
export let server: TestServer
export let place: Neighbourhood
/** Lives at home, in the building whose wishes are told of. */
export let author: SignedInPerson
/** Of the same building. */
export let neighbour: SignedInPerson
/** Of the other building in the same estate. */
export let across: SignedInPerson
/** Of another community. */
export let stranger: SignedInPerson
export let volunteer: SignedInPerson
export let staff: SignedInPerson
export let head: SignedInPerson

export const wishes = wishing(
  () => server,
  () => place,
)

/** A server, a neighbourhood, and who wishes and helps there. Called once at the head of a file. */
export function setWishStage(): void {
  beforeAll(async () => {
    server = await startTestServer({ now: NOW.toISOString() })
    place = await buildNeighbourhood(server.db, new Date('2026-11-01T00:00:00.000Z'))
    const { communityId, homeId, neighbourHomeId, otherHomeId, buildingId } = place.community
    author = await place.resident(homeId, { name: '李阿姨' })
    neighbour = await place.resident(neighbourHomeId, { name: '小周' })
    across = await place.resident(otherHomeId, { name: '老吴' })
    stranger = await place.resident(place.otherCommunity.homeId, { community: place.otherCommunity })
    volunteer = await place.inOffice('volunteer', communityId, { name: '小钱' })
    staff = await place.inOffice('community_staff', communityId, { name: '王敏' })
    head = await place.inOffice('building_head', buildingId, { name: '赵大爷' })
  })
  beforeEach(() => {
    server.clock.now = NOW
  })
  afterAll(() => server.close())
}

/** What the persons were told of a wish, latest kind first. */
export async function toldOf(
  { wishId }: { wishId: string },
  { personId }: SignedInPerson,
): Promise<string[]> {
  const rows = await server.db
    .selectFrom('inbox_items')
    .select('kind')
    .where('subject_id', '=', wishId)
    .where('person_id', '=', personId)
    .orderBy('item_id', 'desc')
    .execute()
  return rows.map(({ kind }) => kind)
}
