import {
  actOnVoteEndpoint,
  answerObjectionEndpoint,
  castBallotEndpoint,
  cedeBallotEndpoint,
  changeVoteEndpoint,
  createVoteEndpoint,
  objectEndpoint,
  type VotePersonAct,
} from '#core/votes'
import { dateOf } from '#core/calendar'
import { acts, type Chapter } from './call'
import type { Stage } from './stage'
import {
  communityWide,
  here,
  ofTheEstate,
  oneObjection,
  oneVote,
  personOf,
  SOUNDING,
  voteOf,
  type VoteOnStage,
} from './votes-on-stage'

const DAY_MS = 86_400_000
const inDays = ({ server }: Stage, days: number) =>
  dateOf(new Date(server.clock.now.getTime() + days * DAY_MS))

const SUBJECTS = { homes: 'shared_space', owners: 'owners_other', residents: 'poll_residents' } as const

/** A draft for those people at that place. */
const drafted = (stage: Stage, placeId: string, electorate: keyof typeof SUBJECTS = 'homes') => ({
  placeId,
  electorate,
  title: '楼道里能不能放自行车',
  text: '一楼楼梯下面画两个车位。',
  items: [
    {
      subject: SUBJECTS[electorate],
      title: '同意吗',
      options: electorate === 'residents' ? ['放', '不放'] : [],
    },
  ],
  opensOn: inDays(stage, 20),
  closesOn: inDays(stage, 26),
})

type Place = 'entranceId' | 'buildingId' | 'estateId' | 'communityId'

const convening = (place: Place, electorate: keyof typeof SUBJECTS) =>
  acts(createVoteEndpoint)((stage) => ({
    params: here(stage),
    body: drafted(stage, stage.place.community[place], electorate),
  }))

/**
 * domain.md 3 and 7: a building head convenes homes, residents and, as a sounding, owners where they hold office; the
 * residents’ committee homes and residents of an estate or the community, and owners only where no owners’ committee is in
 * office; the owners’ committee owners. Nobody else convenes anything.
 */
export const CONVENING: Chapter = {
  about: 'convening votes',
  columns: {
    'homes of the entrance': convening('entranceId', 'homes'),
    'homes of the building': convening('buildingId', 'homes'),
    'residents of the building': convening('buildingId', 'residents'),
    'owners of the building': convening('buildingId', 'owners'),
    'homes of the estate': convening('estateId', 'homes'),
    'owners of the estate': convening('estateId', 'owners'),
    'owners without a committee': acts(createVoteEndpoint)((stage) => ({
      params: here(stage),
      body: drafted(stage, stage.otherEstateId, 'owners'),
    })),
    'homes of the community': convening('communityId', 'homes'),
    'residents of the community': convening('communityId', 'residents'),
  },
  table: `
                                                        | homes of the entrance | homes of the building | residents of the building | owners of the building | homes of the estate | owners of the estate | owners without a committee | homes of the community | residents of the community
nobody                                                  | 401 | 401 | 401 | 401 | 401 | 401 | 401 | 401 | 401
visitor, the reporter, the asker, residents             | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403
building_head                                           | 200 | 200 | 200 | 200 | 403 | 403 | 403 | 403 | 403
building_head of another building                       | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403
owners_committee                                        | 403 | 403 | 403 | 200 | 403 | 200 | 403 | 403 | 403
residents_committee                                     | 403 | 403 | 403 | 403 | 200 | 403 | 200 | 200 | 200
property company, property_staff of another estate      | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403
grid_worker, grid_worker who handled                    | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403
grid_chief, grid_chief who handled                      | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403
grid_worker of another grid, grid_chief of another grid | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403
grid_specialist, grid_specialist of another grid        | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403
community_staff, community_staff who handled            | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403
community_secretary, levels above                       | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403
auditor, administrator                                  | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403
the other community                                     | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403`,
}

const NOTES: Partial<Record<VotePersonAct, object>> = {
  revise: { note: '日子写错了' },
  withdraw: { note: '先不办了' },
  ask_void: { note: '法院要求', ground: 'order' },
  refuse_void: { note: '没有理由' },
}

const doing = (act: VotePersonAct, vote: (stage: Stage) => VoteOnStage) =>
  acts(actOnVoteEndpoint)(async (stage) => ({
    params: await oneVote(stage, vote(stage)),
    body: { act, revision: 1, ...NOTES[act] },
  }))

/** The days for objections to the result are over. */
const objectedOut = { state: 'closed', closedDaysAgo: 20 } as const

const voidAsked = (stage: Stage): VoteOnStage => ({
  state: 'closed',
  void_asked_by: personOf(stage, 'community_secretary'),
  void_asked_name: '周书记（社区书记）',
  void_ground: 'order',
  void_reason: '法院要求',
})

/**
 * domain.md 7: its convener carries a vote to its opening and nobody after that. The secretary certifies what homes
 * decide, the owners’ committee what owners are asked, never who convened it; voiding takes the certifier and a second official.
 */
export const ACTS_ON_VOTES: Chapter = {
  about: 'acts on votes',
  columns: {
    change: acts(changeVoteEndpoint)(async (stage) => ({
      params: await oneVote(stage),
      body: { ...drafted(stage, stage.place.community.buildingId), revision: 1 },
    })),
    'give notice': doing('give_notice', () => ({})),
    revise: doing('revise', () => ({ state: 'notice' })),
    withdraw: doing('withdraw', () => ({ state: 'notice' })),
    'withdraw open': doing('withdraw', () => ({ state: 'open' })),
    certify: doing('certify', () => objectedOut),
    'certify, owners': doing('certify', () => ({ ...objectedOut, ...SOUNDING })),
    'certify own': doing('certify', (stage) => ({ ...objectedOut, ...ofTheEstate(stage) })),
    'ask void': doing('ask_void', () => objectedOut),
    'agree void': doing('agree_void', voidAsked),
    'refuse void': doing('refuse_void', voidAsked),
  },
  table: `
                                                        | change | give notice | revise | withdraw | withdraw open | certify | certify, owners | certify own | ask void | agree void | refuse void
nobody                                                  | 401    | 401         | 401    | 401      | 401           | 401     | 401             | 401         | 401      | 401        | 401
visitor, the reporter, the asker                        | 404    | 404         | 404    | 404      | 404           | 404     | 404             | 404         | 404      | 404        | 404
resident of the home, neighbour                         | 404    | 404         | 403    | 403      | 403           | 403     | 403             | 403         | 403      | 403        | 403
resident elsewhere                                      | 404    | 404         | 404    | 404      | 404           | 404     | 404             | 403         | 404      | 404        | 404
building_head                                           | 200    | 200         | 200    | 200      | 409           | 403     | 403             | 404         | 403      | 403        | 403
building_head of another building                       | 404    | 404         | 404    | 404      | 404           | 404     | 404             | 404         | 404      | 404        | 404
owners_committee                                        | 404    | 404         | 403    | 403      | 403           | 403     | 200             | 403         | 403      | 403        | 403
property company, property_staff of another estate      | 404    | 404         | 404    | 404      | 404           | 404     | 404             | 404         | 404      | 404        | 404
grid_worker, grid_worker who handled                    | 404    | 404         | 403    | 403      | 403           | 403     | 403             | 404         | 403      | 403        | 403
grid_chief, grid_chief who handled                      | 404    | 404         | 403    | 403      | 403           | 403     | 403             | 404         | 403      | 403        | 403
grid_worker of another grid, grid_chief of another grid | 404    | 404         | 404    | 404      | 404           | 404     | 404             | 404         | 404      | 404        | 404
grid_specialist, grid_specialist of another grid        | 404    | 404         | 404    | 404      | 404           | 404     | 404             | 404         | 404      | 404        | 404
community_staff, community_staff who handled            | 404    | 404         | 403    | 403      | 403           | 403     | 403             | 403         | 403      | 403        | 403
community_secretary                                     | 404    | 404         | 403    | 403      | 403           | 200     | 403             | 403         | 200      | 403        | 403
residents_committee                                     | 404    | 404         | 403    | 403      | 403           | 403     | 403             | 403         | 403      | 200        | 200
subdistrict_staff, district_staff                       | 404    | 404         | 403    | 403      | 403           | 403     | 403             | 403         | 403      | 200        | 200
auditor                                                 | 404    | 404         | 403    | 403      | 403           | 403     | 403             | 403         | 403      | 403        | 403
administrator                                           | 404    | 404         | 404    | 404      | 404           | 404     | 404             | 404         | 404      | 404        | 404
the other community                                     | 404    | 404         | 404    | 404      | 404           | 404     | 404             | 404         | 404      | 404        | 404`,
}

const dismissed = { decision: 'dismissed', answer: '核对过了，名册没有错' } as const
const CHOICES = { i1: 'approve' }

/**
 * domain.md 7: who is on the roll casts, for themselves alone. Objections come from the roll and from who lives there;
 * about the roll somebody else than the convener decides, about the result who certifies, and nobody about their own. What homes
 * vote on is no business of the owners’ committee.
 */
export const BALLOTS_AND_OBJECTIONS: Chapter = {
  about: 'ballots and objections',
  columns: {
    'cast for 602': acts(castBallotEndpoint)(async (stage) => {
      const { homeVoter, neighbourVoter: _other, ...params } = await voteOf(stage, { state: 'open' })
      return { params, body: { voterId: homeVoter, choices: CHOICES } }
    }),
    'cast for 402': acts(castBallotEndpoint)(async (stage) => {
      const { homeVoter: _other, neighbourVoter, ...params } = await voteOf(stage, { state: 'open' })
      return { params, body: { voterId: neighbourVoter, choices: CHOICES } }
    }),
    'cast late': acts(castBallotEndpoint)(async (stage) => {
      const { homeVoter, neighbourVoter: _other, ...params } = await voteOf(stage, { state: 'closed' })
      return { params, body: { voterId: homeVoter, choices: CHOICES } }
    }),
    cede: acts(cedeBallotEndpoint)(async (stage) => {
      const vote = await voteOf(stage, { state: 'open', cast: ['resident of the home'] })
      return { params: { communityId: vote.communityId, voteId: vote.voteId, voterId: vote.homeVoter } }
    }),
    object: acts(objectEndpoint)(async (stage) => ({
      params: await oneVote(stage, { state: 'notice' }),
      body: { about: 'roll', text: '名册上少了我家' },
    })),
    'object result': acts(objectEndpoint)(async (stage) => ({
      params: await oneVote(stage, { state: 'closed' }),
      body: { about: 'result', text: '加起来对不上' },
    })),
    'decide roll': acts(answerObjectionEndpoint)(async (stage) => ({
      params: await oneObjection(stage, 'neighbour', 'roll', { state: 'notice' }),
      body: dismissed,
    })),
    'decide roll, owners': acts(answerObjectionEndpoint)(async (stage) => ({
      params: await oneObjection(stage, 'neighbour', 'roll', { state: 'notice', ...SOUNDING }),
      body: dismissed,
    })),
    'decide own': acts(answerObjectionEndpoint)(async (stage) => ({
      params: await oneObjection(stage, 'community_staff', 'roll', {
        ...communityWide(stage),
        convener: 'residents_committee',
        state: 'notice',
      }),
      body: dismissed,
    })),
    'decide result': acts(answerObjectionEndpoint)(async (stage) => ({
      params: await oneObjection(stage, 'neighbour', 'result', { state: 'closed' }),
      body: dismissed,
    })),
  },
  table: `
                                                        | cast for 602 | cast for 402 | cast late | cede | object | object result | decide roll | decide roll, owners | decide own | decide result
nobody                                                  | 401          | 401          | 401       | 401  | 401    | 401           | 401         | 401                 | 401        | 401
visitor, the reporter, the asker                        | 404          | 404          | 404       | 404  | 404    | 404           | 404         | 404                 | 404        | 404
resident of the home                                    | 200          | 403          | 409       | 200  | 200    | 200           | 403         | 403                 | 403        | 403
neighbour                                               | 403          | 200          | 409       | 403  | 200    | 200           | 403         | 403                 | 403        | 403
resident elsewhere                                      | 404          | 404          | 404       | 404  | 404    | 404           | 404         | 404                 | 403        | 404
building_head                                           | 403          | 403          | 403       | 403  | 403    | 403           | 403         | 403                 | 404        | 403
building_head of another building                       | 404          | 404          | 404       | 404  | 404    | 404           | 404         | 404                 | 404        | 404
owners_committee                                        | 403          | 403          | 403       | 403  | 403    | 403           | 403         | 200                 | 404        | 403
property company, property_staff of another estate      | 404          | 404          | 404       | 404  | 404    | 404           | 404         | 404                 | 404        | 404
grid_worker, grid_worker who handled                    | 403          | 403          | 403       | 403  | 403    | 403           | 403         | 403                 | 404        | 403
grid_chief, grid_chief who handled                      | 403          | 403          | 403       | 403  | 403    | 403           | 403         | 403                 | 404        | 403
grid_worker of another grid, grid_chief of another grid | 404          | 404          | 404       | 404  | 404    | 404           | 404         | 404                 | 404        | 404
grid_specialist, grid_specialist of another grid        | 404          | 404          | 404       | 404  | 404    | 404           | 404         | 404                 | 404        | 404
community_staff                                         | 403          | 403          | 403       | 403  | 403    | 403           | 200         | 200                 | 403        | 403
community_staff who handled                             | 403          | 403          | 403       | 403  | 403    | 403           | 200         | 200                 | 200        | 403
community_secretary                                     | 403          | 403          | 403       | 403  | 403    | 403           | 200         | 200                 | 200        | 200
residents_committee                                     | 403          | 403          | 403       | 403  | 403    | 403           | 200         | 200                 | 403        | 403
subdistrict_staff, district_staff                       | 403          | 403          | 403       | 403  | 403    | 403           | 403         | 403                 | 403        | 403
auditor                                                 | 403          | 403          | 403       | 403  | 403    | 403           | 403         | 403                 | 403        | 403
administrator                                           | 404          | 404          | 404       | 404  | 404    | 404           | 404         | 404                 | 404        | 404
the other community                                     | 404          | 404          | 404       | 404  | 404    | 404           | 404         | 404                 | 404        | 404`,
}
