import { randomUUID } from 'node:crypto'
import {
  actOnSessionEndpoint,
  changeSessionEndpoint,
  listNotesEndpoint,
  listSessionsEndpoint,
  openSessionCodeEndpoint,
  openSessionEndpoint,
  printMinutesEndpoint,
  readSessionEndpoint,
  showSessionCodeEndpoint,
  strikeNoteEndpoint,
  writeNoteEndpoint,
} from '#core/rounds'
import { oneDiscussion } from '../many-sessions'
import { HERE, here, ON_RECORD, ONCE, WHO, type AreaBudgets, type Scene } from './budget'

const ONE = 2 // the round; what the reader has to do with it
const HELD = 1 // both at once, the round held
const MAY = 1 // consents, phone, homes
const IN_SESSION = 1 // held, as one meets it
const SEEN = 1 // the session as it is then
const WORDS = 2 // whether its words may be shown

/** A session of a round convened and hosted by the busybody. */
async function session(scene: Scene) {
  const convenerId = scene.busy.everywhere.personId
  const made = await oneDiscussion(scene.server, scene.busy.place, { convenerId })
  const { roundId, sessionId } = made
  return { ...made, params: { ...here(scene), roundId, sessionId } }
}

const spot = ({ server }: Scene) => ({ startsAt: server.clock.now.toISOString(), where: '活动室' })

export const sessionBudgets: AreaBudgets = {
  reads: {
    'sessions of a round': {
      endpoint: listSessionsEndpoint,
      statements: HERE + ONE + 1 + 1, // all of them; topics
      input: async (scene) => ({ params: (await session(scene)).params }),
    },
    'a session': {
      endpoint: readSessionEndpoint,
      statements: HERE + ONE + 1,
      input: async (scene) => ({ params: (await session(scene)).params }),
    },
    'notes of a session': {
      endpoint: listNotesEndpoint,
      statements: HERE + ONE + 1 + 1,
      input: async (scene) => ({ params: (await session(scene)).params, query: {} }),
    },
    'the code of a session': {
      endpoint: showSessionCodeEndpoint,
      statements: HERE + ONE + 1 + 1,
      input: async (scene) => ({ params: (await session(scene)).params }),
    },
    'a code that was scanned': {
      endpoint: openSessionCodeEndpoint,
      statements: WHO + 1,
      input: async (scene) => ({ params: { code: (await session(scene)).code } }),
    },
  },
  writes: {
    'open a session': {
      endpoint: openSessionEndpoint,
      statements: HERE + ONCE + MAY + HELD + 1 + 2 + 2 + ON_RECORD + SEEN, // takes part; topics, how many; itself, its code
      input: async (scene) => {
        const { params, topicId } = await session(scene)
        return { params, body: { ...spot(scene), topicId } }
      },
    },
    'move a session': {
      endpoint: changeSessionEndpoint,
      statements: HERE + ONCE + MAY + HELD + IN_SESSION + 3 + ON_RECORD + SEEN, // topics; who is in it; itself
      input: async (scene) => {
        const { params, topicId } = await session(scene)
        return { params, body: { ...spot(scene), topicId, revision: 1 } }
      },
    },
    'join a session': {
      endpoint: actOnSessionEndpoint,
      statements: HERE + ONCE + MAY + HELD + IN_SESSION + 2 + ON_RECORD, // joins; takes part
      input: async (scene) => ({ params: (await session(scene)).params, body: { act: 'join' } }),
    },
    'write a note': {
      endpoint: writeNoteEndpoint,
      statements: HERE + ONCE + MAY + HELD + IN_SESSION + 2 + WORDS + 1 + 1 + ON_RECORD, // has it come before, held; itself, counted; takes part
      input: async (scene) => ({
        params: (await session(scene)).params,
        body: { noteId: randomUUID(), text: '放在南边' },
      }),
    },
    'strike a note': {
      endpoint: strikeNoteEndpoint,
      statements: HERE + ONCE + MAY + HELD + IN_SESSION + 1 + 1 + 2 + ON_RECORD, // the note, and as it stands now; itself, its count
      input: async (scene) => {
        const { params, noteId } = await session(scene)
        return { params: { ...params, noteId } }
      },
    },
    'print minutes': {
      endpoint: printMinutesEndpoint,
      statements: HERE + ONCE + ONE + ON_RECORD,
      input: async (scene) => ({ params: (await session(scene)).params, body: {} }),
    },
  },
  twenty: (scene) => Promise.all(Array.from({ length: 20 }, () => session(scene))),
}
