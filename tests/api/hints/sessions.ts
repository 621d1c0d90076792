import { oneDiscussion } from '../many-sessions'
import type { AreaHints, Ids, Made } from './hint'

/** A session of a round, hosted by its convener, with one entry. */
async function ids({ server, place, community, title }: Made): Promise<Ids> {
  const head = await place.inOffice('building_head', community.buildingId, { community, name: title })
  const { roundId, sessionId, noteId, topicId } = await oneDiscussion(
    server,
    { ...place, community },
    { convenerId: head.personId, words: title },
  )
  return { roundId, sessionId, noteId, topicId }
}

export const sessionHints: AreaHints = {
  ids,
  // Whoever comes with a code that hangs elsewhere joins as one who isn't there; the phone names what it writes.
  harmless: [
    'code POST /communities/:communityId/rounds/:roundId/sessions/:sessionId/acts',
    'noteId POST /communities/:communityId/rounds/:roundId/sessions/:sessionId/notes',
  ],
  tables: ['round_sessions', 'session_joins', 'session_notes'],
}
