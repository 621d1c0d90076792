import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { jpeg } from '../photos/samples'
import { startProduct, type Product } from '../product/start-product'
import { openMiniProgram, type MiniProgram } from './driver'

let product: Product
let album: string
let phone: MiniProgram

beforeAll(async () => {
  product = await startProduct()
  album = await mkdtemp(path.join(tmpdir(), 'linli-album-'))
  await writeFile(path.join(album, 'lamp.jpg'), await jpeg(640, 480))
})
afterAll(async () => {
  await product.stop()
  await rm(album, { recursive: true, force: true })
})
beforeEach(async () => {
  phone = await openMiniProgram({ dist: 'dist/weapp', baseUrl: product.url })
  await phone.waitForText('阿梅')
  await phone.tap('阿梅')
  await phone.waitForText('最近')
})
afterEach(() => phone.close())

const REPORT = /\/api\/communities\/[^/]+\/matters$/

async function report(title: string, photo = false): Promise<void> {
  await phone.tap('我要说')
  await phone.tap('灯不亮、门坏了、楼道堆了东西')
  await phone.type('什么事', title)
  if (photo) await takePhoto()
  await phone.tap('报给社区')
}

async function takePhoto(): Promise<void> {
  const tempFilePath = phone.file(path.join(album, 'lamp.jpg'))
  await phone.answer('chooseMedia', { tempFiles: [{ tempFilePath }] })
  await phone.tap('拍一张')
  await phone.expectText('不用遮')
  await phone.tap('不用遮')
  await phone.expectText('再拍一张')
}

/** How often it stands among my reports. */
async function reported(title: string): Promise<number> {
  await phone.tap('我的')
  await phone.waitForText('我报的事')
  await phone.tap('我报的事')
  // What waited to be sent says the title, too: the list has it as a line of its own.
  await phone.page.waitForFunction((it) => window.weapp.text().split('\n').includes(it), title)
  return (await phone.text()).split('\n').filter((line) => line === title).length
}

it('a report with a photo, sent without a network, waits over the end of the app and arrives once', async () => {
  await phone.setOffline(true)
  await report('三楼窗户关不上', true)
  await phone.expectText('没连上网，等着发送', '现在再发一次')
  await phone.reload()
  // What was seen before is still there, and says how old it is.
  await phone.expectText('没连上网', '可能已经变了', '报事：三楼窗户关不上', '等待发送')
  expect(await phone.errors()).toEqual([])
  await phone.setOffline(false)
  await phone.expectText('发出去了，报事：三楼窗户关不上')
  expect(await reported('三楼窗户关不上')).toBe(1)
  expect(await phone.text()).not.toMatch('等待发送')
})

it('a report whose answer was lost is sent again under its key, and stands there once', async () => {
  await phone.page.route(
    REPORT,
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await report('四楼消防门打不开')
  await phone.expectText('没连上网，等着发送')
  await phone.tap('现在再发一次')
  await phone.expectText('您报了这件事')
  const sent = (await phone.calls('request')).filter(
    ({ url, method }) => method === 'POST' && REPORT.test(String(url)),
  )
  const keys = sent.map(({ header }) => (header as Record<string, string>)['idempotency-key'])
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
  await phone.goBack()
  expect(await reported('四楼消防门打不开')).toBe(1)
})

it('a version that is too old says so, and keeps what was written', async () => {
  await phone.page.route(REPORT, (route) =>
    route.continue({ headers: { ...route.request().headers(), 'x-linli-client': 'weapp 0' } }),
  )
  await report('五楼水管响')
  await phone.expectText('请更新', '现在更新')
  await phone.page.unroute(REPORT)
  await phone.reload()
  await phone.waitForText('最近')
  await phone.tap('我要说')
  await phone.tap('灯不亮、门坏了、楼道堆了东西')
  await phone.page.waitForFunction(() =>
    Array.from(document.querySelectorAll('input')).some(({ value }) => value === '五楼水管响'),
  )
})

it('a newer version is offered where nobody writes, and taken when pressed', async () => {
  await phone.answer('getUpdateManager', { ready: true })
  await phone.reload()
  await phone.expectText('有新版本了')
  await phone.tap('现在更新')
  expect(await phone.calls('applyUpdate')).toHaveLength(1)
})
