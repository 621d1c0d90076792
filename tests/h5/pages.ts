import { VOTE_LIST_LABELS } from '#core/votes'
import { ROUTES } from '../../src/routes'
import { TABS } from '../../src/tabs'
import { findRounds, laterRounds, ROUND_QUERIES, type RoundThings } from './round-things'
import type { Visitor } from './site'

/** What the demo holds, for the pages that are about one thing. */
export interface Things {
  communityId: string
  matterId: string
  /** A building. */
  placeId: string
  gridId: string
  noticeId: string
  wishId: string
  organisationId: string
  /** One that is open, and one that is over. */
  voteId: string
  endedVoteId: string
  bylawId: string
  demandId: string
  rounds: RoundThings
}

const NOTHING = '00000000-0000-4000-8000-000000000000'

type RouteName = Exclude<keyof typeof ROUTES, 'signIn'>

/** What pages are asked for; the others need nothing. */
const QUERIES: Partial<Record<RouteName, (things: Things) => Record<string, string>>> = {
  requests: () => ({ list: 'to_decide' }),
  matter: ({ communityId, matterId }) => ({ communityId, matterId }),
  places: ({ communityId }) => ({ communityId }),
  doorCodes: ({ communityId, placeId }) => ({ communityId, placeId }),
  grids: ({ communityId }) => ({ communityId }),
  grid: ({ communityId, gridId }) => ({ communityId, gridId }),
  workList: ({ communityId }) => ({ communityId, list: 'unassigned' }),
  moderation: ({ communityId }) => ({ communityId }),
  hiddenWords: ({ communityId }) => ({ communityId }),
  notices: ({ communityId }) => ({ communityId }),
  notice: ({ communityId, noticeId }) => ({ communityId, noticeId }),
  publishNotice: ({ communityId }) => ({ communityId }),
  imports: ({ communityId }) => ({ communityId }),
  importDetail: ({ communityId }) => ({ communityId }),
  wishes: ({ communityId }) => ({ communityId }),
  wish: ({ communityId, wishId }) => ({ communityId, wishId }),
  sayWish: ({ communityId }) => ({ communityId }),
  myWishes: ({ communityId }) => ({ communityId }),
  vote: ({ communityId, voteId }) => ({ communityId, voteId }),
  voteRoll: ({ communityId, voteId }) => ({ communityId, voteId }),
  voteObjections: ({ communityId, voteId }) => ({ communityId, voteId }),
  voteMissing: ({ communityId, voteId }) => ({ communityId, voteId }),
  voteEnvelopes: ({ communityId, voteId }) => ({ communityId, voteId }),
  voteKeying: ({ communityId, voteId }) => ({ communityId, voteId }),
  voteDeliveries: ({ communityId, voteId }) => ({ communityId, voteId }),
  voteProxies: ({ communityId, voteId }) => ({ communityId, voteId }),
  voteProxy: ({ communityId, voteId }) => ({ communityId, voteId }),
  voteRecount: ({ communityId, endedVoteId: voteId }) => ({ communityId, voteId }),
  voteDraft: ({ communityId }) => ({ communityId }),
  bylaws: ({ communityId }) => ({ communityId }),
  bylaw: ({ communityId, bylawId: id }) => ({ communityId, id }),
  recordBylaw: ({ communityId }) => ({ communityId }),
  demands: ({ communityId }) => ({ communityId }),
  demand: ({ communityId, demandId }) => ({ communityId, demandId }),
  newDemand: ({ communityId }) => ({ communityId }),
  search: ({ communityId }) => ({ communityId }),
  organisations: ({ communityId }) => ({ communityId }),
  organisation: ({ communityId, organisationId }) => ({ communityId, organisationId }),
  organisationDesk: ({ communityId }) => ({ communityId }),
  createOrganisation: ({ communityId }) => ({ communityId }),
  inboxChoices: ({ communityId }) => ({ communityId }),
}

const isOfRounds = (name: RouteName): name is keyof typeof ROUND_QUERIES => name in ROUND_QUERIES

function queryOf(name: RouteName, things: Things): Record<string, string> | undefined {
  if (!isOfRounds(name)) return QUERIES[name]?.(things)
  return { communityId: things.communityId, ...ROUND_QUERIES[name](things.rounds) }
}

/** Every page behind the sign-in, by name, with its address; that of a round in each of its phases, and of a vote that is over. */
export function addressesOf(things: Things): Record<string, string> {
  const tabs = TABS.map(({ name, page }) => [name, `/${page}`])
  const { signIn: _signIn, ...behind } = ROUTES
  const pages = Object.entries(behind).map(([name, page]) => {
    const query = queryOf(name as RouteName, things)
    return [name, query ? `${page}?${new URLSearchParams(query).toString()}` : page]
  })
  const { communityId } = things
  const later = Object.entries(laterRounds(things.rounds)).map(([name, roundId]) => [
    name,
    `${ROUTES.round}?${new URLSearchParams({ communityId, roundId }).toString()}`,
  ])
  const { endedVoteId: voteId } = things
  const result = ['voteResult', `${ROUTES.vote}?${new URLSearchParams({ communityId, voteId }).toString()}`]
  return Object.fromEntries([...tabs, ...pages, ...later, result]) as Record<string, string>
}

/** The first thing of a list that a page asks for; what the visitor may not see has none, and its page says so. */
async function firstOf(page: Visitor['page'], url: string, address: string, name: 'placeId' | 'gridId') {
  const list = name === 'placeId' ? 'places' : 'grids'
  const asked = page
    .waitForResponse((one) => new URL(one.url()).pathname.endsWith(`/${list}`))
    .then((answer) => answer.text())
    .catch(() => '')
  await page.goto(new URL(address, url).toString())
  await page.locator('.screen').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('[aria-label="正在打开"]'))
  // A page that does not ask at all says so instead.
  const text = await Promise.race([asked, page.waitForTimeout(2_000).then(() => '')])
  return new RegExp(`"${name}":"([^"]+)"`).exec(text)?.[1] ?? NOTHING
}

/** What somebody at home meets of each kind. */
export async function findThings(visitor: Visitor, url: string): Promise<Things> {
  const { page } = visitor
  /** Opens an address and reads what the page asks for, before the next page takes the answer away. */
  const read = async (address: string, asked: RegExp) => {
    // What the page before still waits for is not it.
    await page.goto('about:blank')
    const answered = page
      .waitForResponse((one) => asked.test(new URL(one.url()).pathname))
      .then(async (answer) => ({ from: answer.url(), text: await answer.text() }))
    await page.goto(new URL(address, url).toString())
    return answered
  }
  const home = await read('/pages/home/index', /\/communities\/[^/]+\/home$/)
  const communityId = /communities\/([^/]+)/.exec(home.from)?.[1] ?? ''
  const matterId = /"matterId":"([^"]+)"/.exec(home.text)?.[1] ?? ''
  const idIn = async (route: string, list: string, name: string) => {
    const asked = new RegExp(`/communities/[^/]+/${list}$`)
    const { text } = await read(`${route}?communityId=${communityId}`, asked)
    return new RegExp(`"${name}":"([^"]+)"`).exec(text)?.[1] ?? ''
  }
  const noticeId = await idIn(ROUTES.notices, 'notices', 'noticeId')
  const wishId = await idIn(ROUTES.wishes, 'wishes', 'wishId')
  const organisationId = await idIn(ROUTES.organisations, 'organisations', 'organisationId')
  const bylawId = await idIn(ROUTES.bylaws, 'bylaws', 'bylawId')
  const demandId = await idIn(ROUTES.demands, 'demands', 'demandId')
  const rounds = await findRounds(visitor, communityId, read)
  const votes = await read('/pages/together/index', /\/communities\/[^/]+\/votes$/)
  const voteId = /"voteId":"([^"]+)"/.exec(votes.text)?.[1] ?? ''
  const over = page
    .waitForResponse((one) => /\/votes\?.*list=over/.test(one.url()))
    .then((answer) => answer.text())
  await page.getByRole('button', { name: VOTE_LIST_LABELS.over }).click()
  const endedVoteId = /"voteId":"([^"]+)"/.exec(await over)?.[1] ?? ''
  const placeId = await firstOf(page, url, `${ROUTES.places}?communityId=${communityId}`, 'placeId')
  const gridId = await firstOf(page, url, `${ROUTES.grids}?communityId=${communityId}`, 'gridId')
  return {
    ...{ communityId, matterId, noticeId, wishId, organisationId },
    ...{ voteId, endedVoteId, bylawId, demandId, placeId, gridId, rounds },
  }
}
