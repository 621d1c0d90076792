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
  readRoundEndpoint,
  readRoundCodeEndpoint,
  withdrawStatementEndpoint,
  writeStatementEndpoint,
} from '#core/rounds'
import { manyRounds } from '../many-rounds'
import { manyStatements } from '../many-statements'
import { manyTopics } from '../many-topics'
import { HERE, here, ON_RECORD, ONCE, type AreaBudgets, type Scene } from './budget'

const DAY_MS = 86_400_000
const ROUND = 2 // the round; what the reader has to do with it
const COMMITTEE = 1 // whether owners have one there: asked of who is in the residents' committee
const SHOWN = 5 + 2 // its two gates; homes that took part; steps; the rounds before and after it; what its convener holds there, twice
const IN_ROUND = 1 + 1 + 1 // consents, phone, homes; the round held, and what one has to do with it; takes part
const OWN = 1 // what the reader said
const TO_ASK = 1
const WORDS = 2 // whether its words may be shown
const SEALED = 2 // their answers held, and sealed again
const DRAFTED = 12 // consent; where it is held; itself, items, read again, the step; shown, with its topic

const rows = { more: 2 }

/** A round that is discussed, convened by the busybody, with statements and topics of a neighbour. */
async function discussed(scene: Scene, outcome: 'vote' | null = null) {
  const { server, busy } = scene
  const convener = { convener_id: busy.everywhere.personId, state: 'discussion' } as const
  const [roundId = ''] = await manyRounds(server, busy.place, 1, convener)
  const [author_id = ''] = await scene.rows.persons(1)
  const params = { communityId: busy.place.community.communityId, roundId }
  const [statementId = ''] = await manyStatements(server, params, rows.more, { author_id })
  const [topicId = ''] = await manyTopics(server, busy.place, rows.more, {
    round_id: roundId,
    author_id,
    ...(outcome ? { outcome, outcome_text: '要不要两张长椅', outcome_at: server.clock.now } : {}),
  })
  return { params, statementId, topicId }
}

const ofRound = async (scene: Scene) => ({ params: (await discussed(scene)).params, query: {} })

const draft = ({ server, busy }: Scene) => ({
  placeId: busy.place.community.buildingId,
  electorate: 'homes',
  title: '加两张长椅',
  text: '放在楼道口两边，各一张。',
  items: [{ subject: 'homes_other', title: '加两张长椅' }],
  opensOn: dateOf(new Date(server.clock.now.getTime() + 20 * DAY_MS)),
  closesOn: dateOf(new Date(server.clock.now.getTime() + 26 * DAY_MS)),
})

export const statementBudgets: AreaBudgets = {
  reads: {
    'a discussion, with what its page shows first': {
      endpoint: readRoundEndpoint,
      statements: HERE + ROUND + SHOWN + 2 + OWN + TO_ASK + 1 + 1 + COMMITTEE, // sessions, topics; opinions; outcomes
      input: async (scene) => ({ params: (await discussed(scene)).params, query: { opening: 'true' } }),
    },
    'statements of a round': {
      endpoint: listStatementsEndpoint,
      statements: HERE + ROUND + 1 + OWN,
      input: ofRound,
    },
    'the next statement': {
      endpoint: nextStatementEndpoint,
      statements: HERE + ROUND + OWN + TO_ASK,
      input: ofRound,
    },
    'opinions of a round': {
      endpoint: readOpinionsEndpoint,
      statements: HERE + ROUND + 1, // no picture yet: its statements would be one more
      input: ofRound,
    },
    'what came of the topics': {
      endpoint: listOutcomesEndpoint,
      statements: HERE + ROUND + 1 + COMMITTEE,
      input: ofRound,
    },
    'what came of a topic': {
      endpoint: readOutcomeEndpoint,
      statements: HERE + ROUND + 1 + COMMITTEE,
      input: async (scene) => {
        const { params, topicId } = await discussed(scene)
        return { params: { ...params, topicId } }
      },
    },
    'numbers for the big screen': {
      endpoint: readPulseEndpoint,
      statements: HERE + ROUND + 1, // all counts
      input: ofRound,
    },
    'the code for the big screen': {
      endpoint: readRoundCodeEndpoint,
      statements: HERE + ROUND,
      input: ofRound,
    },
  },
  writes: {
    'write a statement': {
      endpoint: writeStatementEndpoint,
      statements: HERE + ONCE + IN_ROUND + SEALED + 1 + WORDS + 1 + ON_RECORD, // how many there are; itself
      input: async (scene) => ({
        params: (await discussed(scene)).params,
        body: { text: '走道留够一米二' },
      }),
    },
    'answer a statement': {
      endpoint: answerStatementEndpoint,
      statements: HERE + ONCE + IN_ROUND + 1 + SEALED + ON_RECORD + TO_ASK + 1, // the statement; its count
      input: async (scene) => {
        const { params, statementId } = await discussed(scene)
        return { params: { ...params, statementId }, body: { stance: 'agree' } }
      },
    },
    'take back a statement': {
      endpoint: withdrawStatementEndpoint,
      statements: HERE + ONCE + IN_ROUND + 1 + 1 + 1 + 2 + ON_RECORD, // its cases, held; the statement; itself; its cases, dropped
      input: async (scene) => {
        const { params } = await discussed(scene)
        const more = { author_id: scene.busy.everywhere.personId }
        const [statementId = ''] = await manyStatements(scene.server, params, 1, more)
        return { params: { ...params, statementId } }
      },
    },
    'put down what came of a topic': {
      endpoint: putDownOutcomeEndpoint,
      statements: HERE + ONCE + IN_ROUND + 1 + 1 + ON_RECORD + COMMITTEE, // the topic, held; itself
      input: async (scene) => {
        const { params, topicId } = await discussed(scene)
        const body = { revision: 1, outcome: 'consensus', text: '放在楼道口两边，各一张' }
        return { params: { ...params, topicId }, body }
      },
    },
    'draft the vote of a topic': {
      endpoint: draftTopicVoteEndpoint,
      statements: HERE + ONCE + IN_ROUND + COMMITTEE + 1 + DRAFTED + 1 + ON_RECORD, // the topic, held; the topic names it
      input: async (scene) => {
        const { params, topicId } = await discussed(scene, 'vote')
        return { params: { ...params, topicId }, body: draft(scene) }
      },
    },
  },
  twenty: (scene) => {
    rows.more = 20
    return Promise.resolve(here(scene))
  },
}
