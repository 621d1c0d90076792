import type { FastifyInstance } from 'fastify'
import {
  listNoticesEndpoint,
  markNoticeReadEndpoint,
  pinNoticeEndpoint,
  publishNoticeEndpoint,
  readNoticeEndpoint,
  readPublicNoticeEndpoint,
  withdrawNoticeEndpoint,
} from '#core/notices'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { markNoticeRead, pinNotice, withdrawNotice } from './act-on-notice'
import { listNotices, readNotice } from './list-notices'
import { publishNotice } from './publish-notice'
import { readPublicNotice } from './read-public-notice'

/** Routes of notices. */
export function noticeRoutes(app: FastifyInstance, parts: ServerParts): void {
  register(app, parts, publishNoticeEndpoint, (context, { body }) => publishNotice(context, parts, body))
  register(app, parts, listNoticesEndpoint, (context, { query }) => listNotices(context, query))
  register(app, parts, readNoticeEndpoint, (context, { params }) => readNotice(context, params.noticeId))
  register(app, parts, readPublicNoticeEndpoint, (context, { params }) => readPublicNotice(context, params))
  register(app, parts, markNoticeReadEndpoint, (context, { params }) =>
    markNoticeRead(context, params.noticeId),
  )
  register(app, parts, pinNoticeEndpoint, (context, { params, body }) =>
    pinNotice(context, { noticeId: params.noticeId, ...body }),
  )
  register(app, parts, withdrawNoticeEndpoint, (context, { params, body }) =>
    withdrawNotice(context, { noticeId: params.noticeId, ...body }),
  )
}
