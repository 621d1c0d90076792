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
  readRoundEndpoint,
  writeItemEndpoint,
  writeLedgerEndpoint,
  writeLessonEndpoint,
  type RoundState,
} from '#core/rounds'
import { manyItems, manyLedgerEntries, manyLessons, takesPart } from '../many-items'
import { manyRounds } from '../many-rounds'
import { manyVotes } from '../many-votes'
import { HERE, here, ON_RECORD, ONCE, type AreaBudgets, type Scene } from './budget'

const ROUND = 2 // the round; what the reader has to do with it
const HELD = 1 // both at once, the round held
const ROUND_SHOWN = 4 + 2 // its gate; homes that took part; steps; the rounds before and after it; what its convener holds there, twice
const MAY = 1 // consents, phone, homes
const ITEM = 1 // the item itself
const SHOWN = ITEM + ROUND + 2 // its ratings; its steps
const PHOTOS = 1 // of its steps
const WORDS = 2 // whether its words may be shown
const SAVED = 1 + 1 + ON_RECORD // itself; the step
const TAKES_PART = 1
const CLOCK = 2 // before its due day, and on it
const SUMS = 1

const items = { more: 1 }

/** A round convened by the busybody, who lives there. */
async function round({ server, busy }: Scene, state: RoundState) {
  const [roundId = ''] = await manyRounds(server, busy.place, 1, {
    convener_id: busy.everywhere.personId,
    state,
    ...(state === 'closed' ? { ended_at: server.clock.now } : {}),
  })
  return { communityId: busy.place.community.communityId, roundId }
}

/** Items of it, with a ledger of so many entries; what is asked for is the first. */
async function item(scene: Scene, state: RoundState = 'action', owner_id?: string) {
  const params = await round(scene, state)
  const { personId } = scene.busy.everywhere
  const more = { author_id: personId, ...(owner_id ? { owner_id } : {}) }
  const [itemId = ''] = await manyItems(scene.server, params, items.more, more)
  const by = { person_id: personId }
  const [entryId = ''] = await manyLedgerEntries(scene.server, { ...params, itemId }, items.more, by)
  return { ...params, itemId, entryId }
}

/** What stands in the report: all of it. */
async function judged(scene: Scene, state: RoundState) {
  const { entryId: _entry, itemId: _item, ...params } = await item(scene, state)
  await manyLessons(scene.server, params, items.more, { author_id: scene.busy.everywhere.personId })
  return params
}

const words = { title: '装两张长椅', promise: '长椅装在楼前', ownerKind: 'resident' }
const dueOn = ({ server }: Scene) =>
  new Date(server.clock.now.getTime() + 10 * 86_400_000).toISOString().slice(0, 10)

export const roundItemBudgets: AreaBudgets = {
  reads: {
    'items of a round': {
      endpoint: listItemsEndpoint,
      statements: HERE + ROUND + 2, // the page; their ratings
      input: async (scene) => {
        const { communityId, roundId } = await item(scene)
        return { params: { communityId, roundId }, query: {} }
      },
    },
    'a round in its action, with what its page shows first': {
      endpoint: readRoundEndpoint,
      statements: HERE + ROUND + ROUND_SHOWN + 2, // items, their ratings
      input: async (scene) => {
        const { communityId, roundId } = await item(scene)
        return { params: { communityId, roundId }, query: { opening: 'true' } }
      },
    },
    'a round in its evaluation, with what its page shows first': {
      endpoint: readRoundEndpoint,
      statements: HERE + ROUND + ROUND_SHOWN + 1 + 2 + 1, // its other gate; items, their ratings; lessons
      input: async (scene) => ({ params: await judged(scene, 'evaluation'), query: { opening: 'true' } }),
    },
    'an item': {
      endpoint: readItemEndpoint,
      statements: HERE + SHOWN + 2 + SUMS + 1 + ROUND, // its ledger, receipts; its links, and the round among them
      input: async (scene) => {
        const { communityId, itemId } = await item(scene)
        return { params: { communityId, itemId } }
      },
    },
    'the ledger of an item': {
      endpoint: listLedgerEndpoint,
      statements: HERE + ITEM + ROUND + 2 + SUMS, // the page; receipts
      input: async (scene) => {
        const { entryId: _entry, ...params } = await item(scene)
        return { params, query: {} }
      },
    },
    'lessons of a round': {
      endpoint: listLessonsEndpoint,
      statements: HERE + ROUND + 1,
      input: async (scene) => ({ params: await judged(scene, 'evaluation'), query: {} }),
    },
    'the report of a round': {
      endpoint: readReportEndpoint,
      statements: HERE + ROUND + 1 + 2 + 2 + 1 + 1 + 2, // topics; sessions, notes; items, ratings; money; lessons; homes, people
      input: async (scene) => ({ params: await judged(scene, 'evaluation') }),
    },
  },
  writes: {
    'take something on': {
      endpoint: writeItemEndpoint,
      statements: HERE + ONCE + MAY + HELD + WORDS + 1 + SAVED + TAKES_PART + CLOCK + SHOWN + PHOTOS, // itself, read
      input: async (scene) => ({
        params: await round(scene, 'action'),
        body: { ...words, dueOn: dueOn(scene), takesOn: true },
      }),
    },
    'change an item': {
      endpoint: changeItemEndpoint,
      statements: HERE + ONCE + MAY + HELD + ITEM + WORDS + SAVED + CLOCK + SHOWN + PHOTOS,
      input: async (scene) => {
        const { entryId: _entry, ...params } = await item(scene)
        return { params, body: { ...words, dueOn: dueOn(scene), revision: 1 } }
      },
    },
    'finish an item': {
      endpoint: actOnItemEndpoint,
      statements: HERE + ONCE + MAY + HELD + ITEM + WORDS + SAVED + TAKES_PART + 1 + SHOWN + PHOTOS, // whom to tell
      input: async (scene) => {
        const [owner = ''] = await scene.rows.persons(1)
        const { entryId: _entry, ...params } = await item(scene, 'action', owner)
        return { params, body: { act: 'finish', revision: 1, note: '装好了' } }
      },
    },
    'link an item': {
      endpoint: linkItemEndpoint,
      statements: HERE + ONCE + MAY + HELD + ITEM + 2 + SAVED + SHOWN + PHOTOS, // the vote, as its reader meets it
      input: async (scene) => {
        const { entryId: _entry, ...params } = await item(scene)
        const convener_id = scene.busy.everywhere.personId
        const [id = ''] = await manyVotes(scene.server, scene.busy.place, 1, { convener_id, state: 'open' })
        return { params, body: { revision: 1, kind: 'vote', id } }
      },
    },
    'put money into a ledger': {
      endpoint: writeLedgerEndpoint,
      statements: HERE + ONCE + MAY + HELD + ITEM + 1 + ON_RECORD + SUMS,
      input: async (scene) => {
        const { entryId: _entry, ...params } = await item(scene)
        const onDay = scene.server.clock.now.toISOString().slice(0, 10)
        return { params, body: { kind: 'money_in', fen: 100, what: '邻居凑的', onDay } }
      },
    },
    'correct a ledger': {
      endpoint: correctLedgerEndpoint,
      statements: HERE + ONCE + MAY + HELD + ITEM + 2 + ON_RECORD + SUMS, // what it takes back; itself
      input: async (scene) => ({ params: await item(scene), body: { reason: '记重了' } }),
    },
    'rate an item': {
      endpoint: rateItemEndpoint,
      statements: HERE + ONCE + MAY + HELD + ITEM + 1 + ON_RECORD, // itself, with how many did
      input: async (scene) => {
        const [owner = ''] = await scene.rows.persons(1)
        const { entryId: _entry, ...params } = await item(scene, 'evaluation', owner)
        const { homeId } = scene.busy.place.community
        await takesPart(scene.server, params, scene.busy.everywhere.personId, homeId)
        return { params, body: { rating: 'kept' } }
      },
    },
    'write a lesson': {
      endpoint: writeLessonEndpoint,
      statements: HERE + ONCE + MAY + HELD + WORDS + 1 + ON_RECORD + TAKES_PART,
      input: async (scene) => ({
        params: await round(scene, 'evaluation'),
        body: { text: '先量好尺寸再买' },
      }),
    },
    'print the report': {
      endpoint: printReportEndpoint,
      statements: HERE + ONCE + ROUND + ON_RECORD,
      input: async (scene) => ({ params: await judged(scene, 'closed'), body: {} }),
    },
    'go on with what stayed open': {
      endpoint: followUpEndpoint,
      statements: HERE + ONCE + 3 + ROUND + 1 + 1 + 3 + 2 + 1 + ON_RECORD + TAKES_PART + 5 + 1 + 6, // consents, phone; is it followed; the place; itself, its homes, read; open points, as topics; the step; their seconds, counted, taking part and told; search; the round
      input: async (scene) => ({ params: await judged(scene, 'closed'), body: {} }),
    },
  },
  twenty: (scene) => {
    items.more = 20
    return Promise.resolve(here(scene))
  },
}
