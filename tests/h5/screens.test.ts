import type { Page } from 'playwright-core'
import { ROUTES } from '../../src/routes'
import { openDemoSite, type DemoSite } from './demo-site'
import { axeFindings, keyboardFindings, shortfalls, shortfallsInTheDark } from './figures/measure'
import { laterRounds, NO_ROUNDS } from './round-things'
import { signInAs, visit, type Look, type Visitor } from './site'

let site: DemoSite

beforeAll(async () => {
  site = await openDemoSite()
})
afterAll(() => site.close())

/** 6144 3187 42bd … 481f: a hash in groups of four, whose letters are digits. */
const HASH = /\b[0-9a-f]{4}(?:(?: …)? [0-9a-f]{4})+\b/g

/** Words on the screen that are not Chinese: a person over 60 should meet none. */
async function englishWords(page: Page): Promise<string[]> {
  const text = (await page.evaluate(() => document.body.innerText)).replace(HASH, '')
  return (text.match(/[A-Za-z]{3,}/g) ?? []).filter((word) => !/^[0-9A-HJKMNP-TV-Z]{8,}$/.test(word))
}

/** Everything that is wrong with the page in view, each with its page's name. */
async function problemsOf({ page }: Visitor, look: Look, name: string): Promise<string[]> {
  await page.waitForFunction(() => !document.querySelector('[aria-label="正在打开"]'))
  const found = [
    ...(await englishWords(page)).map((word) => `English: ${word}`),
    // In care mode the elements are a phone's, and our own figures measure every contrast: axe would find nothing else.
    ...(look.care ? [] : await axeFindings(page)),
    ...(await shortfalls(page, look)),
    ...(await shortfallsInTheDark(page, look === PHONE_LOOK)),
    ...(await keyboardFindings(page)),
  ]
  return found.map((problem) => `${name} – ${problem}`)
}

interface AppConfig {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
}

/** The pages that the mini-program and the site have. */
async function pagesOfApp(): Promise<string[]> {
  const { defineAppConfig } = globalThis as { defineAppConfig?: unknown }
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config })
  const { pages, subPackages } = (await import('../../src/app.config')).default as unknown as AppConfig
  Object.assign(globalThis, { defineAppConfig })
  return [...pages, ...subPackages.flatMap(({ root, pages: more }) => more.map((page) => `${root}/${page}`))]
}

const PHONE_LOOK: Look = {}
/** Each in the light and in the dark. */
const LOOKS: [string, Look][] = [
  ['a phone', PHONE_LOOK],
  ['a phone in care mode', { care: true }],
  ['a wide screen', { wide: true }],
]

/** The browser complains of every 403 and 404 of the API; the page says in words that this is somebody else's. */
const ANSWERED_IN_WORDS = /status of 40[34] .*\/api\//

/** What somebody finds wrong who goes through all pages. */
async function walk(name: string, look: Look): Promise<string[]> {
  const visitor = await visit(site.browser, site.url, look)
  await visitor.page.getByText('阿梅').first().waitFor()
  const problems = await problemsOf(visitor, look, 'sign-in')
  await signInAs(visitor, name)
  for (const [page, address] of Object.entries(site.addresses)) {
    await visitor.page.goto(address)
    await visitor.page.locator('.screen').first().waitFor()
    problems.push(...(await problemsOf(visitor, look, page)))
  }
  await visitor.close()
  const complaints = visitor.complaints.filter((one) => !ANSWERED_IN_WORDS.test(one))
  return [...problems, ...complaints].map((problem) => `${name}: ${problem}`)
}

it.each(LOOKS)(
  'on %s every page holds what domain.md 12 asks for, for a resident and for staff',
  async (_name, look) => {
    const found = await Promise.all(['阿梅', '王敏'].map((name) => walk(name, look)))
    expect(found.flat()).toEqual([])
  },
)

it('no page is left out', async () => {
  const pages = Object.values(site.addresses).map((address) => new URL(address).pathname.slice(1))
  expect([...new Set([...pages, ROUTES.signIn.slice(1)])].sort()).toEqual((await pagesOfApp()).sort())
})

/**
 * What one thing is about, what was said there, and who I am to say more; of organisations also what I asked to be; of a
 * vote its roll or objections, or its record beside my own ballots; of bylaws the photo of their paper; of a session its
 * notes; of an item of a round the photo of a receipt; of 议事 what is talked about beside what is decided.
 */
const OF_THREE_PARTS = [
  'matter',
  'notice',
  'wish',
  'vote',
  'voteRoll',
  'voteObjections',
  'voteRecount',
  'voteResult',
  'organisations',
  'bylaw',
  'topic',
  'session',
  'round',
  ...Object.keys(laterRounds(NO_ROUNDS)),
  'roundItem',
  'together',
]

it('asks the server twice at most for any first screen, and three times for a page of three parts', async () => {
  const tooMuch: { page: string; asked: string[] }[] = []
  const visitor = await visit(site.browser, site.url)
  await signInAs(visitor, '阿梅')
  for (const [page, address] of Object.entries(site.addresses)) {
    // What the page before still asks for is not this one's.
    await visitor.page.waitForFunction(() => !document.querySelector('[aria-label="正在打开"]'))
    await visitor.page.waitForLoadState('networkidle')
    visitor.apiCalls.length = 0
    await visitor.page.goto(address)
    await visitor.page.waitForLoadState('networkidle')
    const asked = visitor.apiCalls.filter((call) => call.startsWith('GET'))
    if (asked.length > (OF_THREE_PARTS.includes(page) ? 3 : 2)) tooMuch.push({ page, asked })
  }
  await visitor.close()
  expect(tooMuch).toEqual([])
})
