import {
  actOnRoundEndpoint,
  changeRoundEndpoint,
  conveneRoundEndpoint,
  listRoundsEndpoint,
  readRoundEndpoint,
} from '#core/rounds'
import { roundClock, tellRound, tellUntoldRounds } from '#server/rounds/index'
import { placeOf, roundOf } from '../builders/big-district'
import { asEach, type AreaPlans } from './look'

const READERS = { 'where I live': 'resident', 'where I am in office': 'staff' } as const
const PHASES = ['its agenda', 'its discussion', 'its action', 'its evaluation'] as const

const DAY_MS = 86_400_000

export const roundPlans: AreaPlans = {
  reads: {
    ...asEach(
      READERS,
      (who) => `rounds under way ${who}`,
      ({ pages, params }, person) =>
        pages(listRoundsEndpoint, person, { params, query: { list: 'current' } }),
    ),
    ...asEach(
      READERS,
      (who) => `rounds that are over ${who}`,
      ({ pages, params }, person) => pages(listRoundsEndpoint, person, { params, query: { list: 'over' } }),
    ),
    ...Object.fromEntries(
      PHASES.map((phase, index) => [
        `a round in ${phase}`,
        ({ ok, params, head, community }) =>
          ok(readRoundEndpoint, head, {
            params: { ...params, roundId: roundOf(community, index + 1) },
            query: { opening: 'true' },
          }),
      ]),
    ),
  },
  writes: {
    'convening a round, changing it, inviting to it, giving it up': async (seen) => {
      const { ok, params, head, community, db, now } = seen
      const body = { placeId: placeOf(community, 2), question: '车棚要不要装充电桩', topicIds: [] }
      const { roundId } = await ok(conveneRoundEndpoint, head, { params, body })
      const one = { ...params, roundId }
      await ok(changeRoundEndpoint, head, {
        params: one,
        body: { revision: 1, question: '车棚装不装充电桩' },
      })
      await ok(actOnRoundEndpoint, head, { params: one, body: { act: 'invite', revision: 2 } })
      await tellRound(db, one, now)
      await ok(actOnRoundEndpoint, head, {
        params: one,
        body: { act: 'withdraw', revision: 3, reason: '物业先装了' },
      })
    },
  },
  once: {
    'a round that nobody goes on with': async ({ db, params, community, now }) => {
      const { communityId } = params
      const roundId = roundOf(community, 7)
      const longAgo = { touched_at: new Date(now.getTime() - 200 * DAY_MS) }
      const row = db
        .updateTable('rounds')
        .where('community_id', '=', communityId)
        .where('round_id', '=', roundId)
      await row.set(longAgo).execute()
      await roundClock(db, { communityId, roundId, act: 'idle' }, new Date(now.getTime() - 100 * DAY_MS))
      await roundClock(db, { communityId, roundId, act: 'abandon' }, now)
    },
    'rounds of which not everybody was told': async ({ db, params, community, now }) => {
      await db
        .updateTable('rounds')
        .set({ telling: ['invite'] })
        .where('community_id', '=', params.communityId)
        .where('round_id', '=', roundOf(community, 10))
        .execute()
      await tellUntoldRounds(db, now)
    },
  },
}
