import { actOnSession, openSession, writeNote } from '#server/rounds/index'
import { newId } from '#server/platform/db/index'
import type { TopicTale } from './round-tales'
import type { Telling } from './rounds'

const MINUTE_MS = 60_000
const DAY_MINUTES = 1_440

/** A session is opened, finds its host, and what was said is written down while it lasts; nothing of one that is yet to be. */
export async function holdSession(
  { roundId, meetsAt, next, at, parts }: Telling,
  topicId: string,
  { daysLater = 0, afterMinutes, where, host, notes }: NonNullable<TopicTale['session']>,
): Promise<void> {
  const startsAt = new Date(meetsAt.getTime() + (daysLater * DAY_MINUTES + afterMinutes) * MINUTE_MS)
  const spot = { topicId, startsAt: startsAt.toISOString(), where }
  const { sessionId } = await openSession(await next('head'), { roundId, host: false, ...spot }, parts)
  await actOnSession(await next(host), { roundId, sessionId, act: 'host' })
  for (const [index, { by, text }] of notes.entries()) {
    const then = new Date(startsAt.getTime() + (index + 1) * MINUTE_MS)
    const writer = await at(by, then)
    await actOnSession(writer, { roundId, sessionId, act: 'join' })
    await writeNote(writer, { roundId, sessionId, noteId: newId(), text, shownAs: 'nickname' }, parts)
  }
}
