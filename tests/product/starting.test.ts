import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { changeMeEndpoint, listDemoPersonsEndpoint, readMeEndpoint } from '#core/people'
import { listFeedEndpoint } from '#core/matters'
import { listPlacesEndpoint, printDoorCodesEndpoint } from '#core/places'
import { createTestDatabase, type TestDatabase } from '../postgres/test-database'
import { readPdf } from '../pdf/read-pdf'
import { lives, until } from '../launcher/workshop'
import { callAt, okAt, signInAs } from './caller'
import { expectWholeDemo } from './demo'
import { freePort } from './free-port'
import { askDatabase, Products, type Product } from './products'

jest.setTimeout(120_000)

/** A sanity bound, far above the 3 s that the product is held to on an idle machine (`docs/operations.md` has measures). */
const WARM_START_MS = 10_000

const products = new Products()
let dataDir: string
/** Two first starts on the same data, in the same moment. */
let pair: [Product, Product]
let urls: string[]

beforeAll(async () => {
  products.build()
  dataDir = products.newDataDir()
  pair = [products.start({ dataDir }), products.start({ dataDir })]
  urls = await Promise.all(pair.map((product) => product.url()))
})
afterAll(() => products.close())

const copyOfData = () => {
  const copy = products.newDataDir()
  execFileSync('cp', ['-a', dataDir, copy])
  return copy
}
const socketOf = (folder: string) =>
  fs.readFileSync(path.join(folder, 'cluster/postmaster.pid'), 'utf8').split('\n')[4] as string

describe('the first start, twice at once on the same data', () => {
  it('tells every long step, and whom one can sign in as', async () => {
    for (const product of pair) await until(() => product.words.includes('阿梅')) // printed after the address
    const words = pair.map((product) => product.words).join('')
    expect(words.match(/第一次启动.*建立数据库/g)).toHaveLength(1)
    expect(words).toMatch(/第一次启动.*建演示社区/)
    for (const [index, product] of pair.entries()) {
      expect(product.words).toContain(`邻里已经打开：${urls[index]}`)
      expect(product.words).toMatch(/演示社区.*阿梅/)
      expect(product.complaints).toEqual([])
    }
  })

  it('builds one demo, which both serve', async () => {
    expect(new Set(urls).size).toBe(2)
    await expectWholeDemo(dataDir)
    for (const url of urls) {
      expect((await fetch(`${url}/healthz`)).status).toBe(200)
      expect((await fetch(`${url}/readyz`)).status).toBe(200)
      const as = await signInAs(url, '阿梅')
      const { communities } = await okAt(url, readMeEndpoint, { as })
      const params = { communityId: communities[0]?.communityId as string }
      const feed = await okAt(url, listFeedEndpoint, { as, params, query: {} })
      expect(feed.items.length).toBeGreaterThan(3)
    }
  })

  it('what is done at one is seen at the other', async () => {
    const [here = '', there = ''] = urls
    const as = await signInAs(here, '小顾')
    await okAt(here, changeMeEndpoint, { as, body: { nickname: '小顾同学' } })
    expect(await okAt(there, readMeEndpoint, { as })).toMatchObject({ nickname: '小顾同学' })
  })

  it('draws a sheet of door codes in its thread, with the font beside the bundle', async () => {
    const [url = ''] = urls
    const as = await signInAs(url, '王敏')
    const { communities } = await okAt(url, readMeEndpoint, { as })
    const communityId = communities[0]?.communityId as string
    const { items } = await okAt(url, listPlacesEndpoint, { as, params: { communityId }, query: {} })
    const params = { communityId, placeId: items[0]?.placeId as string }
    const body = { below: 'entrance', layout: 'cut' } as const
    const sheet = await okAt(url, printDoorCodesEndpoint, { as, params, body })
    const answer = await fetch(`${url}${sheet.url}`)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const pdf = readPdf(Buffer.from(await answer.arrayBuffer()))
    expect(pdf.pages).toBe(Math.ceil(sheet.codes / 6))
    expect(pdf.subsets).toEqual([expect.stringContaining('NotoSansHans-Medium')])
    expect(pdf.text).toContain('手机扫一扫')
  })

  it('listens on loopback only', () => {
    const listening = fs
      .readFileSync('/proc/net/tcp', 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/)[1] ?? '')
    for (const url of urls) {
      const port = Number(new URL(url).port).toString(16).toUpperCase().padStart(4, '0')
      const own = listening.filter((address) => address.endsWith(`:${port}`))
      expect(own.filter((address) => !address.startsWith('0100007F'))).toEqual([])
    }
  })

  it('is ended by Ctrl-C: by the last one the database and everything it laid down', async () => {
    const [first, second] = pair
    const [pid, socket] = [first.postmaster, socketOf(dataDir)]
    expect(await first.stop()).toBe(0)
    expect(first.words).toContain('正在关闭')
    expect(lives(pid)).toBe(true)
    expect((await fetch(`${urls[1]}/readyz`)).status).toBe(200)
    expect(await second.stop()).toBe(0)
    expect(lives(pid)).toBe(false)
    expect(fs.existsSync(socket)).toBe(false)
    expect([...first.complaints, ...second.complaints]).toEqual([])
  })
})

describe('a later start', () => {
  it('answers soon, with the same demo; Ctrl-C may come twice, as npm and the terminal both send it', async () => {
    const begun = Date.now()
    const product = products.start({ dataDir })
    const { items } = await okAt(await product.url(), listDemoPersonsEndpoint, {})
    const took = Date.now() - begun
    expect(items.length).toBeGreaterThan(15)
    expect(took).toBeLessThan(WARM_START_MS)
    expect(product.words).not.toContain('第一次')
    await expectWholeDemo(dataDir)
    const pid = product.postmaster
    product.child.kill('SIGINT')
    expect(await product.stop('SIGINT')).toBe(0)
    expect(lives(pid)).toBe(false)
  })
})

describe('the commands on the server', () => {
  it('use the embedded database beside a running server and leave it running; alone they start and stop it', async () => {
    const product = products.start({ dataDir })
    const url = await product.url()
    const { personCode } = await okAt(url, readMeEndpoint, { as: await signInAs(url, '小顾') })
    const env = { DATA_DIR: dataDir }
    const refused = await products.run('administrator', [personCode, '小顾'], env)
    expect(refused.words.join()).toContain('已经有两位管理员了') // the demo has them
    expect((await products.run('verify-audit', [], env)).code).toBe(0)
    expect((await okAt(url, listDemoPersonsEndpoint, {})).items).toHaveLength(18)
    expect(await product.stop('SIGTERM')).toBe(0)

    const alone = await products.run('verify-audit', [], env)
    expect(alone.code).toBe(0)
    expect(alone.lines.length).toBeGreaterThan(1)
    expect(lives(product.postmaster)).toBe(false)
  })
})

describe('Ctrl-C, or a closed terminal, while it is still starting', () => {
  it('ends it in order: nothing goes on running', async () => {
    const copy = copyOfData()
    const product = products.start({ dataDir: copy })
    await until(() => lives(product.postmaster))
    const pid = product.postmaster
    product.child.kill('SIGHUP')
    expect((await product.ended).code).toBe(0)
    expect(lives(pid)).toBe(false)
  })
})

describe('a start that cannot succeed', () => {
  it('because the port is taken, says so in one sentence and harms nothing', async () => {
    const port = await freePort()
    const copy = copyOfData()
    const holder = products.start({ dataDir, port })
    await holder.url()

    const other = products.start({ dataDir: copy, port })
    expect((await other.ended).code).toBe(1)
    expect(other.complaints).toEqual([expect.stringMatching(new RegExp(`^端口 ${port} 已经有程序在用了：`))])
    expect(lives(other.postmaster)).toBe(false)

    const same = products.start({ dataDir, port })
    expect((await same.ended).code).toBe(1)
    expect(same.complaints).toHaveLength(1)
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
    await expectWholeDemo(dataDir)
    expect(await holder.stop()).toBe(0)
    expect(lives(holder.postmaster)).toBe(false)
  })

  it.each([
    ['PORT', { PORT: 'http' }],
    ['WECHAT_SECRET', { WECHAT_APPID: 'wx0' }],
  ])('because %s is bad, names it', async (name, env) => {
    const untouched = products.newDataDir()
    const product = products.start({ dataDir: untouched, env })
    expect((await product.ended).code).toBe(1)
    expect(product.complaints).toEqual([expect.stringContaining(`环境变量 ${name} 不对`)])
    expect(fs.existsSync(untouched)).toBe(false)
  })

  it.each([
    ['nobody listens there', 'postgres://linli@127.0.0.1:1/linli', '连不上 DATABASE_URL 指的数据库'],
    ['it can’t be read', 'postgres://linli@127.0.0.1:port/linli', 'DATABASE_URL 写得不对'],
    [
      'there is no such socket',
      'postgres://linli@/linli?host=/tmp/no-such-folder',
      '连不上 DATABASE_URL 指的数据库',
    ],
  ])('because %s, says what to look at', async (_why, DATABASE_URL, sentence) => {
    const product = products.start({ env: { DATABASE_URL } })
    expect((await product.ended).code).toBe(1)
    expect(product.complaints).toEqual([expect.stringContaining(sentence)])
  })

  it('because the database is of a newer version, leaves it as it is', async () => {
    const copy = copyOfData()
    const before = products.start({ dataDir: copy })
    await before.url()
    await askDatabase(copy, `insert into kysely_migration values ('9999-from-the-future', '2030-01-01')`)
    await before.stop()
    const product = products.start({ dataDir: copy })
    expect((await product.ended).code).toBe(1)
    expect(product.complaints).toEqual([expect.stringMatching(/更新版本.*9999-from-the-future/)])
    expect(lives(product.postmaster)).toBe(false)
  })
})

describe('on a PostgreSQL of one’s own (DATABASE_URL)', () => {
  let database: TestDatabase
  let env: { DATABASE_URL: string; DEMO?: string }
  beforeAll(async () => {
    database = await createTestDatabase()
    const { host, port, user, database: name } = database.connection
    env = { DATABASE_URL: `postgres://${user}@/${name}?host=${encodeURIComponent(host)}&port=${port}` }
  })
  afterAll(() => database.drop())

  it('it runs without a demo unless one is asked for, and leaves that PostgreSQL running', async () => {
    const product = products.start({ env })
    const address = await product.url()
    expect((await fetch(`${address}/readyz`)).status).toBe(200)
    expect((await callAt(address, listDemoPersonsEndpoint, {})).status).toBe(404)
    expect(await product.stop()).toBe(0)
    const { rows } = await database.pool.query('select born_as from deployment')
    expect(rows).toEqual([{ born_as: 'plain' }])
  })

  it('a database that was born without a demo never gets one', async () => {
    const product = products.start({ env: { ...env, DEMO: 'true' } })
    expect((await callAt(await product.url(), listDemoPersonsEndpoint, {})).status).toBe(404)
    expect(product.words).not.toContain('演示')
    expect(await product.stop()).toBe(0)
  })

  it('with DEMO=true an empty one is born as a demo', async () => {
    const empty = await createTestDatabase()
    const { host, port, user, database: name } = empty.connection
    const product = products.start({
      env: { DATABASE_URL: `postgresql://${user}@/${name}?host=${host}&port=${port}`, DEMO: 'true' },
    })
    const { items } = await okAt(await product.url(), listDemoPersonsEndpoint, {})
    expect(items.length).toBeGreaterThan(15)
    expect(await product.stop()).toBe(0)
    await empty.drop()
  })
})
