import { joinMatterEndpoint, reportMatterEndpoint } from '#core/matters'
import {
  actOnTopicEndpoint,
  answerObjectionEndpoint,
  declineTopicEndpoint,
  headSilentAt,
  listBoardsEndpoint,
  listBoardTopicsEndpoint,
  listLeftOutEndpoint,
  listObjectionsEndpoint,
  listRoundHomesEndpoint,
  listRoundPlacesEndpoint,
  listTopicsEndpoint,
  objectToRoundEndpoint,
  proposeTopicEndpoint,
  putUpTopicEndpoint,
  readTopicEndpoint,
  secondTopicEndpoint,
  takeBackTopicSecondEndpoint,
} from '#core/rounds'
import { boardClock } from '#server/rounds/index'
import { placeOf, roundOf } from '../builders/big-district'
import { asEach, type AreaPlans, type Seen } from './look'

const READERS = {
  'where I live': 'neighbour',
  'where I am in office': 'staff',
  'which I convene': 'head',
} as const

/** The round whose agenda is made, and the one with a scope of chosen homes, as tests/builders/big-district/rounds.ts makes them. */
const gathering = ({ params, community }: Seen) => ({ ...params, roundId: roundOf(community, 1) })
const chosen = ({ params, community }: Seen) => ({ ...params, roundId: roundOf(community, 10) })

async function firstTopic(seen: Seen) {
  const { items } = await seen.ok(listTopicsEndpoint, seen.neighbour, { params: gathering(seen), query: {} })
  return { ...seen.params, topicId: items[0]!.topicId }
}

async function firstOnBoard({ ok, params, community }: Seen, personId: string) {
  const place = { ...params, placeId: placeOf(community, 1) }
  const { items } = await ok(listBoardTopicsEndpoint, personId, { params: place, query: {} })
  return items.find(({ mine, seconded }) => !mine && !seconded)!
}

export const agendaPlans: AreaPlans = {
  reads: {
    ...asEach(
      READERS,
      (who) => `topics of a round ${who}`,
      (seen, person) => seen.pages(listTopicsEndpoint, person, { params: gathering(seen), query: {} }),
    ),
    'a topic of a round': async (seen) =>
      seen.ok(readTopicEndpoint, seen.neighbour, { params: await firstTopic(seen) }),
    'where I may convene a round': ({ ok, params, head }) => ok(listRoundPlacesEndpoint, head, { params }),
    'where the residents’ committee may convene a round': ({ ok, params, committee }) =>
      ok(listRoundPlacesEndpoint, committee, { params }),
    'homes to choose for a round': ({ pages, params, community, committee }) =>
      pages(listRoundHomesEndpoint, committee, {
        params: { ...params, placeId: placeOf(community, 1) },
        query: {},
      }),
    'homes that a round left out': (seen) =>
      seen.pages(listLeftOutEndpoint, seen.resident, { params: chosen(seen), query: {} }),
    'what those say whom a round left out': (seen) =>
      seen.pages(listObjectionsEndpoint, seen.resident, { params: chosen(seen), query: {} }),
    ...asEach(
      { 'where I live': 'resident', 'where I am in office': 'staff' },
      (who) => `boards ${who}`,
      ({ ok, params }, person) => ok(listBoardsEndpoint, person, { params }),
    ),
    ...asEach(
      { 'where I live': 'resident', 'where I am in office': 'staff' },
      (who) => `topics on a board ${who}`,
      ({ pages, params, community }, person) =>
        pages(listBoardTopicsEndpoint, person, {
          params: { ...params, placeId: placeOf(community, 1) },
          query: { list: 'open' },
        }),
    ),
    'topics that went on from a board': ({ pages, params, community, resident }) =>
      pages(listBoardTopicsEndpoint, resident, {
        params: { ...params, placeId: placeOf(community, 1) },
        query: { list: 'over' },
      }),
  },
  writes: {
    'proposing a topic, seconding another, taking both back': async (seen) => {
      const { ok, params, neighbour } = seen
      const body = { title: '楼前装一盏灯' }
      const { topicId, revision } = await ok(proposeTopicEndpoint, neighbour, {
        params: gathering(seen),
        body,
      })
      await ok(actOnTopicEndpoint, neighbour, {
        params: { ...params, topicId },
        body: { act: 'withdraw', revision },
      })
      const other = await firstTopic(seen)
      await ok(secondTopicEndpoint, neighbour, { params: other })
      await ok(takeBackTopicSecondEndpoint, neighbour, { params: other })
    },
    'merging topics': async (seen) => {
      const { ok, params, neighbour, head } = seen
      const { topicId: intoId } = await firstTopic(seen)
      const body = { title: '楼前要有地方坐' }
      const mine = await ok(proposeTopicEndpoint, neighbour, { params: gathering(seen), body })
      const one = { ...params, topicId: mine.topicId }
      const asked = await ok(actOnTopicEndpoint, head, {
        params: one,
        body: { act: 'ask_merge', revision: mine.revision, intoId, reason: '说的是一件事' },
      })
      await ok(actOnTopicEndpoint, neighbour, {
        params: one,
        body: { act: 'agree_merge', revision: asked.revision },
      })
    },
    'speaking of a round that left me out, and the topic of the answer': async (seen) => {
      const { ok, resident, staff } = seen
      const params = chosen(seen)
      const { objectionId } = await ok(objectToRoundEndpoint, resident, {
        params,
        body: { text: '我们家也用车棚' },
      })
      await ok(answerObjectionEndpoint, staff, {
        params: { ...params, roundObjectionId: objectionId },
        body: { text: '下一轮请您家来' },
      })
    },
    'putting a topic up on a board': ({ ok, params, community, resident }) =>
      ok(putUpTopicEndpoint, resident, {
        params: { ...params, placeId: placeOf(community, 1) },
        body: { title: '车棚里装充电桩' },
      }),
    'putting a topic up on a board from a matter that somebody else met too': async (seen) => {
      const { ok, params, community, resident, neighbour } = seen
      const placeId = placeOf(community, 1)
      const { matterId } = await ok(reportMatterEndpoint, resident, {
        params,
        body: { placeId, serviceCode: 'stair_lamp', title: '车棚的灯不亮' },
      })
      await ok(joinMatterEndpoint, neighbour, { params: { ...params, matterId } })
      await ok(putUpTopicEndpoint, resident, {
        params: { ...params, placeId },
        body: { title: '车棚的灯怎么修', origin: { kind: 'matter', id: matterId } },
      })
    },
    'seconding a topic of a board until it is to be talked about, and declining it': async (seen) => {
      const { ok, params, resident, committee } = seen
      const { topicId } = await firstOnBoard(seen, resident)
      const one = { ...params, topicId }
      const { revision } = await ok(secondTopicEndpoint, resident, { params: one })
      await ok(declineTopicEndpoint, committee, {
        params: one,
        body: { revision, reason: '物业月底就来装' },
      })
    },
  },
  once: {
    'the days of who convenes for a topic of a board end': async (seen) => {
      // The resident has left the home by now.
      const { ok, params, neighbour, db, now } = seen
      const { topicId } = await firstOnBoard(seen, neighbour)
      await ok(secondTopicEndpoint, neighbour, { params: { ...params, topicId } })
      const metAt = new Date(now.getTime() - 30 * 86_400_000)
      const { communityId } = params
      await db
        .updateTable('topics')
        .set({ met_at: metAt })
        .where('community_id', '=', communityId)
        .where('topic_id', '=', topicId)
        .execute()
      await boardClock(db, { communityId, topicId, dueAt: headSilentAt(metAt).toISOString() }, now)
    },
  },
}
