import type { InputOf } from '#core/contract'
import {
  declineTopicEndpoint,
  listBoardTopicsEndpoint,
  putUpTopicEndpoint,
  readTopicEndpoint,
  secondTopicEndpoint,
  takeBackTopicSecondEndpoint,
  type BoardList,
  type BoardTopicItem,
  type TopicItem,
  type TopicView,
} from '#core/rounds'
import type { SignedInPerson } from './neighbourhood'
import { place, server } from './round-stage'

type PutUp = InputOf<(typeof putUpTopicEndpoint)['body']>
type Named = Pick<TopicView, 'topicId'>

/** The estate of the stage has three homes: two of them make a topic one that is to be talked about. */
export const boardParams = (placeId = place.community.estateId) => ({
  communityId: place.community.communityId,
  placeId,
})
export const topicParams = ({ topicId }: Named) => ({ communityId: place.community.communityId, topicId })

/** Puts something up on the board of the estate; the answer as it came. */
export const tryPutUp = (by: SignedInPerson, more: Partial<PutUp> = {}, placeId?: string) =>
  server.call(putUpTopicEndpoint, {
    as: by.token,
    params: boardParams(placeId),
    body: { title: '楼前加两张长椅', ...more },
  })

export async function putUp(
  by: SignedInPerson,
  more: Partial<PutUp> = {},
  placeId?: string,
): Promise<TopicView> {
  const { status, body } = await tryPutUp(by, more, placeId)
  expect(status).toBe(200)
  return body as TopicView
}

export const readTopicBy = (by: SignedInPerson, topic: Named): Promise<TopicView> =>
  server.ok(readTopicEndpoint, { as: by.token, params: topicParams(topic) })
export const secondBy = (by: SignedInPerson, topic: Named): Promise<TopicItem> =>
  server.ok(secondTopicEndpoint, { as: by.token, params: topicParams(topic) })
export const takeBackBy = (by: SignedInPerson, topic: Named): Promise<TopicItem> =>
  server.ok(takeBackTopicSecondEndpoint, { as: by.token, params: topicParams(topic) })

/** 这次不谈; the answer as it came. */
export const tryDecline = (
  by: SignedInPerson,
  { topicId, revision }: Pick<TopicView, 'topicId' | 'revision'>,
  reason = '物业月底就来装，不用再谈',
) =>
  server.call(declineTopicEndpoint, {
    as: by.token,
    params: topicParams({ topicId }),
    body: { revision, reason },
  })

export const boardOf = (by: SignedInPerson, list: BoardList = 'open', placeId?: string) =>
  server.ok(listBoardTopicsEndpoint, { as: by.token, params: boardParams(placeId), query: { list } })

/** One topic as it stands on the board of the estate. */
export async function onBoard(
  by: SignedInPerson,
  { topicId }: Named,
  list: BoardList = 'open',
): Promise<BoardTopicItem | undefined> {
  return (await boardOf(by, list)).items.find((item) => item.topicId === topicId)
}
