import type { InputOf } from '#core/contract'
import {
  actOnVoteEndpoint,
  castBallotEndpoint,
  createVoteEndpoint,
  objectEndpoint,
  readVoteEndpoint,
  type MyVoter,
  type ObjectionView,
  type VotePersonAct,
  type VoteView,
} from '#core/votes'
import type { TestServer } from '../api/test-server'
import type { Neighbourhood, SignedInPerson } from './neighbourhood'

type Drafted = NonNullable<InputOf<(typeof createVoteEndpoint)['body']>>
type Acted = NonNullable<InputOf<(typeof actOnVoteEndpoint)['body']>>
type Objected = NonNullable<InputOf<(typeof objectEndpoint)['body']>>
type Chosen = NonNullable<InputOf<(typeof castBallotEndpoint)['body']>>['choices']

interface Named {
  voteId: string
}

/** Convenes votes and casts ballots through the API, in the first community of a neighbourhood. */
export interface Voting {
  input(more?: Partial<Drafted>): Drafted
  draft(by: SignedInPerson, more?: Partial<Drafted>): Promise<VoteView>
  /** Drafted and posted. */
  notice(by: SignedInPerson, more?: Partial<Drafted>): Promise<VoteView>
  read(by: SignedInPerson, vote: Named): Promise<VoteView>
  act(by: SignedInPerson, vote: Named, act: VotePersonAct, more?: Partial<Acted>): Promise<VoteView>
  /** Casts for the first that the person votes for. */
  cast(by: SignedInPerson, vote: Named, choices?: Chosen): Promise<MyVoter>
  object(by: SignedInPerson, vote: Named, more?: Partial<Objected>): Promise<ObjectionView>
  params(vote: Named): { communityId: string; voteId: string }
}

/** `opensOn` and `closesOn` of every draft, unless a test says otherwise. */
export interface VotingDays {
  opensOn: string
  closesOn: string
}

export function voting(server: () => TestServer, place: () => Neighbourhood, days: VotingDays): Voting {
  const here = () => place().community
  const params = ({ voteId }: Named) => ({ communityId: here().communityId, voteId })
  const input: Voting['input'] = (more = {}) => ({
    placeId: here().buildingId,
    electorate: 'homes',
    title: '楼道里能不能放自行车',
    text: '一楼楼梯下面画两个车位，别处不放。',
    items: [{ subject: 'shared_space', title: '同意在一楼楼梯下面放自行车吗' }],
    ...days,
    ...more,
  })
  const read: Voting['read'] = (by, vote) =>
    server().ok(readVoteEndpoint, { as: by.token, params: params(vote) })
  const act: Voting['act'] = async (by, vote, name, more = {}) => {
    const { revision } = await read(by, vote)
    return server().ok(actOnVoteEndpoint, {
      as: by.token,
      params: params(vote),
      body: { act: name, revision, ...more },
    })
  }
  const draft: Voting['draft'] = (by, more) =>
    server().ok(createVoteEndpoint, {
      as: by.token,
      params: { communityId: here().communityId },
      body: input(more),
    })
  return {
    params,
    input,
    read,
    act,
    draft,
    notice: async (by, more) => act(by, await draft(by, more), 'give_notice'),
    cast: async (by, vote, choices = { i1: 'approve' }) => {
      const { voters } = await read(by, vote)
      return server().ok(castBallotEndpoint, {
        as: by.token,
        params: params(vote),
        body: { voterId: voters[0]?.voterId ?? '', choices },
      })
    },
    object: (by, vote, more = {}) =>
      server().ok(objectEndpoint, {
        as: by.token,
        params: params(vote),
        body: { about: 'roll', text: '名册上少了我家', ...more },
      }),
  }
}
