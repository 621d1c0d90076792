import { draftTopicVoteEndpoint } from '#core/rounds'
import type { SignedInPerson } from './neighbourhood'
import { place, roundParams, server } from './round-stage'

/** Drafts the vote a topic asks for; the answer as it came. */
export const draftOfTopic = (
  by: SignedInPerson,
  round: { roundId: string },
  topicId: string,
  placeId = place.community.buildingId,
) =>
  server.call(draftTopicVoteEndpoint, {
    as: by.token,
    params: { ...roundParams(round), topicId },
    body: {
      placeId,
      electorate: 'homes',
      title: '加两张长椅',
      text: '放在楼道口两边，各一张',
      items: [{ subject: 'homes_other', title: '加两张长椅' }],
      opensOn: '2026-11-22',
      closesOn: '2026-11-28',
    },
  })
