import { randomUUID } from 'node:crypto'
import type { InputOf } from '#core/contract'
import {
  actOnSessionEndpoint,
  listNotesEndpoint,
  listSessionsEndpoint,
  openSessionEndpoint,
  readSessionEndpoint,
  strikeNoteEndpoint,
  writeNoteEndpoint,
  type NoteView,
  type RoundView,
  type SessionAct,
  type SessionView,
} from '#core/rounds'
import { newId } from '#server/platform/db/index'
import type { SignedInPerson } from './neighbourhood'
import { head, roundParams, server } from './round-stage'

/** This evening, and Saturday morning. */
export const TONIGHT = '2026-11-18T11:30:00.000Z'
export const SATURDAY = '2026-11-21T02:00:00.000Z'

type Of<T> = Pick<T, keyof T & ('roundId' | 'sessionId')>
export const sessionParams = ({ roundId, sessionId }: Of<SessionView>) => ({
  ...roundParams({ roundId }),
  sessionId,
})

/** A topic of a round, put there without its way through the agenda. */
export async function topicIn(round: RoundView, title = '加两张长椅，放哪儿'): Promise<string> {
  const topicId = newId()
  const row = await server.db
    .selectFrom('rounds')
    .selectAll()
    .where('round_id', '=', round.roundId)
    .executeTakeFirstOrThrow()
  await server.db
    .insertInto('topics')
    .values({
      community_id: row.community_id,
      topic_id: topicId,
      round_id: row.round_id,
      place_id: row.place_id,
      place_name: row.place_name,
      place_kind: row.place_kind,
      jurisdiction: row.jurisdiction,
      author_id: row.convener_id,
      home_id: null,
      shown_as: 'resident',
      title,
      text: null,
      words_state: 'shown',
      state: 'open',
      origin_kind: null,
      origin_id: null,
      seconds_needed: 1,
      declined_reason: null,
      declined_name: null,
      merged_into: null,
      proposal_into: null,
      proposal_by: null,
      proposal_by_name: null,
      proposal_reason: null,
      outcome: null,
      outcome_text: null,
      vote_id: null,
      created_at: server.clock.now,
      revision: 1,
    })
    .execute()
  return topicId
}

type Spot = NonNullable<InputOf<(typeof openSessionEndpoint)['body']>>

/** Opens a session; the answer as it came. */
export const tryOpen = (by: SignedInPerson, round: RoundView, body: Partial<Spot> & { topicId: string }) =>
  server.call(openSessionEndpoint, {
    as: by.token,
    params: roundParams(round),
    body: { startsAt: TONIGHT, where: '楼前', ...body },
  })

/** A session that is open, about a topic of its own unless one is named. */
export async function aSession(round: RoundView, spot: Partial<Spot> = {}): Promise<SessionView> {
  const topicId = spot.topicId ?? (await topicIn(round))
  const { status, body } = await tryOpen(head, round, { ...spot, topicId })
  expect(status).toBe(200)
  return body as SessionView
}

/** Presses a button of a session; the answer as it came. */
export const tryAct = (by: SignedInPerson, session: Of<SessionView>, act: SessionAct, code?: string) =>
  server.call(actOnSessionEndpoint, {
    as: by.token,
    params: sessionParams(session),
    body: { act, ...(code ? { code } : {}) },
  })

export async function doAct(
  by: SignedInPerson,
  session: Of<SessionView>,
  act: SessionAct,
  code?: string,
): Promise<SessionView> {
  const { status, body } = await tryAct(by, session, act, code)
  if (status !== 200) throw new Error(`${act} answered ${JSON.stringify(body)}`)
  return body as SessionView
}

export const readSessionBy = (by: SignedInPerson, session: Of<SessionView>): Promise<SessionView> =>
  server.ok(readSessionEndpoint, { as: by.token, params: sessionParams(session) })

/** The board of a round as somebody finds it. */
export const boardBy = (by: SignedInPerson, round: { roundId: string }) =>
  server.ok(listSessionsEndpoint, { as: by.token, params: roundParams(round) })

interface Entry {
  noteId?: string
  replaces?: string
  shownAs?: 'nickname' | 'resident'
  key?: string
}

/** Writes an entry; the answer as it came. */
export const tryWrite = (
  by: SignedInPerson,
  session: Of<SessionView>,
  text: string,
  { noteId = randomUUID(), key, ...more }: Entry = {},
) =>
  server.call(writeNoteEndpoint, {
    as: by.token,
    params: sessionParams(session),
    body: { noteId, text, ...more },
    ...(key ? { key } : {}),
  })

export async function written(
  by: SignedInPerson,
  session: Of<SessionView>,
  text: string,
  more?: Entry,
): Promise<NoteView> {
  const { status, body } = await tryWrite(by, session, text, more)
  if (status !== 200) throw new Error(`${text} answered ${JSON.stringify(body)}`)
  return body as NoteView
}

export const tryStrike = (by: SignedInPerson, session: Of<SessionView>, { noteId }: { noteId: string }) =>
  server.call(strikeNoteEndpoint, { as: by.token, params: { ...sessionParams(session), noteId } })

/** What was written or changed after a place. */
export const notesAfter = (by: SignedInPerson, session: Of<SessionView>, after = 0) =>
  server.ok(listNotesEndpoint, {
    as: by.token,
    params: sessionParams(session),
    query: { after: String(after) },
  })
