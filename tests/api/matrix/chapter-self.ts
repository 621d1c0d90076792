import { listInboxEndpoint, markInboxReadEndpoint } from '#core/inbox'
import {
  allowBrowserSignInEndpoint,
  askBrowserSignInEndpoint,
  changeMeEndpoint,
  finishBrowserSignInEndpoint,
  listDemoPersonsEndpoint,
  listSessionsEndpoint,
  readMeEndpoint,
  revokeSessionEndpoint,
  signInAsDemoPersonEndpoint,
  signInWithWechatEndpoint,
} from '#core/people'
import { newId } from '#server/platform/db/index'
import { calls, type Chapter } from './call'
import type { Who } from './cast'
import type { Stage } from './stage'

const own = (stage: Stage, who: Who) =>
  stage.session(who === 'nobody' ? newId() : stage.persons[who].personId)
const here = ({ place }: Stage) => ({ communityId: place.community.communityId })
const askedByBrowser = ({ server }: Stage) => server.ok(askBrowserSignInEndpoint, {})

async function allowedByPhone(stage: Stage): Promise<string> {
  const { code, secret } = await askedByBrowser(stage)
  await stage.server.ok(allowBrowserSignInEndpoint, { as: stage.persons.visitor.token, params: { code } })
  return secret
}

/** domain.md 3, row `visitor`: whoever has WeChat may sign in, or bring a browser in with the phone that is signed in. */
export const SIGNING_IN: Chapter = {
  about: 'signing in',
  columns: {
    WeChat: calls(signInWithWechatEndpoint)(({ wechat }, who) => ({
      body: { code: wechat.login(`openid ${who}`) },
    })),
    'demo persons': calls(listDemoPersonsEndpoint)(() => ({})),
    'demo person': calls(signInAsDemoPersonEndpoint)(({ persons }) => ({
      body: { personId: persons.visitor.personId },
    })),
    'browser asks': calls(askBrowserSignInEndpoint)(() => ({})),
    'phone allows': calls(allowBrowserSignInEndpoint)(async (stage) => ({
      params: { code: (await askedByBrowser(stage)).code },
    })),
    'browser is in': calls(finishBrowserSignInEndpoint)(async (stage) => ({
      body: { secret: await allowedByPhone(stage) },
    })),
  },
  table: `
                   | WeChat | demo persons | demo person | browser asks | phone allows | browser is in
nobody             | 200    | 200          | 200         | 200          | 401          | 200
everyone signed in | 200    | 200          | 200         | 200          | 200          | 200`,
}

/** What is one's own: nobody reaches another's session, and messages are only ever one's own (tests/api/lists.test.ts). */
export const SELF: Chapter = {
  about: 'oneself and one’s own messages',
  columns: {
    me: calls(readMeEndpoint)(() => ({})),
    'change me': calls(changeMeEndpoint)(() => ({ body: { nickname: '小林' } })),
    sessions: calls(listSessionsEndpoint)(() => ({ query: {} })),
    'revoke mine': calls(revokeSessionEndpoint)(async (stage, who) => ({
      params: { sessionId: await own(stage, who) },
    })),
    'revoke another’s': calls(revokeSessionEndpoint)(async (stage) => ({
      params: { sessionId: await stage.session(newId()) },
    })),
    inbox: calls(listInboxEndpoint)((stage) => ({ params: here(stage), query: {} })),
    'mark read': calls(markInboxReadEndpoint)((stage) => ({
      params: here(stage),
      body: { itemId: newId(), andOlder: false },
    })),
  },
  table: `
                   | me  | change me | sessions | revoke mine | revoke another’s | inbox | mark read
nobody             | 401 | 401       | 401      | 401         | 401              | 401   | 401
everyone signed in | 200 | 200       | 200      | 200         | 404              | 200   | 200`,
}
