/** @jest-environment node */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkPackage, packageSizes } from './check-package'
import { openMiniProgram, type MiniProgram } from './driver'

jest.setTimeout(20_000)

const FIXTURE = path.join(__dirname, 'fixture')

describe('checking a package', () => {
  let copy: string
  beforeEach(async () => {
    copy = await mkdtemp(path.join(tmpdir(), 'linli-fixture-'))
    await cp(FIXTURE, copy, { recursive: true })
  })
  afterEach(() => rm(copy, { recursive: true }))

  const problemsWith = async (file: string, content: string) => {
    await writeFile(path.join(copy, file), content)
    return (await checkPackage(copy)).map((problem) => `${problem.rule} ${problem.file}`)
  }

  it('accepts what WeChat accepts', async () => {
    expect(await checkPackage(copy)).toEqual([])
  })

  it.each([
    ['wxml', 'pages/me/index.wxml', '<view><text></view>'],
    ['wxss', 'app.wxss', '.a { color: red; '],
    ['js', 'pages/me/index.js', 'Page({ data: { })'],
    ['newer-syntax', 'pages/me/index.js', 'Page({ data: { x: wx.a?.b ?? 1 } })'],
    ['json', 'pages/me/index.json', '{ "navigationBarTitleText": }'],
  ])('finds broken %s', async (rule, file, content) => {
    expect(await problemsWith(file, content)).toContain(`${rule} ${file}`)
  })

  it('finds a page, a component and a tab bar that are not there', async () => {
    await rm(path.join(copy, 'notes/detail/index.wxml'))
    await rm(path.join(copy, 'custom-tab-bar/index.wxml'))
    const config = '{ "usingComponents": { "badge": "../../components/medal/index" } }'
    expect(await problemsWith('pages/home/index.json', config)).toEqual([
      'page notes/detail/index.wxml',
      'tab-bar custom-tab-bar/index.wxml',
      'component pages/home/index.json',
    ])
  })

  it('weighs the main package and each subpackage', async () => {
    const before = await packageSizes(copy)
    await writeFile(path.join(copy, 'notes/detail/more.js'), ' '.repeat(1000))
    const after = await packageSizes(copy)
    expect(after).toEqual({
      main: before.main,
      subPackages: { notes: (before.subPackages['notes'] ?? 0) + 1000 },
      total: before.total + 1000,
    })
  })
})

describe('running a mini-program', () => {
  let server: Server
  let phone: MiniProgram
  const received: { url: string; origin: string | undefined; body: string }[] = []

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = ''
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
      request.on('end', () => {
        received.push({ url: request.url ?? '', origin: request.headers.origin, body })
        response.writeHead(body.includes('"text":""') ? 422 : 201, { 'content-type': 'application/json' })
        response.end(JSON.stringify({ message: body.includes('"text":""') ? '请写点什么' : '已保存' }))
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    phone = await openMiniProgram({
      dist: FIXTURE,
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      storage: { times: 3 },
      wxOverrides: { login: { code: 'code-of-wang' }, getAppBaseInfo: { fontSizeScaleFactor: 1.3 } },
      launch: { scene: 1047 },
    })
  })
  afterAll(async () => {
    await phone.close()
    server.closeAllConnections()
    server.close()
  })

  it('draws the page without the names of a browser', async () => {
    await phone.expectText('出现 1 次', '环境 undefinedundefinedundefined')
    expect([await phone.currentPath(), await phone.title()]).toEqual(['pages/home/index', '记事'])
  })

  it('takes text, no longer than the field allows, and switches', async () => {
    await phone.type('写点什么', '一二三四五六七八九十')
    await phone.expectText('共 8 字')
    await phone.type('内容', '漏水')
    await phone.expectText('共 2 字')
    await phone.tap('关怀模式')
    await phone.expectText('关怀开')
  })

  it('sends requests to the server under test, as WeChat would', async () => {
    await phone.tap('保存')
    await phone.expectText('201 已保存')
    expect(received).toContainEqual({
      url: '/api/notes',
      origin: undefined,
      body: JSON.stringify({ text: '漏水', code: 'code-of-wang' }),
    })
    expect(await phone.calls('request')).toHaveLength(1)
  })

  it('takes a refusal for an answer and a pulled plug for a failure', async () => {
    await phone.type('内容', '')
    await phone.tap('保存')
    await phone.expectText('422 请写点什么')
    await phone.setOffline(true)
    await phone.tap('保存')
    await phone.expectText('request:fail net::ERR_INTERNET_DISCONNECTED')
    await phone.setOffline(false)
    expect(await phone.errors()).toEqual([])
  })

  it('answers questions as the test says, and notes them', async () => {
    await phone.answer('showModal', ({ title }) => ({ confirm: title !== '删除？' }))
    await phone.tap('删除')
    await phone.expectText('留下了')
    expect(await phone.calls('showToast')).toEqual([{ title: '好' }])
    await phone.tap('扫码')
    await phone.expectText('scanCode:fail cancel')
    await phone.answer('scanCode', { result: 'door-7' })
    await phone.tap('扫码')
    await phone.expectText('扫到 door-7')
    await phone.tap('随机')
    await phone.expectText('6 个字节')
  })

  it('uploads a file', async () => {
    const tempFilePath = phone.file(path.join(FIXTURE, 'app.json'))
    await phone.answer('chooseMedia', { tempFiles: [{ tempFilePath }] })
    await phone.tap('拍照')
    await phone.expectText('上传 201')
    expect(received.find(({ url }) => url === '/api/photos')?.body).toContain('requiredComponents')
  })

  it('draws on a canvas and uploads what was drawn, telling how far it is', async () => {
    await phone.tap('画')
    await phone.expectText('到了 100%，上传 201')
    expect(received.find(({ url }) => url === '/api/drawings')?.body).toContain('JFIF')
  })

  it('does not tap a disabled button', async () => {
    await phone.type('内容', '不许删')
    await phone.expectText('共 3 字')
    const button = phone.page.getByRole('button', { name: '删除' })
    const { x = 0, y = 0 } = (await button.boundingBox()) ?? {}
    const before = await phone.calls('showModal')
    await phone.page.touchscreen.tap(x + 5, y + 5)
    expect(await phone.calls('showModal')).toEqual(before)
    phone.page.setDefaultTimeout(300)
    await expect(phone.tap('删除')).rejects.toThrow('"删除" is disabled')
    phone.page.setDefaultTimeout(8_000)
  })

  it('goes to a page in a subpackage and back', async () => {
    await phone.tap('看详情')
    await phone.expectPath('notes/detail/index')
    await phone.expectText('第 7 号')
    await phone.tap('打电话')
    expect(await phone.calls('makePhoneCall')).toEqual([{ phoneNumber: '12345' }])
    await phone.tap('导航栏返回')
    await phone.expectText('出现 2 次')
    await phone.tap('走错')
    await phone.expectText('navigateTo:fail can not navigateTo a tabbar page')
  })

  it('says why it cannot tap, and what is on the screen', async () => {
    await phone.tap('看详情')
    await phone.expectPath('notes/detail/index')
    phone.page.setDefaultTimeout(300)
    await expect(phone.tap('一样')).rejects.toThrow('2 elements read "一样": say which')
    await expect(phone.tap('没有')).rejects.toThrow(/Nothing to tap reads "没有".*\n第 7 号/)
    phone.page.setDefaultTimeout(8_000)
    await phone.tap('一样', 1)
    await phone.goBack()
  })

  it("draws the app's own tab bar with its own style only", async () => {
    const bar = phone.page.locator('.frame:not([hidden]) .bar')
    expect(await bar.evaluate((element) => getComputedStyle(element).borderTopColor)).toBe('rgb(1, 2, 3)')
    expect(await bar.evaluate((element) => getComputedStyle(element).color)).not.toBe('rgb(1, 2, 3)')
    await phone.tap('去 me')
    await phone.expectText('第 3 次，字号 1.3，场景 1047')
  })

  it('keeps storage over a restart', async () => {
    await phone.tap('计数')
    await phone.expectText('第 4 次')
    await phone.reload()
    await phone.tap('去 me')
    await phone.expectText('第 4 次')
    expect(await phone.storage()).toEqual({ times: 4 })
  })

  it('loads more at the bottom and refreshes when pulled', async () => {
    await phone.page.locator('.item').last().scrollIntoViewIfNeeded()
    await phone.expectText('又一条')
    await phone.pullDown()
    await phone.expectText('刷新了')
    await phone.expectNoText('又一条')
  })

  it('hears what the app complains about', async () => {
    await phone.tap('去 home')
    await phone.tap('出错')
    const errors = await phone.errors()
    expect(errors).toContain('error: 出错了')
    expect(errors.join('\n')).toContain('没接住')
  })
})
