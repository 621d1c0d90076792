import { roundPolicy } from '#core/rounds'
import { DomainError } from '#core/errors'
import type { Context } from '#server/platform/context'
import { findCallerIn } from '#server/platform/http/caller'
import type { ServerParts } from '#server/platform/http/parts'
import { paperEndsAt } from '#server/platform/paper/sealed-word'
import { recordRound } from '../../on-record'
import { findRound, roundFor } from '../../repository'
import { listStandingNotes } from '../note-repository'
import { listSessionsMetBy } from '../repository'
import { minutesAddressFor, readMinutesAddress } from './address'
import type { MinutesPaper } from './minutes-paper'

interface PrintMinutes {
  roundId: string
  sessionId?: string | undefined
}

/** 打印记录, by who reads the round. Answers where the paper lies. */
export function printMinutes(
  context: Context,
  { roundId, sessionId }: PrintMinutes,
  key: Buffer,
): Promise<{ url: string }> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    const row = await findRound(tx, region.regionId, roundId)
    if (!row || !roundPolicy.read(actor, await roundFor(tx, actor, row))) throw new DomainError('NOT_FOUND')
    const { personId } = actor
    const met = sessionId && (await listSessionsMetBy(tx, row, { personId, sessionId }))
    if (met && met.length === 0) throw new DomainError('NOT_FOUND')
    await recordRound(tx, row, { act: 'print_minutes', at: now(), personId })
    const until = paperEndsAt(now())
    const address = { communityId: region.regionId, roundId, sessionId, viewerId: personId, until }
    return { url: minutesAddressFor(key, address) }
  })
}

type Parts = Pick<ServerParts, 'db' | 'now' | 'photoKey'>

/** What an address leads to, as it is now. Throws NOT_FOUND for a wrong word, one that is over, and who may not read it any more. */
export async function readMinutes(
  { db, now, photoKey }: Parts,
  { communityId, word }: { communityId: string; word: string },
): Promise<MinutesPaper> {
  const address = readMinutesAddress(photoKey, communityId, word, now())
  const scope =
    address && (await findCallerIn(db, { personId: address.viewerId, sessionId: '' }, communityId, now()))
  const row = address && (await findRound(db, communityId, address.roundId))
  if (!address || !scope || !row) throw new DomainError('NOT_FOUND')
  if (!roundPolicy.read(scope.actor, await roundFor(db, scope.actor, row))) throw new DomainError('NOT_FOUND')
  const { viewerId: personId, sessionId } = address
  const sessions = await listSessionsMetBy(db, row, { personId, ...(sessionId ? { sessionId } : {}) })
  const notes = await listStandingNotes(
    db,
    row,
    sessions.map(({ session_id }) => session_id),
  )
  return {
    question: row.question,
    placeName: row.place_name,
    convenerName: row.convener_name,
    printedAt: now().toISOString(),
    sessions: sessions.map((session) => {
      const own = notes.filter(({ sessionId: of }) => of === session.session_id)
      return {
        topic: session.topic_title,
        startsAt: session.starts_at.toISOString(),
        where: session.place,
        hostName: session.host_name,
        people: session.people,
        notes: own
          .filter(({ struck }) => !struck)
          .map(({ name, text, at }) => ({ name, text, at: at.toISOString() })),
        struck: own.filter(({ struck }) => struck).length,
      }
    }),
  }
}
