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
  revokeSessionEndpoint,
  signInAsDemoPersonEndpoint,
  signInWithWechatEndpoint,
} from '#core/people'
import { HERE, ON_RECORD, ONCE, read, WHO, write, type AreaBudgets, type Budget, type Scene } from './budget'

const reads: Record<string, Budget> = {
  'demo persons': read(listDemoPersonsEndpoint, 1),
  me: read(readMeEndpoint, WHO + 2), // the person; communities with homes, offices, unread
  sessions: read(listSessionsEndpoint, WHO + 1),
  'my requests': read(listMembershipsEndpoint, HERE + 2, { list: 'mine' }), // rows; grids over their homes
  household: read(listMembershipsEndpoint, HERE + 2, { list: 'household' }),
  'requests to decide': read(listMembershipsEndpoint, HERE + 3, { list: 'to_decide' }), // what my grids cover; rows; grids
  request: read(readMembershipEndpoint, HERE + 2), // the row; its grids
  offices: read(listGrantsEndpoint, HERE + 2), // rows; whether the district has staff
}

const signIns: Record<string, Budget> = {
  'sign in with WeChat, first time': write(signInWithWechatEndpoint, ONCE + 6, ({ wechat }) => ({
    code: wechat.login('o-new'),
  })), // looked for; person, identity; looked at, kept open, session
  'sign in with WeChat, again': write(signInWithWechatEndpoint, ONCE + 4, ({ wechat }) => ({
    code: wechat.login('o-new'),
  })), // found; looked at, kept open, session
  'sign in as demo person': write(signInAsDemoPersonEndpoint, ONCE + 4, ({ busy }) => ({
    personId: busy.ids.personId,
  })),
  'ask for a browser': write(askBrowserSignInEndpoint, ONCE + 1, () => ({})),
  'allow a browser': {
    endpoint: allowBrowserSignInEndpoint,
    statements: WHO + ONCE + 1,
    input: async ({ server }) => ({
      params: { code: (await server.ok(askBrowserSignInEndpoint, {})).code },
    }),
  },
  'take a browser’s session': write(finishBrowserSignInEndpoint, ONCE + 5, async ({ server, busy }) => {
    const { code, secret } = await server.ok(askBrowserSignInEndpoint, {})
    await server.ok(allowBrowserSignInEndpoint, { as: busy.local.token, params: { code } })
    return { secret }
  }), // found; ended; session
}

const writes: Record<string, Budget> = {
  ...signIns,
  'change me': write(changeMeEndpoint, WHO + ONCE + 4, () => ({ nickname: '小林' })), // consent; saved; the person, communities
  'revoke a session': {
    endpoint: revokeSessionEndpoint,
    statements: WHO + ONCE + 2, // ended; why it ended
    input: async ({ rows, busy }) => ({
      params: { sessionId: (await rows.sessions(1, busy.everywhere.personId))[0] },
    }),
  },
  'ask for a home': write(askForHomeEndpoint, HERE + ONCE + ON_RECORD + 10, async ({ rows }) => ({
    homeId: (await rows.homes(1))[0],
    relation: 'tenant',
    isAdult: true,
  })), // consent; home; saved; community remembered; locked, read, grids; household, deciders; told
  'confirm a request': write(actOnMembershipEndpoint, HERE + ONCE + ON_RECORD + 7, () => ({
    act: 'confirm',
  })), // locked, read, grids; saved; told; household (nobody yet); read
  'give an office': write(proposeGrantEndpoint, HERE + ONCE + ON_RECORD + 10, ({ busy }) => ({
    personCode: busy.ids.personCode,
    role: 'grid_worker',
    placeId: busy.ids.gridId,
    officialName: '张师傅',
    endsAt: '2027-10-01T00:00:00.000Z',
    evidence: '文件',
  })), // place, grids; person; an expired one closed; saved; community remembered; the clock’s job; told; whether the district has staff
  'end an office': write(actOnGrantEndpoint, HERE + ONCE + ON_RECORD + 6, () => ({
    act: 'end',
    reason: '调走了',
  })), // locked; district staff; saved; the clock’s job; community remembered; told
}

async function twenty({ rows, busy }: Scene): Promise<void> {
  const { personId } = busy.everywhere
  const homes = await rows.homes(20)
  const persons = await rows.persons(20)
  const homeId = busy.place.community.homeId
  await rows.memberships(
    homes.map((one) => ({ homeId: one, personId })),
    'asked',
  )
  await rows.memberships(
    persons.map((one) => ({ homeId, personId: one })),
    'confirmed',
  )
  await rows.grants(20)
  await rows.sessions(20, personId)
}

export const peopleBudgets: AreaBudgets = { reads, writes, twenty }
