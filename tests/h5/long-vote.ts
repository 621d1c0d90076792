import { dateOf, lastDayOf } from '#core/calendar'
import { NICKNAME_LENGTH, proposeGrantEndpoint, readMeEndpoint } from '#core/people'
import {
  actOnVoteEndpoint,
  createVoteEndpoint,
  VOTE_OPTION_LENGTH,
  VOTE_TEXT_LENGTH,
  VOTE_TITLE_LENGTH,
} from '#core/votes'
import { okAt } from '../product/caller'
import { longName } from './long-words'

const YEAR_MS = 365 * 86_400_000

/** A vote with the longest words, posted by a head with the longest name. */
export async function longVote(
  url: string,
  {
    communityId,
    placeId,
    head,
    staff,
  }: { communityId: string; placeId: string; head: string; staff: string },
): Promise<string> {
  const params = { communityId }
  const { personCode } = await okAt(url, readMeEndpoint, { as: head })
  await okAt(url, proposeGrantEndpoint, {
    params: { regionId: communityId },
    as: staff,
    body: {
      personCode,
      role: 'building_head',
      placeId,
      officialName: longName(NICKNAME_LENGTH, '赵'),
      endsAt: new Date(Date.now() + YEAR_MS).toISOString(),
      evidence: '居民推选',
    },
  })
  const { voteId, revision } = await okAt(url, createVoteEndpoint, {
    params,
    as: head,
    body: {
      placeId,
      electorate: 'homes',
      title: longName(VOTE_TITLE_LENGTH, '表'),
      text: longName(VOTE_TEXT_LENGTH / 50, '全'),
      items: [
        { subject: 'shared_space', title: longName(VOTE_TITLE_LENGTH, '甲') },
        {
          subject: 'poll_homes',
          title: longName(VOTE_TITLE_LENGTH, '乙'),
          options: ['子', '丑', '寅'].map((first) => longName(VOTE_OPTION_LENGTH, first)),
          maxChoices: 2,
        },
      ],
      opensOn: dateOf(lastDayOf(new Date(), 4)),
      closesOn: dateOf(lastDayOf(new Date(), 9)),
    },
  })
  await okAt(url, actOnVoteEndpoint, {
    params: { communityId, voteId },
    as: head,
    body: { act: 'give_notice', revision },
  })
  return voteId
}
