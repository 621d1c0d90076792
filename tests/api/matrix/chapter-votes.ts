import {
  checkRollEndpoint,
  listByUnitEndpoint,
  listMissingEndpoint,
  listMyBallotsEndpoint,
  listObjectionsEndpoint,
  listRollEndpoint,
  listVotePlacesEndpoint,
  listVotesEndpoint,
  listVoteUnitsEndpoint,
  printVoteEndpoint,
  readBulletinEndpoint,
  readVoteEndpoint,
} from '#core/votes'
import { acts, calls, type Chapter } from './call'
import { onPaper } from './chapter-vote-paper'
import { communityWide, here, ofTheEstate, oneVote, SOUNDING } from './votes-on-stage'

/**
 * domain.md 3 and 7: a draft is its convener’s alone. Once posted, a vote is known to who lives there, who is on its roll
 * and who is in office over the place; to others it does not exist.
 * Where a home is to become a business owners nearby know of it too. What homes there are is asked by who convenes owners.
 */
export const SEEING_VOTES: Chapter = {
  about: 'seeing votes',
  columns: {
    list: calls(listVotesEndpoint)((stage) => ({ params: here(stage), query: {} })),
    where: calls(listVotePlacesEndpoint)((stage) => ({ params: here(stage), query: {} })),
    units: calls(listVoteUnitsEndpoint)((stage) => ({
      params: here(stage),
      query: { placeId: stage.place.community.buildingId },
    })),
    draft: calls(readVoteEndpoint)(async (stage) => ({ params: await oneVote(stage) })),
    'given up': calls(readVoteEndpoint)(async (stage) => ({
      params: await oneVote(stage, { state: 'withdrawn', notice_at: null }),
    })),
    check: calls(checkRollEndpoint)(async (stage) => ({ params: await oneVote(stage) })),
    posted: calls(readVoteEndpoint)(async (stage) => ({ params: await oneVote(stage, { state: 'notice' }) })),
    roll: calls(listRollEndpoint)(async (stage) => ({
      params: await oneVote(stage, { state: 'notice' }),
      query: {},
    })),
    objections: calls(listObjectionsEndpoint)(async (stage) => ({
      params: await oneVote(stage, { state: 'notice' }),
      query: {},
    })),
    estate: calls(readVoteEndpoint)(async (stage) => ({
      params: await oneVote(stage, { ...ofTheEstate(stage), state: 'notice' }),
    })),
    business: calls(readVoteEndpoint)(async (stage) => ({
      params: await oneVote(stage, { ...SOUNDING, rules: ['owners_unanimous'], state: 'notice' }),
    })),
    community: calls(readVoteEndpoint)(async (stage) => ({
      params: await oneVote(stage, {
        ...communityWide(stage),
        convener: 'residents_committee',
        state: 'notice',
      }),
    })),
  },
  table: `
                                                        | list | where | units | draft | given up | check | posted | roll | objections | estate | business | community
nobody                                                  | 401  | 401   | 401   | 401   | 401      | 401   | 401    | 401  | 401        | 401    | 401      | 401
visitor, the reporter, the asker                        | 200  | 200   | 403   | 404   | 404      | 404   | 404    | 404  | 404        | 404    | 404      | 404
resident of the home, neighbour                         | 200  | 200   | 403   | 404   | 404      | 404   | 200    | 200  | 200        | 200    | 200      | 200
resident elsewhere                                      | 200  | 200   | 403   | 404   | 404      | 404   | 404    | 404  | 404        | 200    | 200      | 200
building_head                                           | 200  | 200   | 200   | 200   | 200      | 200   | 200    | 200  | 200        | 404    | 200      | 404
building_head of another building                       | 200  | 200   | 403   | 404   | 404      | 404   | 404    | 404  | 404        | 404    | 404      | 404
owners_committee                                        | 200  | 200   | 200   | 404   | 404      | 404   | 200    | 200  | 200        | 200    | 200      | 404
property_staff, property lead                           | 200  | 200   | 403   | 404   | 404      | 404   | 404    | 404  | 404        | 404    | 404      | 404
property_staff of another estate                        | 200  | 200   | 403   | 404   | 404      | 404   | 404    | 404  | 404        | 404    | 404      | 404
grid_worker, grid_worker who handled                    | 200  | 200   | 403   | 404   | 404      | 404   | 200    | 200  | 200        | 404    | 200      | 404
grid_chief, grid_chief who handled                      | 200  | 200   | 403   | 404   | 404      | 404   | 200    | 200  | 200        | 404    | 200      | 404
grid_worker of another grid, grid_chief of another grid | 200  | 200   | 403   | 404   | 404      | 404   | 404    | 404  | 404        | 404    | 404      | 404
grid_specialist, grid_specialist of another grid        | 200  | 200   | 403   | 404   | 404      | 404   | 404    | 404  | 404        | 404    | 404      | 404
community_staff, community_staff who handled            | 200  | 200   | 403   | 404   | 404      | 404   | 200    | 200  | 200        | 200    | 200      | 200
community_secretary, residents_committee                | 200  | 200   | 403   | 404   | 404      | 404   | 200    | 200  | 200        | 200    | 200      | 200
subdistrict_staff, district_staff                       | 200  | 200   | 403   | 404   | 404      | 404   | 200    | 200  | 200        | 200    | 200      | 200
auditor                                                 | 200  | 200   | 403   | 404   | 404      | 404   | 200    | 200  | 200        | 200    | 200      | 200
administrator                                           | 200  | 200   | 403   | 404   | 404      | 404   | 404    | 404  | 404        | 404    | 404      | 404
the other community                                     | 200  | 200   | 403   | 404   | 404      | 404   | 404    | 404  | 404        | 404    | 404      | 404`,
}

/**
 * domain.md 7: everybody in the community gets the result once there is one, and may print it; the roll stays with those
 * who follow the vote. Who goes from door to door prints who has not voted yet, and blank ballots.
 */
export const RESULTS_OF_VOTES: Chapter = {
  about: 'results of votes, and what is printed',
  columns: {
    result: calls(readVoteEndpoint)(async (stage) => ({ params: await oneVote(stage, { state: 'closed' }) })),
    'its roll': calls(listRollEndpoint)(async (stage) => ({
      params: await oneVote(stage, { state: 'closed' }),
      query: {},
    })),
    'print it': acts(printVoteEndpoint)(async (stage) => ({
      params: await oneVote(stage, { state: 'closed' }),
      body: { print: 'result' },
    })),
    'print missing': acts(printVoteEndpoint)(async (stage) => ({
      params: await oneVote(stage, { state: 'open' }),
      body: { print: 'missing' },
    })),
    'print ballots': acts(printVoteEndpoint)(async (stage) => ({
      params: (await onPaper(stage, 'open')).params,
      body: { print: 'ballots' },
    })),
  },
  table: `
                                                        | result | its roll | print it | print missing | print ballots
nobody                                                  | 401    | 401      | 401      | 401           | 401
visitor, the reporter, the asker                        | 404    | 404      | 404      | 404           | 404
resident of the home, neighbour                         | 200    | 200      | 200      | 403           | 403
resident elsewhere                                      | 200    | 404      | 200      | 404           | 404
building_head                                           | 200    | 200      | 200      | 200           | 200
building_head of another building                       | 404    | 404      | 404      | 404           | 404
owners_committee                                        | 200    | 200      | 200      | 403           | 403
property_staff, property lead                           | 404    | 404      | 404      | 404           | 404
property_staff of another estate                        | 404    | 404      | 404      | 404           | 404
grid_worker, grid_worker who handled                    | 200    | 200      | 200      | 403           | 403
grid_chief, grid_chief who handled                      | 200    | 200      | 200      | 403           | 403
grid_worker of another grid, grid_chief of another grid | 404    | 404      | 404      | 404           | 404
grid_specialist, grid_specialist of another grid        | 404    | 404      | 404      | 404           | 404
community_staff, community_staff who handled            | 200    | 200      | 200      | 403           | 403
community_secretary, residents_committee                | 200    | 200      | 200      | 403           | 403
subdistrict_staff, district_staff                       | 200    | 200      | 200      | 403           | 403
auditor                                                 | 200    | 200      | 200      | 403           | 403
administrator                                           | 404    | 404      | 404      | 404           | 404
the other community                                     | 404    | 404      | 404      | 404           | 404`,
}

/** Of votes that are open, and what is told of ballots once they are counted. */
const open = { state: 'open', cast: ['resident of the home'] } as const
const closed = { state: 'closed', cast: ['resident of the home', 'neighbour'] } as const

/**
 * domain.md 3 and 7: who has not voted yet is seen by convener and building head, never how. Before the end nobody at all
 * learns more. After it the record goes to roll, convener, certifier and auditor: the secretary certifies what homes
 * decide, the owners’ committee what owners are asked. What each chose is shown only where the notice said so.
 */
export const RECORD_OF_VOTES: Chapter = {
  about: 'the record of votes',
  columns: {
    missing: calls(listMissingEndpoint)(async (stage) => ({ params: await oneVote(stage, open), query: {} })),
    'missing, owners': calls(listMissingEndpoint)(async (stage) => ({
      params: await oneVote(stage, {
        ...open,
        ...SOUNDING,
        convener: 'owners_committee',
        convener_role: 'owners_committee',
      }),
      query: {},
    })),
    'bulletin early': calls(readBulletinEndpoint)(async (stage) => ({ params: await oneVote(stage, open) })),
    'choices early': calls(listByUnitEndpoint)(async (stage) => ({
      params: await oneVote(stage, { ...open, disclosure: 'by_unit' }),
      query: {},
    })),
    'receipts early': calls(listMyBallotsEndpoint)(async (stage) => ({ params: await oneVote(stage, open) })),
    bulletin: calls(readBulletinEndpoint)(async (stage) => ({ params: await oneVote(stage, closed) })),
    'bulletin, owners': calls(readBulletinEndpoint)(async (stage) => ({
      params: await oneVote(stage, { ...closed, ...SOUNDING }),
    })),
    'by unit': calls(listByUnitEndpoint)(async (stage) => ({
      params: await oneVote(stage, { ...closed, disclosure: 'by_unit' }),
      query: {},
    })),
    'totals only': calls(listByUnitEndpoint)(async (stage) => ({
      params: await oneVote(stage, closed),
      query: {},
    })),
    receipts: calls(listMyBallotsEndpoint)(async (stage) => ({ params: await oneVote(stage, closed) })),
  },
  table: `
                                                        | missing | missing, owners | bulletin early | choices early | receipts early | bulletin | bulletin, owners | by unit | totals only | receipts
nobody                                                  | 401     | 401             | 401            | 401           | 401            | 401      | 401              | 401     | 401         | 401
visitor, the reporter, the asker, resident elsewhere    | 404     | 404             | 404            | 404           | 404            | 404      | 404              | 404     | 404         | 404
resident of the home, neighbour                         | 403     | 403             | 409            | 409           | 409            | 200      | 200              | 200     | 403         | 200
building_head                                           | 200     | 200             | 409            | 409           | 409            | 200      | 200              | 200     | 403         | 200
building_head of another building                       | 404     | 404             | 404            | 404           | 404            | 404      | 404              | 404     | 404         | 404
owners_committee                                        | 403     | 200             | 403            | 403           | 409            | 403      | 200              | 403     | 403         | 200
property_staff, property lead                           | 404     | 404             | 404            | 404           | 404            | 404      | 404              | 404     | 404         | 404
property_staff of another estate                        | 404     | 404             | 404            | 404           | 404            | 404      | 404              | 404     | 404         | 404
grid_worker, grid_worker who handled                    | 403     | 403             | 403            | 403           | 409            | 403      | 403              | 403     | 403         | 200
grid_chief, grid_chief who handled                      | 403     | 403             | 403            | 403           | 409            | 403      | 403              | 403     | 403         | 200
grid_worker of another grid, grid_chief of another grid | 404     | 404             | 404            | 404           | 404            | 404      | 404              | 404     | 404         | 404
grid_specialist, grid_specialist of another grid        | 404     | 404             | 404            | 404           | 404            | 404      | 404              | 404     | 404         | 404
community_staff, community_staff who handled            | 403     | 403             | 403            | 403           | 409            | 403      | 403              | 403     | 403         | 200
community_secretary                                     | 403     | 403             | 409            | 409           | 409            | 200      | 403              | 200     | 403         | 200
residents_committee                                     | 403     | 403             | 403            | 403           | 409            | 403      | 403              | 403     | 403         | 200
subdistrict_staff, district_staff                       | 403     | 403             | 403            | 403           | 409            | 403      | 403              | 403     | 403         | 200
auditor                                                 | 403     | 403             | 409            | 409           | 409            | 200      | 200              | 200     | 403         | 200
administrator                                           | 404     | 404             | 404            | 404           | 404            | 404      | 404              | 404     | 404         | 404
the other community                                     | 404     | 404             | 404            | 404           | 404            | 404      | 404              | 404     | 404         | 404`,
}
