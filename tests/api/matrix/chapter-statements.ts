import { dateOf } from '#core/calendar'
import {
  answerStatementEndpoint,
  draftTopicVoteEndpoint,
  listOutcomesEndpoint,
  listStatementsEndpoint,
  nextStatementEndpoint,
  putDownOutcomeEndpoint,
  readOpinionsEndpoint,
  readOutcomeEndpoint,
  readPulseEndpoint,
  readRoundCodeEndpoint,
  withdrawStatementEndpoint,
  writeStatementEndpoint,
} from '#core/rounds'
import { manyRounds } from '../many-rounds'
import { manyStatements } from '../many-statements'
import { manyTopics } from '../many-topics'
import { acts, calls, type Chapter } from './call'
import type { Stage } from './stage'
import { here, personOf } from './votes-on-stage'

const DAY_MS = 86_400_000

/** A round of the building that is discussed, convened by its head. */
async function discussed(stage: Stage) {
  const [roundId = ''] = await manyRounds(stage.server, stage.place, 1, {
    convener_id: personOf(stage, 'building_head'),
    state: 'discussion',
  })
  return { ...here(stage), roundId }
}

/** A statement that the neighbour put to the others. */
async function oneStatement(stage: Stage) {
  const params = await discussed(stage)
  const by = { author_id: personOf(stage, 'neighbour') }
  const [statementId = ''] = await manyStatements(stage.server, params, 1, by)
  return { ...params, statementId }
}

/** A topic of the neighbour; `vote`: neighbours are to decide on it. */
async function oneTopic(stage: Stage, outcome: 'vote' | null = null) {
  const params = await discussed(stage)
  const [topicId = ''] = await manyTopics(stage.server, stage.place, 1, {
    round_id: params.roundId,
    author_id: personOf(stage, 'neighbour'),
    ...(outcome ? { outcome, outcome_text: '要不要两张长椅', outcome_at: stage.server.clock.now } : {}),
  })
  return { ...params, topicId }
}

const inDays = ({ server }: Stage, days: number) =>
  dateOf(new Date(server.clock.now.getTime() + days * DAY_MS))

const drafted = (stage: Stage) => ({
  placeId: stage.place.community.buildingId,
  electorate: 'homes' as const,
  title: '加两张长椅',
  text: '放在楼道口两边，各一张。',
  items: [{ subject: 'homes_other' as const, title: '加两张长椅', options: [] }],
  opensOn: inDays(stage, 20),
  closesOn: inDays(stage, 26),
})

/** domain.md 6: who lives there says what they think and answers, nobody their own; whoever reads the round sees the picture. */
export const STATEMENTS: Chapter = {
  about: 'statements of a discussion',
  columns: {
    list: calls(listStatementsEndpoint)(async (stage) => ({ params: await oneStatement(stage), query: {} })),
    next: calls(nextStatementEndpoint)(async (stage) => ({ params: await oneStatement(stage) })),
    picture: calls(readOpinionsEndpoint)(async (stage) => ({ params: await oneStatement(stage) })),
    say: acts(writeStatementEndpoint)(async (stage) => ({
      params: await discussed(stage),
      body: { text: '走道留够一米二' },
    })),
    answer: acts(answerStatementEndpoint)(async (stage) => ({
      params: await oneStatement(stage),
      body: { stance: 'agree' },
    })),
    'take back': acts(withdrawStatementEndpoint)(async (stage) => ({ params: await oneStatement(stage) })),
    pulse: calls(readPulseEndpoint)(async (stage) => ({ params: await discussed(stage), query: {} })),
    code: calls(readRoundCodeEndpoint)(async (stage) => ({ params: await discussed(stage) })),
  },
  table: `
                                                        | list | next | picture | say | answer | take back | pulse | code
nobody                                                  | 401  | 401  | 401     | 401 | 401    | 401       | 401   | 401
visitor, the reporter, the asker                        | 404  | 404  | 404     | 404 | 404    | 404       | 404   | 404
resident of the home                                    | 200  | 200  | 200     | 200 | 200    | 403       | 200   | 200
neighbour                                               | 200  | 200  | 200     | 200 | 409    | 200       | 200   | 200
resident elsewhere                                      | 404  | 404  | 404     | 404 | 404    | 404       | 404   | 404
building_head                                           | 200  | 200  | 200     | 403 | 403    | 403       | 200   | 200
building_head of another building                       | 404  | 404  | 404     | 404 | 404    | 404       | 404   | 404
owners_committee                                        | 200  | 200  | 200     | 403 | 403    | 403       | 200   | 200
property company                                        | 200  | 200  | 200     | 403 | 403    | 403       | 200   | 200
property_staff of another estate                        | 404  | 404  | 404     | 404 | 404    | 404       | 404   | 404
grid_worker, grid_worker who handled                    | 404  | 404  | 404     | 404 | 404    | 404       | 404   | 404
grid_chief, grid_chief who handled                      | 404  | 404  | 404     | 404 | 404    | 404       | 404   | 404
grid_worker of another grid, grid_chief of another grid | 404  | 404  | 404     | 404 | 404    | 404       | 404   | 404
grid_specialist, grid_specialist of another grid        | 404  | 404  | 404     | 404 | 404    | 404       | 404   | 404
community_staff, community_staff who handled            | 200  | 200  | 200     | 403 | 403    | 403       | 200   | 200
community_secretary, residents_committee                | 200  | 200  | 200     | 403 | 403    | 403       | 200   | 200
subdistrict_staff, district_staff                       | 200  | 200  | 200     | 403 | 403    | 403       | 200   | 200
auditor, administrator                                  | 404  | 404  | 404     | 404 | 404    | 404       | 404   | 404
the other community                                     | 404  | 404  | 404     | 404 | 404    | 404       | 404   | 404`,
}

/** domain.md 6: the convener puts down what came of a topic, and drafts the vote it asks for; whoever reads the round reads it. */
export const OUTCOMES: Chapter = {
  about: 'what comes of topics',
  columns: {
    list: calls(listOutcomesEndpoint)(async (stage) => ({ params: await discussed(stage), query: {} })),
    read: calls(readOutcomeEndpoint)(async (stage) => ({ params: await oneTopic(stage) })),
    'put down': acts(putDownOutcomeEndpoint)(async (stage) => ({
      params: await oneTopic(stage),
      body: { revision: 1, outcome: 'consensus', text: '放在楼道口两边，各一张' },
    })),
    'draft a vote': acts(draftTopicVoteEndpoint)(async (stage) => ({
      params: await oneTopic(stage, 'vote'),
      body: drafted(stage),
    })),
  },
  table: `
                                                        | list | read | put down | draft a vote
nobody                                                  | 401  | 401  | 401      | 401
visitor, the reporter, the asker                        | 404  | 404  | 404      | 404
resident of the home, neighbour                         | 200  | 200  | 403      | 403
resident elsewhere                                      | 404  | 404  | 404      | 404
building_head                                           | 200  | 200  | 200      | 200
building_head of another building                       | 404  | 404  | 404      | 404
owners_committee                                        | 200  | 200  | 403      | 403
property company                                        | 200  | 200  | 403      | 403
property_staff of another estate                        | 404  | 404  | 404      | 404
grid_worker, grid_worker who handled                    | 404  | 404  | 404      | 404
grid_chief, grid_chief who handled                      | 404  | 404  | 404      | 404
grid_worker of another grid, grid_chief of another grid | 404  | 404  | 404      | 404
grid_specialist, grid_specialist of another grid        | 404  | 404  | 404      | 404
community_staff, community_staff who handled            | 200  | 200  | 403      | 403
community_secretary, residents_committee                | 200  | 200  | 403      | 403
subdistrict_staff, district_staff                       | 200  | 200  | 403      | 403
auditor, administrator                                  | 404  | 404  | 404      | 404
the other community                                     | 404  | 404  | 404      | 404`,
}
