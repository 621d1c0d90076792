import { decideSession, sessionActsFor, type Round, type SessionView } from '#core/rounds'
import { DomainError } from '#core/errors'
import type { Actor } from '#core/permissions'
import type { Database, Transaction } from '#server/platform/db/index'
import type { RoundRow } from '../repository'
import { findSessionMetBy, isIn, sessionOf, type MetSession } from './repository'

/** A session as one reader meets it, with the buttons open to them. */
export function presentSession(actor: Actor, round: Round, row: MetSession): SessionView {
  const joined = isIn(row)
  const session = sessionOf(row, round, joined)
  const may = (what: Parameters<typeof decideSession>[2]) => decideSession(actor, session, what).allowed
  return {
    sessionId: row.session_id,
    roundId: row.round_id,
    topic: { topicId: row.topic_id, title: row.topic_title },
    startsAt: row.starts_at.toISOString(),
    where: row.place,
    state: row.state,
    hostName: row.host_name,
    iHost: row.host_id === actor.personId,
    people: row.people,
    notes: row.notes,
    joined,
    elsewhere: row.my_session_id !== null && !joined,
    arrived: joined && row.arrived_at !== null,
    may: { change: may('change'), write: may('write'), showCode: may('show_code') },
    acts: sessionActsFor(actor, session),
    revision: row.revision,
  }
}

/** The same after something was done with it. */
export async function presentSessionAnew(
  db: Database | Transaction,
  actor: Actor,
  { row, round }: { row: RoundRow; round: Round },
  sessionId: string,
): Promise<SessionView> {
  const met = await findSessionMetBy(db, row, { personId: actor.personId, sessionId })
  if (!met) throw new DomainError('NOT_FOUND')
  return presentSession(actor, round, met)
}
