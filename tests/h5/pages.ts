import { ROUTES } from '../../src/routes'
import { TABS } from '../../src/tabs'
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
}

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
  search: ({ communityId }) => ({ communityId }),
  organisations: ({ communityId }) => ({ communityId }),
  organisation: ({ communityId, organisationId }) => ({ communityId, organisationId }),
  organisationDesk: ({ communityId }) => ({ communityId }),
  createOrganisation: ({ communityId }) => ({ communityId }),
  inboxChoices: ({ communityId }) => ({ communityId }),
}

/** Every page behind the sign-in, by name, with its address. */
export function addressesOf(things: Things): Record<string, string> {
  const tabs = TABS.map(({ name, page }) => [name, `/${page}`])
  const { signIn: _signIn, ...behind } = ROUTES
  const pages = Object.entries(behind).map(([name, page]) => {
    const query = QUERIES[name as RouteName]?.(things)
    return [name, query ? `${page}?${new URLSearchParams(query).toString()}` : page]
  })
  return Object.fromEntries([...tabs, ...pages]) as Record<string, string>
}

/** The first thing of a list that a page asks for; what the visitor may not see has none, and its page says so. */
async function firstOf(page: Visitor['page'], url: string, address: string, name: 'placeId' | 'gridId') {
  const list = name === 'placeId' ? 'places' : 'grids'
  const asked = page
    .waitForResponse((one) => new URL(one.url()).pathname.endsWith(`/${list}`), { timeout: 5_000 })
    .then((answer) => answer.text())
    .catch(() => '')
  await page.goto(new URL(address, url).toString())
  return new RegExp(`"${name}":"([^"]+)"`).exec(await asked)?.[1] ?? '00000000-0000-4000-8000-000000000000'
}

/** What somebody at home meets of each kind. */
export async function findThings({ page }: Visitor, url: string): Promise<Things> {
  // What the page before still asks for would be taken for the answer here.
  await page.waitForLoadState('networkidle')
  const answered = (path: RegExp) => page.waitForResponse((one) => path.test(new URL(one.url()).pathname))
  const feed = answered(/\/communities\/[^/]+\/home$/)
  await page.goto(new URL('/pages/home/index', url).toString())
  const home = await feed
  const communityId = /communities\/([^/]+)/.exec(home.url())?.[1] ?? ''
  const matterId = /"matterId":"([^"]+)"/.exec(await home.text())?.[1] ?? ''
  const listed = answered(/\/communities\/[^/]+\/notices$/)
  await page.goto(new URL(`${ROUTES.notices}?communityId=${communityId}`, url).toString())
  const noticeId = /"noticeId":"([^"]+)"/.exec(await (await listed).text())?.[1] ?? ''
  const wished = answered(/\/communities\/[^/]+\/wishes$/)
  await page.goto(new URL(`${ROUTES.wishes}?communityId=${communityId}`, url).toString())
  const wishId = /"wishId":"([^"]+)"/.exec(await (await wished).text())?.[1] ?? ''
  const offered = answered(/\/communities\/[^/]+\/organisations$/)
  await page.goto(new URL(`${ROUTES.organisations}?communityId=${communityId}`, url).toString())
  const organisationId = /"organisationId":"([^"]+)"/.exec(await (await offered).text())?.[1] ?? ''
  const placeId = await firstOf(page, url, `${ROUTES.places}?communityId=${communityId}`, 'placeId')
  const gridId = await firstOf(page, url, `${ROUTES.grids}?communityId=${communityId}`, 'gridId')
  return { communityId, matterId, noticeId, wishId, organisationId, placeId, gridId }
}
