import { reportMatterEndpoint } from '#core/matters'
import {
  actOnItemEndpoint,
  changeItemEndpoint,
  correctLedgerEndpoint,
  followUpEndpoint,
  linkItemEndpoint,
  listItemsEndpoint,
  listLedgerEndpoint,
  listLessonsEndpoint,
  printReportEndpoint,
  rateItemEndpoint,
  readItemEndpoint,
  readReportEndpoint,
  writeItemEndpoint,
  writeLedgerEndpoint,
  writeLessonEndpoint,
  type ItemOwnerKind,
  type RoundState,
} from '#core/rounds'
import { manyItems, manyLedgerEntries, takesPart } from '../many-items'
import { manyRounds } from '../many-rounds'
import { acts, actsOnTwo, calls, type Chapter } from './call'
import type { Stage } from './stage'
import { here, personOf, voteOf } from './votes-on-stage'

/** A round of the building, convened by its head, in which both homes took part. */
async function oneRound(stage: Stage, state: RoundState) {
  const { server, place } = stage
  const [roundId = ''] = await manyRounds(server, place, 1, {
    convener_id: personOf(stage, 'building_head'),
    state,
    ...(state === 'closed' ? { ended_at: server.clock.now } : {}),
  })
  const params = { ...here(stage), roundId }
  const { homeId, neighbourHomeId } = place.community
  await takesPart(server, params, personOf(stage, 'resident of the home'), homeId)
  await takesPart(server, params, personOf(stage, 'neighbour'), neighbourHomeId)
  await takesPart(server, params, personOf(stage, 'building_head'), null)
  return params
}

/** What the neighbour wrote down and took on. */
async function taken(stage: Stage, state: RoundState = 'action') {
  const params = await oneRound(stage, state)
  const personId = personOf(stage, 'neighbour')
  const by = { author_id: personId, owner_id: personId }
  const [itemId = ''] = await manyItems(stage.server, params, 1, by)
  return { ...params, itemId }
}

/** What nobody took on yet, asked for by the head. */
async function asked(stage: Stage, owner_kind: ItemOwnerKind) {
  const params = await oneRound(stage, 'action')
  const by = { author_id: personOf(stage, 'building_head'), owner_kind }
  const [itemId = ''] = await manyItems(stage.server, params, 1, by)
  return { params: { ...params, itemId }, body: { act: 'accept' as const, revision: 1 } }
}

const day = ({ server }: Stage, days: number) =>
  new Date(server.clock.now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
const words = (stage: Stage) => ({
  title: '装两张长椅',
  promise: '长椅装在楼前',
  dueOn: day(stage, 10),
  ownerKind: 'resident' as const,
})

/**
 * domain.md 6: the convener writes down who is asked for what, a neighbour what they take on; who is asked takes it on, and who took it on
 * handles it, as does the convener; whoever reads the round reads it.
 */
export const ROUND_ITEMS: Chapter = {
  about: 'action items of rounds',
  columns: {
    list: calls(listItemsEndpoint)(async (stage) => ({
      params: await oneRound(stage, 'action'),
      query: {},
    })),
    read: calls(readItemEndpoint)(async (stage) => {
      const { roundId: _round, ...params } = await taken(stage)
      return { params }
    }),
    ask: acts(writeItemEndpoint)(async (stage) => ({
      params: await oneRound(stage, 'action'),
      body: words(stage),
    })),
    'take on': acts(writeItemEndpoint)(async (stage) => ({
      params: await oneRound(stage, 'action'),
      body: { ...words(stage), takesOn: true },
    })),
    accept: acts(actOnItemEndpoint)((stage) => asked(stage, 'resident')),
    'for property': acts(actOnItemEndpoint)((stage) => asked(stage, 'property')),
    'for council': acts(actOnItemEndpoint)((stage) => asked(stage, 'council')),
    change: acts(changeItemEndpoint)(async (stage) => ({
      params: await taken(stage),
      body: { ...words(stage), revision: 1 },
    })),
    finish: acts(actOnItemEndpoint)(async (stage) => ({
      params: await taken(stage),
      body: { act: 'finish', revision: 1, note: '装好了' },
    })),
    link: acts(linkItemEndpoint)(async (stage) => {
      const { voteId: id } = await voteOf(stage, { state: 'open' })
      return { params: await taken(stage), body: { revision: 1, kind: 'vote', id } }
    }),
    'report of it': actsOnTwo(reportMatterEndpoint)(async (stage) => {
      const { itemId } = await taken(stage)
      const { buildingId: placeId } = stage.place.community
      return { params: here(stage), body: { placeId, serviceCode: 'door', title: '门关不上', itemId } }
    }),
  },
  table: `
                                                        | list | read | ask | take on | accept | for property | for council | change | finish | link | report of it
nobody                                                  | 401  | 401  | 401 | 401     | 401    | 401          | 401         | 401    | 401    | 401  | 401
visitor, the reporter, the asker                        | 404  | 404  | 404 | 404     | 404    | 404          | 404         | 404    | 404    | 404  | 403
resident of the home                                    | 200  | 200  | 403 | 200     | 200    | 403          | 403         | 403    | 403    | 403  | 403
neighbour                                               | 200  | 200  | 403 | 200     | 200    | 403          | 403         | 200    | 200    | 200  | 200
resident elsewhere                                      | 404  | 404  | 404 | 404     | 404    | 404          | 404         | 404    | 404    | 404  | 404
building_head                                           | 200  | 200  | 200 | 403     | 403    | 403          | 200         | 200    | 200    | 200  | 403
building_head of another building                       | 404  | 404  | 404 | 404     | 404    | 404          | 404         | 404    | 404    | 404  | 403
owners_committee                                        | 200  | 200  | 403 | 403     | 403    | 403          | 403         | 403    | 403    | 403  | 403
property company                                        | 200  | 200  | 403 | 403     | 403    | 200          | 403         | 403    | 403    | 403  | 403
property_staff of another estate                        | 404  | 404  | 404 | 404     | 404    | 404          | 404         | 404    | 404    | 404  | 403
grid_worker, grid_worker who handled                    | 404  | 404  | 404 | 404     | 404    | 404          | 404         | 404    | 404    | 404  | 403
grid_chief, grid_chief who handled                      | 404  | 404  | 404 | 404     | 404    | 404          | 404         | 404    | 404    | 404  | 403
grid_worker of another grid, grid_chief of another grid | 404  | 404  | 404 | 404     | 404    | 404          | 404         | 404    | 404    | 404  | 403
grid_specialist, grid_specialist of another grid        | 404  | 404  | 404 | 404     | 404    | 404          | 404         | 404    | 404    | 404  | 403
community_staff, community_staff who handled            | 200  | 200  | 403 | 403     | 403    | 403          | 403         | 403    | 403    | 403  | 403
community_secretary, residents_committee                | 200  | 200  | 403 | 403     | 403    | 403          | 403         | 403    | 403    | 403  | 403
subdistrict_staff, district_staff                       | 200  | 200  | 403 | 403     | 403    | 403          | 403         | 403    | 403    | 403  | 403
auditor, administrator                                  | 404  | 404  | 404 | 404     | 404    | 404          | 404         | 404    | 404    | 404  | 403
the other community                                     | 404  | 404  | 404 | 404     | 404    | 404          | 404         | 404    | 404    | 404  | 403`,
}

/** domain.md 6: the ledger is public to the round; who handles the item keeps it. */
export const LEDGERS: Chapter = {
  about: 'ledgers of action items',
  columns: {
    read: calls(listLedgerEndpoint)(async (stage) => ({ params: await taken(stage), query: {} })),
    write: acts(writeLedgerEndpoint)(async (stage) => ({
      params: await taken(stage),
      body: { kind: 'money_in', fen: 100, what: '邻居凑的', onDay: day(stage, -1) },
    })),
    correct: acts(correctLedgerEndpoint)(async (stage) => {
      const params = await taken(stage)
      const by = { person_id: personOf(stage, 'neighbour') }
      const [entryId = ''] = await manyLedgerEntries(stage.server, params, 1, by)
      return { params: { ...params, entryId }, body: { reason: '记重了' } }
    }),
  },
  table: `
                                                        | read | write | correct
nobody                                                  | 401  | 401   | 401
visitor, the reporter, the asker                        | 404  | 404   | 404
resident of the home                                    | 200  | 403   | 403
neighbour                                               | 200  | 200   | 200
resident elsewhere                                      | 404  | 404   | 404
building_head                                           | 200  | 200   | 200
building_head of another building                       | 404  | 404   | 404
owners_committee                                        | 200  | 403   | 403
property company                                        | 200  | 403   | 403
property_staff of another estate                        | 404  | 404   | 404
grid_worker, grid_worker who handled                    | 404  | 404   | 404
grid_chief, grid_chief who handled                      | 404  | 404   | 404
grid_worker of another grid, grid_chief of another grid | 404  | 404   | 404
grid_specialist, grid_specialist of another grid        | 404  | 404   | 404
community_staff, community_staff who handled            | 200  | 403   | 403
community_secretary, residents_committee                | 200  | 403   | 403
subdistrict_staff, district_staff                       | 200  | 403   | 403
auditor, administrator                                  | 404  | 404   | 404
the other community                                     | 404  | 404   | 404`,
}

/**
 * domain.md 6: neighbours who took part rate, never what they did themselves; they and the convener write lessons; whoever reads the round
 * reads and prints its report; who convenes there goes on with what stayed open.
 */
export const EVALUATION: Chapter = {
  about: 'the evaluation of rounds',
  columns: {
    rate: acts(rateItemEndpoint)(async (stage) => ({
      params: await taken(stage, 'evaluation'),
      body: { rating: 'kept' },
    })),
    lessons: calls(listLessonsEndpoint)(async (stage) => ({
      params: await oneRound(stage, 'evaluation'),
      query: {},
    })),
    'write a lesson': acts(writeLessonEndpoint)(async (stage) => ({
      params: await oneRound(stage, 'evaluation'),
      body: { text: '先量好尺寸再买' },
    })),
    report: calls(readReportEndpoint)(async (stage) => ({ params: await oneRound(stage, 'evaluation') })),
    print: acts(printReportEndpoint)(async (stage) => ({
      params: await oneRound(stage, 'closed'),
      body: {},
    })),
    'go on': acts(followUpEndpoint)(async (stage) => ({
      params: await oneRound(stage, 'closed'),
      body: {},
    })),
  },
  table: `
                                                        | rate | lessons | write a lesson | report | print | go on
nobody                                                  | 401  | 401     | 401            | 401    | 401   | 401
visitor, the reporter, the asker                        | 404  | 404     | 404            | 404    | 404   | 404
resident of the home                                    | 200  | 200     | 200            | 200    | 200   | 403
neighbour                                               | 403  | 200     | 200            | 200    | 200   | 403
resident elsewhere                                      | 404  | 404     | 404            | 404    | 404   | 404
building_head                                           | 403  | 200     | 200            | 200    | 200   | 200
building_head of another building                       | 404  | 404     | 404            | 404    | 404   | 404
owners_committee                                        | 403  | 200     | 403            | 200    | 200   | 403
property company                                        | 403  | 200     | 403            | 200    | 200   | 403
property_staff of another estate                        | 404  | 404     | 404            | 404    | 404   | 404
grid_worker, grid_worker who handled                    | 404  | 404     | 404            | 404    | 404   | 404
grid_chief, grid_chief who handled                      | 404  | 404     | 404            | 404    | 404   | 404
grid_worker of another grid, grid_chief of another grid | 404  | 404     | 404            | 404    | 404   | 404
grid_specialist, grid_specialist of another grid        | 404  | 404     | 404            | 404    | 404   | 404
community_staff, community_staff who handled            | 403  | 200     | 403            | 200    | 200   | 403
community_secretary, residents_committee                | 403  | 200     | 403            | 200    | 200   | 403
subdistrict_staff, district_staff                       | 403  | 200     | 403            | 200    | 200   | 403
auditor, administrator                                  | 404  | 404     | 404            | 404    | 404   | 404
the other community                                     | 404  | 404     | 404            | 404    | 404   | 404`,
}
