import type { Database } from '#server/platform/db/index'
import { createTestDatabase, type TestDatabase } from '../postgres/test-database'
import { histories } from './histories'
import { handling, type Handling } from './matters'
import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from './neighbourhood'

/** A community with everybody whom the handling of a matter needs. */
export interface MatterScene {
  database: TestDatabase
  db: Database
  place: Neighbourhood
  matters: Handling
  clock: { now: Date }
  history: ReturnType<typeof histories>
  reporter: SignedInPerson
  neighbour: SignedInPerson
  faraway: SignedInPerson
  chief: SignedInPerson
  worker: SignedInPerson
  colleague: SignedInPerson
  staff: SignedInPerson
  secretary: SignedInPerson
  property: SignedInPerson
}

/** Sets the scene for the tests of a file, in a database of its own; the clock starts anew for each of them. */
export function matterScene(now: Date): MatterScene {
  const scene = { clock: { now } } as MatterScene
  beforeAll(async () => {
    scene.database = await createTestDatabase()
    scene.db = scene.database.db
    scene.place = await buildNeighbourhood(scene.db, new Date(now.getTime() - 86_400_000))
    scene.matters = handling(scene.db, scene.place, scene.clock)
    scene.history = histories(() => scene.db)
    Object.assign(scene, await cast(scene.place))
  })
  beforeEach(() => (scene.clock.now = now))
  afterAll(() => scene.database.drop())
  return scene
}

async function cast(place: Neighbourhood) {
  const { homeId, neighbourHomeId, otherHomeId, gridId, communityId, estateId } = place.community
  return {
    reporter: await place.resident(homeId),
    neighbour: await place.resident(neighbourHomeId),
    faraway: await place.resident(otherHomeId),
    chief: await place.inOffice('grid_chief', gridId, { name: '陈国强' }),
    worker: await place.inOffice('grid_worker', gridId, { name: '张师傅' }),
    colleague: await place.inOffice('grid_worker', gridId, { name: '孙师傅' }),
    staff: await place.inOffice('community_staff', communityId, { name: '王敏' }),
    secretary: await place.inOffice('community_secretary', communityId, { name: '林书记' }),
    property: await place.inOffice('property_staff', estateId, { name: '刘师傅' }),
  }
}
