import type { Browser } from 'playwright-core'
import { startProduct, type Product } from '../product/start-product'
import { borrowBrowser, returnBrowser } from '../weapp/shared-browser'
import { actor, type Actor } from './actor'
import { signInAs, visit } from './site'

let product: Product
let browser: Browser
let amei: Actor

beforeAll(async () => {
  product = await startProduct()
  browser = await borrowBrowser()
})
afterAll(async () => {
  await returnBrowser()
  await product.stop()
})
beforeEach(async () => {
  const visitor = await visit(browser, product.url)
  amei = actor(visitor)
  await signInAs(visitor, '阿梅')
  await amei.sees(/最近$/)
})
afterEach(() => amei.visitor.close())

const API = '**/api/**'
const REPORT = /\/api\/communities\/[^/]+\/matters$/

/** The server is cut off; the page itself can still be opened. */
const cutOff = () => amei.visitor.page.route(API, (route) => route.abort())
const putBack = async () => {
  await amei.visitor.page.unroute(API)
  // As the browser says it when the phone is online again.
  await amei.visitor.page.evaluate(() => window.dispatchEvent(new Event('online')))
}

async function report(title: string): Promise<void> {
  await amei.press('我要说')
  await amei.press(/灯不亮、门坏了/)
  await amei.write('什么事', title)
  await amei.press('报给社区')
}

async function reported(title: string): Promise<number> {
  await amei.opens('/features/matters/pages/mine/index')
  const listed = amei.visitor.page.getByText(title, { exact: true })
  // What waited to be sent says the title, too: the list has it as a line of its own.
  await listed.first().waitFor()
  return listed.count()
}

it('a report that was sent while the server was cut off waits, also over a reload, and arrives once', async () => {
  await cutOff()
  await report('三楼窗户关不上')
  await amei.sees('没连上网，等着发送')
  await amei.opens('/pages/home/index')
  await amei.sees(/可能已经变了/)
  await amei.sees('报事：三楼窗户关不上')
  await putBack()
  await amei.sees('发出去了，报事：三楼窗户关不上')
  expect(await reported('三楼窗户关不上')).toBe(1)
})

it('a report whose answer was lost is sent again under its key', async () => {
  const keys: (string | undefined)[] = []
  const { page } = amei.visitor
  page.on('request', (request) => {
    if (request.method() === 'POST' && REPORT.test(request.url()))
      keys.push(request.headers()['idempotency-key'])
  })
  await page.route(
    REPORT,
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await report('四楼消防门打不开')
  await amei.sees('没连上网，等着发送')
  await amei.press('现在再发一次')
  await amei.sees('您报了这件事')
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
  expect(await reported('四楼消防门打不开')).toBe(1)
})

it('what waits can be changed or thrown away in one place', async () => {
  await cutOff()
  await report('六楼扶手松了')
  await amei.sees('没连上网，等着发送')
  await amei.opens('/features/outbox/pages/waiting/index')
  await amei.press(/^扔掉/)
  await amei.press(/^扔掉$/)
  await amei.sees('没有等着发的')
  await putBack()
})

it('an old page of the site says that it is too old, and works again after a reload', async () => {
  const { page } = amei.visitor
  await page.route(REPORT, (route) =>
    route.continue({ headers: { ...route.request().headers(), 'x-linli-client': 'h5 0' } }),
  )
  await report('五楼水管响')
  await amei.sees('请更新')
  await page.unroute(REPORT)
  await amei.press('现在更新')
  await page.waitForFunction(() =>
    Array.from(document.querySelectorAll('input')).some(({ value }) => value === '五楼水管响'),
  )
})
