import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { ROUTES } from '../../src/routes'
import { startProduct, type Product } from '../product/start-product'
import { borrowBrowser, returnBrowser } from '../weapp/shared-browser'
import { addressesOf, findThings, type Things } from './pages'
import { signInAs, visit, type Look, type Visitor } from './site'

let product: Product
let browser: Browser
let things: Things
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

beforeAll(async () => {
  product = await startProduct()
  browser = await borrowBrowser()
  const visitor = await visit(browser, product.url)
  await signInAs(visitor, '阿梅')
  things = await findThings(visitor, product.url)
  await visitor.close()
})
afterAll(async () => {
  await returnBrowser()
  await product.stop()
})

interface Finding {
  id: string
  impact?: string | null
  nodes: { html: string }[]
}

/** Serious and critical findings of axe on the page in view. */
async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const violations = await page.evaluate(async () => {
    const axe = (window as unknown as { axe: { run: () => Promise<{ violations: Finding[] }> } }).axe
    return (await axe.run()).violations
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}

/** Words on the screen that are not Chinese: a person over 60 should meet none. */
async function englishWords(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => document.body.innerText)
  return (text.match(/[A-Za-z]{3,}/g) ?? []).filter((word) => !/^[0-9A-HJKMNP-TV-Z]{8,}$/.test(word))
}

/** Pressable things that are smaller than a finger, in CSS pixels. */
function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((pixels) => {
    const targets = Array.from(
      document.querySelectorAll<HTMLElement>('[role=button],[role=link],[role=switch]'),
    )
    return targets
      .filter((element) => element.offsetParent !== null)
      .filter((element) => element.getBoundingClientRect().height < pixels - 0.5)
      .map((element) => `${element.innerText} ${element.getBoundingClientRect().height}`)
  }, least)
}

/** Text that runs out of its page to the side. */
function runsOver(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1)
}

/** Everything that is wrong with the page in view, each with its page's name. */
async function problemsOf({ page }: Visitor, { care = false }: Look, name: string): Promise<string[]> {
  await page.waitForFunction(() => !document.querySelector('[aria-label="正在打开"]'))
  const found = [
    ...(await seriousFindings(page)),
    ...(await englishWords(page)).map((word) => `English: ${word}`),
    ...(await smallTargets(page, care ? 60 : 44)).map((target) => `small: ${target}`),
    ...((await runsOver(page)) ? ['runs over to the side'] : []),
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

const LOOKS: [string, Look][] = [
  ['a phone', {}],
  ['a phone in care mode', { care: true }],
  ['a phone in the dark', { dark: true }],
  ['a wide screen', { wide: true }],
]

/** The browser complains of every 403; the page says in words that this is somebody else's. */
const ANSWERED_IN_WORDS = /status of 403/

describe.each(LOOKS)('on %s', (_name, look) => {
  it.each(['阿梅', '王敏'])(
    'every page holds for %s: readable, in Chinese, without complaints',
    async (name) => {
      const visitor = await visit(browser, product.url, look)
      await visitor.page.getByText('阿梅').first().waitFor()
      const problems = await problemsOf(visitor, look, 'sign-in')
      await signInAs(visitor, name)
      for (const [page, path] of Object.entries(addressesOf(things))) {
        await visitor.page.goto(new URL(path, product.url).toString())
        await visitor.page.locator('.screen').first().waitFor()
        problems.push(...(await problemsOf(visitor, look, page)))
      }
      expect([...problems, ...visitor.complaints.filter((one) => !ANSWERED_IN_WORDS.test(one))]).toEqual([])
      await visitor.close()
    },
  )
})

it('no page is left out', async () => {
  const pages = Object.values(addressesOf(things)).map((address) => address.split('?')[0]?.slice(1))
  expect([...pages, ROUTES.signIn.slice(1)].sort()).toEqual((await pagesOfApp()).sort())
})

/** What one thing is about, what was said there, and who I am to say more. */
const OF_ONE_THING = ['matter', 'notice', 'wish']

it('asks the server twice at most for any first screen, and three times for one thing', async () => {
  const visitor = await visit(browser, product.url)
  await signInAs(visitor, '阿梅')
  for (const [page, path] of Object.entries(addressesOf(things))) {
    await visitor.page.waitForLoadState('networkidle')
    visitor.apiCalls.length = 0
    await visitor.page.goto(new URL(path, product.url).toString())
    await visitor.page.waitForLoadState('networkidle')
    const asked = visitor.apiCalls.filter((call) => call.startsWith('GET'))
    expect({ page, more: asked.slice(OF_ONE_THING.includes(page) ? 3 : 2) }).toEqual({ page, more: [] })
  }
  await visitor.close()
})
