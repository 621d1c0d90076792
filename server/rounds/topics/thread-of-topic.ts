import { roundPolicy, topicPolicy } from '#core/rounds'
import type { ThreadSubject, ThreadSubjectReader } from '#server/threads/index'
import { officeIn } from '../office-in'
import { topicsMetBy, type MetTopic } from './met-by'
import { listTopicsById } from './repository'

/** Topics as their threads meet them: four queries, however many. */
export const topicThreads: ThreadSubjectReader = async (asking, ids) => {
  if (ids.length === 0) return new Map()
  const { db, actor, region } = asking
  const rows = await listTopicsById(db, region.regionId, ids)
  const met = await topicsMetBy(db, actor, region.regionId, rows)
  return new Map(met.map((one): [string, ThreadSubject] => [one.row.topic_id, subjectOf(one, asking)]))
}

/** Staff observe, and answer as themselves (domain.md 6). */
function subjectOf(
  { row, topic, roundRow }: MetTopic,
  { actor, region }: Parameters<ThreadSubjectReader>[0],
): ThreadSubject {
  const readable = topicPolicy.read(actor, topic)
  const staff = topic.round ? readable && roundPolicy.observe(actor, topic.round) : false
  const convener = roundRow?.convener_id ?? null
  const placed = { ...row, convener_role: roundRow?.convener_role ?? null, convener_id: convener ?? '' }
  const held = readable && row.author_id !== actor.personId ? officeIn(actor, placed) : undefined
  return {
    readable,
    staff,
    open: row.words_state === 'shown' && row.state !== 'withdrawn',
    reporterId: row.author_id,
    handlerIds: convener ? [convener] : [],
    handledInOffice: Boolean(roundRow?.convener_role),
    aboutTitle: row.title,
    placeName: row.place_name,
    official: held && {
      role: held.role,
      unitName: held.placeId === region.regionId ? region.name : row.place_name,
    },
  }
}
