import { newId } from '#server/platform/db/index'
import { newCode } from '#server/platform/crypto/index'
import type { Neighbourhood } from '../builders/neighbourhood'
import { manyRounds } from './many-rounds'
import type { TestServer } from './test-server'

type Server = Pick<TestServer, 'db' | 'clock'>
type Place = Pick<Neighbourhood, 'community' | 'districtId' | 'subdistrictId'>

interface Made {
  roundId: string
  sessionId: string
  topicId: string
  noteId: string
  code: string
}

/** A round of the building that discusses, with a session in which one entry was written. */
export async function oneDiscussion(
  server: Server,
  place: Place,
  {
    convenerId,
    authorId = convenerId,
    words = '放在南边',
  }: { convenerId: string; authorId?: string; words?: string },
): Promise<Made> {
  const { db, clock } = server
  const at = clock.now
  const [roundId = ''] = await manyRounds(server, place, 1, { convener_id: convenerId, state: 'discussion' })
  const ids = { community_id: place.community.communityId, round_id: roundId }
  const made = { roundId, sessionId: newId(), topicId: newId(), noteId: newId(), code: newCode(26) }
  await db
    .insertInto('topics')
    .values({
      ...ids,
      topic_id: made.topicId,
      place_id: place.community.buildingId,
      place_name: '湖光苑 3号楼',
      place_kind: 'building',
      jurisdiction: [place.community.buildingId],
      author_id: authorId,
      shown_as: 'resident',
      title: words,
      words_state: 'shown',
      state: 'open',
      seconds_needed: 1,
      created_at: at,
      revision: 1,
    })
    .execute()
  await db
    .insertInto('round_sessions')
    .values({
      ...ids,
      session_id: made.sessionId,
      topic_id: made.topicId,
      starts_at: at,
      place: words.slice(0, 20),
      state: 'open',
      host_id: authorId,
      host_name: words.slice(0, 20),
      notes: 1,
      last_seq: 1,
      created_at: at,
      revision: 1,
    })
    .execute()
  await db
    .insertInto('session_codes')
    .values({ ...ids, session_id: made.sessionId, code: made.code, made_at: at })
    .execute()
  await db
    .insertInto('session_notes')
    .values({
      community_id: ids.community_id,
      note_id: made.noteId,
      session_id: made.sessionId,
      seq: 1,
      changed_seq: 1,
      author_id: authorId,
      by_name: words.slice(0, 20),
      text: words,
      words_state: 'shown',
      at,
    })
    .execute()
  return made
}
