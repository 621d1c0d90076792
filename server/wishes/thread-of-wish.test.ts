import type { ActingRole } from '#server/platform/context'
import { author, place, server, setWishStage, staff, wishes } from '../../tests/builders/wish-stage'
import { wishThreads } from './thread-of-wish'

setWishStage()

it('staff answer under a wish in the office that answers for it, whatever else they hold there', async () => {
  const { communityId, buildingId, gridId } = place.community
  const said = await wishes.say(author)
  const held = (role: ActingRole['role'], placeId: string): ActingRole => ({
    role,
    placeId,
    isLead: false,
    officialName: '王敏',
  })
  const officeOf = async (...roles: ActingRole[]) => {
    const asking = {
      db: server.db,
      now: () => server.clock.now,
      actor: { personId: staff.personId, sessionId: staff.personId, homes: [], roles },
      region: { regionId: communityId, kind: 'community' as const, name: '甲社区', path: [communityId] },
    }
    return (await wishThreads(asking, [said.wishId])).get(said.wishId)?.official?.role
  }
  const volunteer = held('volunteer', communityId)
  const head = held('building_head', buildingId)
  expect(await officeOf(volunteer, head, held('grid_worker', gridId))).toBe('grid_worker')
  expect(await officeOf(volunteer, head)).toBeUndefined()
})
