import {
  keyEnvelopeEndpoint,
  listEnvelopesEndpoint,
  listEnvelopesToKeyEndpoint,
  listTellerCandidatesEndpoint,
  receiveEnvelopeEndpoint,
  replaceTellerEndpoint,
  returnEnvelopeEndpoint,
  type VoteState,
} from '#core/votes'
import { putOnPaper, takeEnvelopes } from '../paper-votes'
import { acts, calls, type Chapter } from './call'
import type { Stage } from './stage'
import { here, oneVote, personOf, voteOf } from './votes-on-stage'

/** A vote on paper, convened by the building’s head; counted by staff and residents’ committee, a grid worker in reserve. */
export async function onPaper(stage: Stage, state: VoteState) {
  const { voteId, homeVoter } = await voteOf(stage, { state })
  await putOnPaper(stage.server, here(stage), voteId, [
    personOf(stage, 'community_staff'),
    personOf(stage, 'residents_committee'),
    personOf(stage, 'grid_worker'),
  ])
  return { params: { ...here(stage), voteId }, voterId: homeVoter }
}

/** The same with all envelopes, which the building’s head took. */
async function withEnvelopes(stage: Stage, state: VoteState) {
  const made = await onPaper(stage, state)
  await takeEnvelopes(stage.server, here(stage), made.params.voteId, personOf(stage, 'building_head'))
  return made
}

/**
 * domain.md 3 and 7: who convenes, counts or heads the building takes envelopes, and only who took one gives it back. The two
 * tellers open them, the third only what those two read differently; the convener never. The level above names another
 * teller. Nobody else learns more than everybody does.
 */
export const VOTES_ON_PAPER: Chapter = {
  about: 'votes on paper',
  columns: {
    candidates: calls(listTellerCandidatesEndpoint)((stage) => ({
      params: here(stage),
      query: { placeId: stage.place.community.buildingId },
    })),
    replace: acts(replaceTellerEndpoint)(async (stage) => ({
      params: (await onPaper(stage, 'open')).params,
      body: { seat: 1 as const, personId: personOf(stage, 'grid_chief'), reason: '出差了', revision: 1 },
    })),
    receive: acts(receiveEnvelopeEndpoint)(async (stage) => ({
      params: (await onPaper(stage, 'open')).params,
      body: { number: 1 },
    })),
    'without paper': acts(receiveEnvelopeEndpoint)(async (stage) => ({
      params: await oneVote(stage, { state: 'open' }),
      body: { number: 1 },
    })),
    envelopes: calls(listEnvelopesEndpoint)(async (stage) => ({
      params: (await withEnvelopes(stage, 'open')).params,
      query: {},
    })),
    'give back': acts(returnEnvelopeEndpoint)(async (stage) => {
      const { params, voterId } = await withEnvelopes(stage, 'open')
      return { params: { ...params, voterId } }
    }),
    'to key': calls(listEnvelopesToKeyEndpoint)(async (stage) => ({
      params: (await withEnvelopes(stage, 'counting')).params,
      query: {},
    })),
    'too early': acts(keyEnvelopeEndpoint)(async (stage) => {
      const { params, voterId } = await withEnvelopes(stage, 'open')
      return { params: { ...params, voterId }, body: { voidReason: 'blank' as const } }
    }),
    key: acts(keyEnvelopeEndpoint)(async (stage) => {
      const { params, voterId } = await withEnvelopes(stage, 'counting')
      return { params: { ...params, voterId }, body: { voidReason: 'blank' as const } }
    }),
  },
  table: `
                                                        | candidates | replace | receive | without paper | envelopes | give back | to key | too early | key
nobody                                                  | 401        | 401     | 401     | 401           | 401       | 401       | 401    | 401       | 401
visitor, the reporter, the asker, resident elsewhere    | 403        | 404     | 404     | 404           | 404       | 404       | 404    | 404       | 404
resident of the home, neighbour                         | 403        | 403     | 403     | 403           | 403       | 403       | 403    | 403       | 403
building_head                                           | 200        | 403     | 200     | 409           | 200       | 200       | 403    | 403       | 403
building_head of another building                       | 403        | 404     | 404     | 404           | 404       | 404       | 404    | 404       | 404
owners_committee                                        | 200        | 403     | 403     | 403           | 403       | 403       | 403    | 403       | 403
property_staff, property lead                           | 403        | 404     | 404     | 404           | 404       | 404       | 404    | 404       | 404
property_staff of another estate                        | 403        | 404     | 404     | 404           | 404       | 404       | 404    | 404       | 404
grid_worker                                             | 403        | 403     | 200     | 403           | 200       | 403       | 200    | 409       | 409
grid_worker who handled                                 | 403        | 403     | 403     | 403           | 403       | 403       | 403    | 403       | 403
grid_chief, grid_chief who handled                      | 403        | 403     | 403     | 403           | 403       | 403       | 403    | 403       | 403
grid_worker of another grid, grid_chief of another grid | 403        | 404     | 404     | 404           | 404       | 404       | 404    | 404       | 404
grid_specialist, grid_specialist of another grid        | 403        | 404     | 404     | 404           | 404       | 404       | 404    | 404       | 404
community_staff                                         | 403        | 403     | 200     | 403           | 200       | 403       | 200    | 409       | 200
community_staff who handled                             | 403        | 403     | 403     | 403           | 403       | 403       | 403    | 403       | 403
community_secretary                                     | 200        | 200     | 403     | 403           | 403       | 403       | 403    | 403       | 403
residents_committee                                     | 403        | 403     | 200     | 403           | 200       | 403       | 200    | 409       | 200
subdistrict_staff, district_staff                       | 200        | 200     | 403     | 403           | 403       | 403       | 403    | 403       | 403
auditor                                                 | 403        | 403     | 403     | 403           | 403       | 403       | 403    | 403       | 403
administrator                                           | 403        | 404     | 404     | 404           | 404       | 404       | 404    | 404       | 404
the other community                                     | 403        | 404     | 404     | 404           | 404       | 404       | 404    | 404       | 404`,
}
