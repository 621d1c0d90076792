import type { Browser, Page } from 'playwright-core'
import { startProduct, type Product } from '../product/start-product'
import { borrowBrowser, returnBrowser } from '../weapp/shared-browser'
import { liveWithLongNames, LONG_NAMED } from './long-names'
import { faultsInView, showWhole } from './narrow-faults'
import { addressesOf, type Things } from './pages'
import { signInAs, visit, type Look, type Visitor } from './site'

let product: Product
let browser: Browser
let things: Things

beforeAll(async () => {
  product = await startProduct()
  browser = await borrowBrowser()
  things = await liveWithLongNames(product.url)
})
afterAll(async () => {
  await returnBrowser()
  await product.stop()
})

interface Narrow extends Look {
  width: number
  /** How much larger the letters are, as a phone's or WeChat's font size makes them. */
  letters?: number
}

const NARROW: [string, Narrow][] = [
  ['320 px wide', { width: 320 }],
  ['320 px wide in care mode', { width: 320, care: true }],
  ['375 px wide with letters twice as large', { width: 375, letters: 2 }],
]

/** The sizes of letters, as in tokens.scss; the labels of the tabs keep theirs (design/README.md). */
const LETTERS = { '--fs-small': 15, '--fs-body': 17, '--fs-title': 20, '--fs-display': 28 }

async function narrowed({ page }: Visitor, { width, letters }: Narrow): Promise<void> {
  if (letters !== undefined) {
    const sizes = Object.entries(LETTERS).map(([token, size]) => `${token}: ${size * letters}px !important`)
    await page.addStyleTag({ content: `.screen { ${sizes.join(';')} }` })
  }
  await showWhole(page, width)
}

/** Pages that only those who work here see something on. */
const OF_ADMIN = ['places', 'doorCodes', 'grids', 'grid', 'imports', 'importDetail']
const OF_STAFF = ['home', 'matter', 'requests', 'offices', 'desk', 'workList', 'moderation', 'publishNotice']
const ALSO_OF_STAFF = ['organisation', 'organisationDesk', 'createOrganisation']

const WHO: [string, (page: string) => boolean][] = [
  [LONG_NAMED, (page) => !OF_ADMIN.includes(page)],
  ['王敏', (page) => OF_STAFF.includes(page) || ALSO_OF_STAFF.includes(page)],
  ['林管理员', (page) => OF_ADMIN.includes(page)],
]

async function drawn(page: Page): Promise<void> {
  await page.locator('.screen').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('[aria-label="正在打开"]'))
}

describe.each(NARROW)('%s', (_name, look) => {
  it.each(WHO)('the pages of %s hold the longest names', async (who, pages) => {
    const visitor = await visit(browser, product.url, look)
    await signInAs(visitor, who)
    const faults: string[] = []
    for (const [name, address] of Object.entries(addressesOf(things)).filter(([page]) => pages(page))) {
      await visitor.page.goto(new URL(address, product.url).toString())
      await drawn(visitor.page)
      await narrowed(visitor, look)
      faults.push(...(await faultsInView(visitor.page)).map((fault) => `${name}: ${fault}`))
    }
    expect(faults).toEqual([])
    await visitor.close()
  })
})

it('finds words that are cut, run over or stand on end, and buttons that lie on each other', async () => {
  const visitor = await visit(browser, product.url)
  await visitor.page.locator('.screen').first().waitFor()
  await visitor.page.evaluate(() => {
    const plant = (style: string, text: string, role = '') =>
      `<div class="planted" ${role && `role="${role}"`} style="${style}">${text}</div>`
    document.querySelector('.screen')!.innerHTML = [
      plant('width:60px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis', '张师傅正在处理这件事'),
      plant('width:60px;white-space:nowrap', '最晚周五前答复'),
      plant('width:900px;white-space:nowrap', '很长'.repeat(40)),
      plant('width:1em', '全部通知'),
      plant('height:44px', '解决了', 'button'),
      plant('height:44px;margin-top:-20px', '没解决', 'button'),
    ].join('')
  })
  const faults = await faultsInView(visitor.page)
  expect(faults.map((fault) => fault.split(':')[0])).toEqual([
    'is cut off',
    'runs out of .planted',
    'runs out of the window',
    'stands on end',
    'lie on each other',
  ])
  await visitor.close()
})
