import type { FastifyInstance } from 'fastify'
import { DomainError } from '#core/errors'
import {
  actOnGrantEndpoint,
  actOnMembershipEndpoint,
  allowBrowserSignInEndpoint,
  askBrowserSignInEndpoint,
  askForHomeEndpoint,
  changeMeEndpoint,
  finishBrowserSignInEndpoint,
  listDemoPersonsEndpoint,
  listGrantsEndpoint,
  listMembershipsEndpoint,
  listSessionsEndpoint,
  proposeGrantEndpoint,
  readMeEndpoint,
  readMembershipEndpoint,
  revokeOtherSessionsEndpoint,
  revokeSessionEndpoint,
  signInAsDemoPersonEndpoint,
  signInWithWechatEndpoint,
} from '#core/people'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { actOnGrant, listGrantsFor } from './act-on-grant'
import { actOnMembership } from './act-on-membership'
import { askForHome } from './ask-for-home'
import { allowBrowserSignIn, askBrowserSignIn, finishBrowserSignIn } from './browser-sign-in'
import { contactRoutes } from './contact-routes'
import { listDemoPersons } from './demo-persons'
import type { HomeLeftEffects } from './leave-home'
import { listMembershipsFor, readMembership } from './list-memberships'
import { changeMe, readMe } from './me'
import { proposeGrant } from './propose-grant'
import { listSessions, revokeOtherSessions, revokeSession } from './sessions'
import { signInAsDemoPerson, signInWithWechat } from './sign-in'

/** Routes of signing in, of oneself, of homes and of offices. */
export function peopleRoutes(app: FastifyInstance, parts: ServerParts, whenHomeLeft: HomeLeftEffects): void {
  register(app, parts, signInWithWechatEndpoint, (context, { body, device }) =>
    signInWithWechat(context, parts.wechat, { code: body.code, device }),
  )
  register(app, parts, listDemoPersonsEndpoint, (context) => listDemoPersons(context, parts))
  register(app, parts, signInAsDemoPersonEndpoint, (context, { body, device }) => {
    if (!parts.demoSignIn) throw new DomainError('ROUTE_NOT_FOUND')
    return signInAsDemoPerson(context, { personId: body.personId, device })
  })
  register(app, parts, askBrowserSignInEndpoint, (context) => askBrowserSignIn(context))
  register(app, parts, allowBrowserSignInEndpoint, (context, { params }) =>
    allowBrowserSignIn(context, params.code),
  )
  register(app, parts, finishBrowserSignInEndpoint, (context, { body, device }) =>
    finishBrowserSignIn(context, { secret: body.secret, device }),
  )
  register(app, parts, readMeEndpoint, (context) => readMe(context, parts.contactBox))
  register(app, parts, changeMeEndpoint, (context, { body }) => changeMe(context, parts, body.nickname))
  register(app, parts, listSessionsEndpoint, (context, { query }) => listSessions(context, query.cursor))
  register(app, parts, revokeSessionEndpoint, (context, { params }) =>
    revokeSession(context, params.sessionId),
  )
  register(app, parts, revokeOtherSessionsEndpoint, (context) => revokeOtherSessions(context))
  register(app, parts, askForHomeEndpoint, (context, { body }) => askForHome(context, body))
  register(app, parts, listMembershipsEndpoint, (context, { query }) => listMembershipsFor(context, query))
  register(app, parts, readMembershipEndpoint, (context, { params }) =>
    readMembership(context, params.membershipId),
  )
  register(app, parts, actOnMembershipEndpoint, (context, { params, body }) =>
    actOnMembership(context, { membershipId: params.membershipId, ...body }, whenHomeLeft),
  )
  register(app, parts, proposeGrantEndpoint, (context, { body }) => proposeGrant(context, body))
  register(app, parts, listGrantsEndpoint, (context, { query }) => listGrantsFor(context, query.cursor))
  register(app, parts, actOnGrantEndpoint, (context, { params, body }) =>
    actOnGrant(context, { grantId: params.grantId, ...body }),
  )
  contactRoutes(app, parts)
}
