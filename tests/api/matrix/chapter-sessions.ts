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
import { acts, calls, type Chapter } from './call'
import type { Stage } from './stage'
import { here, personOf } from './votes-on-stage'

/** A session of a round of the building, convened by its head. */
async function oneSession(stage: Stage) {
  const convenerId = personOf(stage, 'building_head')
  const made = await oneDiscussion(stage.server, stage.place, { convenerId })
  const { roundId, sessionId } = made
  return { ...made, params: { ...here(stage), roundId, sessionId } }
}

/**
 * domain.md 6: the convener puts sessions on the board; who lives there joins and writes, staff observe and write as themselves; whoever
 * reads the round reads its notes.
 */
export const SESSIONS: Chapter = {
  about: 'sessions of a discussion',
  columns: {
    board: calls(listSessionsEndpoint)(async (stage) => ({ params: (await oneSession(stage)).params })),
    read: calls(readSessionEndpoint)(async (stage) => ({ params: (await oneSession(stage)).params })),
    notes: calls(listNotesEndpoint)(async (stage) => ({
      params: (await oneSession(stage)).params,
      query: {},
    })),
    code: calls(showSessionCodeEndpoint)(async (stage) => ({ params: (await oneSession(stage)).params })),
    open: acts(openSessionEndpoint)(async (stage) => {
      const { params, topicId } = await oneSession(stage)
      const startsAt = stage.server.clock.now.toISOString()
      return { params, body: { topicId, startsAt } }
    }),
    move: acts(changeSessionEndpoint)(async (stage) => {
      const { params, topicId } = await oneSession(stage)
      const startsAt = stage.server.clock.now.toISOString()
      return { params, body: { topicId, startsAt, revision: 1 } }
    }),
    join: acts(actOnSessionEndpoint)(async (stage) => ({
      params: (await oneSession(stage)).params,
      body: { act: 'join' },
    })),
    write: acts(writeNoteEndpoint)(async (stage) => ({
      params: (await oneSession(stage)).params,
      body: { noteId: randomUUID(), text: '放在南边' },
    })),
    strike: acts(strikeNoteEndpoint)(async (stage) => {
      const { params, noteId } = await oneSession(stage)
      return { params: { ...params, noteId } }
    }),
    scan: calls(openSessionCodeEndpoint)(async (stage) => ({
      params: { code: (await oneSession(stage)).code },
    })),
    print: acts(printMinutesEndpoint)(async (stage) => ({
      params: (await oneSession(stage)).params,
      body: {},
    })),
  },
  table: `
                                                        | board | read | notes | code | open | move | join | write | strike | scan | print
nobody                                                  | 401   | 401  | 401   | 401  | 401  | 401  | 401  | 401   | 401    | 401  | 401
visitor, the reporter, the asker                        | 404   | 404  | 404   | 404  | 404  | 404  | 404  | 404   | 404    | 200  | 404
resident of the home, neighbour                         | 200   | 200  | 200   | 403  | 403  | 403  | 200  | 200   | 403    | 200  | 200
resident elsewhere                                      | 404   | 404  | 404   | 404  | 404  | 404  | 404  | 404   | 404    | 200  | 404
building_head                                           | 200   | 200  | 200   | 200  | 200  | 200  | 200  | 200   | 200    | 200  | 200
building_head of another building                       | 404   | 404  | 404   | 404  | 404  | 404  | 404  | 404   | 404    | 200  | 404
owners_committee                                        | 200   | 200  | 200   | 403  | 403  | 403  | 403  | 403   | 403    | 200  | 200
property company                                        | 200   | 200  | 200   | 403  | 403  | 403  | 403  | 403   | 403    | 200  | 200
property_staff of another estate                        | 404   | 404  | 404   | 404  | 404  | 404  | 404  | 404   | 404    | 200  | 404
grid_worker, grid_worker who handled                    | 404   | 404  | 404   | 404  | 404  | 404  | 404  | 404   | 404    | 200  | 404
grid_chief, grid_chief who handled                      | 404   | 404  | 404   | 404  | 404  | 404  | 404  | 404   | 404    | 200  | 404
grid_worker of another grid, grid_chief of another grid | 404   | 404  | 404   | 404  | 404  | 404  | 404  | 404   | 404    | 200  | 404
grid_specialist, grid_specialist of another grid        | 404   | 404  | 404   | 404  | 404  | 404  | 404  | 404   | 404    | 200  | 404
community_staff, community_staff who handled            | 200   | 200  | 200   | 403  | 403  | 403  | 403  | 200   | 403    | 200  | 200
community_secretary, residents_committee                | 200   | 200  | 200   | 403  | 403  | 403  | 403  | 200   | 403    | 200  | 200
subdistrict_staff, district_staff                       | 200   | 200  | 200   | 403  | 403  | 403  | 403  | 403   | 403    | 200  | 200
auditor, administrator                                  | 404   | 404  | 404   | 404  | 404  | 404  | 404  | 404   | 404    | 200  | 404
the other community                                     | 404   | 404  | 404   | 404  | 404  | 404  | 404  | 404   | 404    | 200  | 404`,
}
