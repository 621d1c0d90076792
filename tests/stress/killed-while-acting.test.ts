import { setTimeout as sleep } from 'node:timers/promises'
import { callAt } from '../product/caller'
import { expectNothingHalfDone } from '../product/demo'
import { People } from '../product/handling'
import { askDatabase, Products, type Product } from '../product/products'
import { readMatterEndpoint } from '#core/matters'
import { lives } from '../launcher/workshop'

jest.setTimeout(300_000)

const products = new Products()
beforeAll(() => products.build())
afterAll(() => products.close())

const CLIENTS = 4
const ROUNDS = 3
/** Between half a second and a second and a half of work before each blow. */
const someWork = () => sleep(500 + Math.random() * 1_000)

type Blow = (product: Product) => Promise<void>

const BLOWS: Record<string, Blow> = {
  node: (product) => product.kill(),
  postgres: async (product) => {
    await product.killPostgres()
    await sleep(Math.random() * 300)
    expect(product.hasEnded).toBe(false) // it says that it can't now, and goes on saying so
    expect(await product.stop()).toBe(0)
  },
  both: async (product) => {
    await Promise.all([product.killPostgres(), product.kill()])
  },
  'both, node first': async (product) => {
    await product.kill()
    await product.killPostgres()
  },
}

describe.each(Object.entries(BLOWS))('kill -9 of %s while people act', (_what, blow) => {
  let dataDir: string
  let product: Product
  let url: string
  let people: People

  const open = async () => {
    product = products.start({ dataDir })
    url = await product.url()
  }

  beforeAll(async () => {
    dataDir = await products.preparedDataDir()
    await open()
    people = await People.signIn(() => url)
  })
  afterAll(async () => {
    await product.stop()
  })

  it('loses nothing that was acknowledged, doubles nothing that was repeated, leaves nothing half done', async () => {
    const before = await askDatabase<{ matter_id: string }>(dataDir, 'select matter_id from matters')
    let going = true
    let serial = 0
    const clients = Array.from({ length: CLIENTS }, async () => {
      while (going) await people.handleOne(`第 ${++serial} 件`)
    })
    for (let round = 0; round < ROUNDS; round += 1) {
      await someWork()
      await blow(product)
      await open()
      await expectNothingHalfDone(dataDir)
    }
    await someWork()
    going = false
    await Promise.all(clients)

    const { acknowledged } = people
    expect(acknowledged.length).toBeGreaterThan(ROUNDS * CLIENTS)
    expect(acknowledged.some(({ repeated }) => repeated)).toBe(true)
    await expectNothingHalfDone(dataDir)

    const events = await askDatabase<{ key: string }>(
      dataDir,
      `select m.matter_id || ' ' || e.seq || ' ' || e.act as key from matters m join matter_events e using (community_id, matter_id)
        where m.matter_id <> all (array[${before.map(({ matter_id: id }) => `'${id}'`).join()}]::uuid[]) order by 1`,
    )
    const answered = acknowledged.map(({ answer }) => {
      const last = answer.timeline[answer.timeline.length - 1]
      return `${answer.matterId} ${last?.seq} ${last?.act}`
    })
    expect(events.map(({ key }) => key)).toEqual(answered.sort())

    for (const { send, answer } of acknowledged.slice(-40)) expect(await send()).toEqual(answer)
    expect(await askDatabase(dataDir, `select count(*)::int as n from matter_events`)).toEqual([
      { n: events.length + (await askDatabase<{ n: number }>(dataDir, countOf(before)))[0]!.n },
    ])
  })
})

const countOf = (rows: { matter_id: string }[]) =>
  `select count(*)::int as n from matter_events where matter_id = any (array[${rows.map(({ matter_id: id }) => `'${id}'`).join()}]::uuid[])`

it('while its database is gone, the product says so, does not end, and can be ended', async () => {
  const dataDir = await products.preparedDataDir()
  const product = products.start({ dataDir })
  const url = await product.url()
  const people = await People.signIn(() => url)
  await people.handleOne('灯不亮')
  const [{ answer }] = people.acknowledged as [(typeof people.acknowledged)[number]]
  await product.killPostgres()
  for (let time = 0; time < 20; time += 1) {
    const { communityId, matterId } = answer
    const { status, body } = await callAt(url, readMatterEndpoint, {
      as: 'x'.repeat(43),
      params: { communityId, matterId },
    })
    expect([status, body.code]).toEqual([503, 'DATABASE_UNAVAILABLE'])
    await sleep(200)
  }
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  expect((await fetch(`${url}/readyz`)).status).toBe(503)
  expect(product.hasEnded).toBe(false)
  const begun = Date.now()
  expect(await product.stop()).toBe(0)
  expect(Date.now() - begun).toBeLessThan(10_000)
  expect(lives(product.postmaster)).toBe(false)
})
