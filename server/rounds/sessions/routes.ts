import type { FastifyInstance } from 'fastify'
import {
  actOnSessionEndpoint,
  changeSessionEndpoint,
  listNotesEndpoint,
  listSessionsEndpoint,
  openSessionCodeEndpoint,
  openSessionEndpoint,
  readSessionEndpoint,
  showSessionCodeEndpoint,
  strikeNoteEndpoint,
  writeNoteEndpoint,
} from '#core/rounds'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { actOnSession } from './act-on-session'
import { changeSession } from './change-session'
import { pictureOf } from './code-picture'
import { minutesRoutes } from './minutes/routes'
import { listNotes, strikeNote, writeNote } from './notes'
import { openSession } from './open-session'
import { codeOfSession, listSessions, openSessionCode, readSession } from './read-sessions'

/** Routes of the sessions of a discussion. */
export function sessionRoutes(app: FastifyInstance, parts: ServerParts): void {
  minutesRoutes(app, parts)
  register(app, parts, listSessionsEndpoint, (context, { params }) => listSessions(context, params.roundId))
  register(app, parts, openSessionEndpoint, (context, { params, body }) =>
    openSession(context, { roundId: params.roundId, ...body }, parts),
  )
  register(app, parts, readSessionEndpoint, (context, { params }) => readSession(context, params))
  register(app, parts, changeSessionEndpoint, (context, { params, body }) =>
    changeSession(context, { ...params, ...body }, parts),
  )
  register(app, parts, actOnSessionEndpoint, (context, { params, body }) =>
    actOnSession(context, { ...params, ...body }),
  )
  register(app, parts, listNotesEndpoint, (context, { params, query }) =>
    listNotes(context, { ...params, ...query }),
  )
  register(app, parts, writeNoteEndpoint, (context, { params, body }) =>
    writeNote(context, { ...params, ...body }, parts),
  )
  register(app, parts, strikeNoteEndpoint, (context, { params }) => strikeNote(context, params))
  register(app, parts, showSessionCodeEndpoint, async (context, { params, site }) =>
    pictureOf(await codeOfSession(context, params), parts.siteUrl ?? site),
  )
  register(app, parts, openSessionCodeEndpoint, (context, { params }) =>
    openSessionCode(context, params.code),
  )
}
