import { writePostEndpoint } from '#core/threads'
import type { ActingRole } from '#server/platform/context'
import {
  author,
  neighbour,
  place,
  server,
  setWishStage,
  staff,
  toldOf,
  wishes,
} from '../../tests/builders/wish-stage'
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

it('who helps hears that they are named in a reply, and of a staff note never', async () => {
  const { communityId } = place.community
  const { wishId } = await wishes.say(author)
  await wishes.claim(author, neighbour, { wishId })
  const say = (text: string, kind: 'reply' | 'staff_note') =>
    server.ok(writePostEndpoint, {
      as: staff.token,
      params: { communityId, subjectKind: 'wish', subjectId: wishId },
      body: { text, kind, mentions: ['handlers'] },
    })
  const named = async () =>
    (await toldOf({ wishId }, neighbour)).filter((kind) => kind === 'thread_mention').length
  expect((await say('这位邻居要多留意', 'staff_note')).mentions).toEqual([])
  expect(await named()).toBe(0)
  await say('谢谢您帮忙', 'reply')
  expect(await named()).toBe(1)
})
