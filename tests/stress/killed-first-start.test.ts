import { setTimeout as sleep } from 'node:timers/promises'
import { listDemoPersonsEndpoint } from '#core/people'
import { okAt, signInAs } from '../product/caller'
import { expectWholeDemo } from '../product/demo'
import { Products, type Product } from '../product/products'
import { until } from '../launcher/workshop'

jest.setTimeout(300_000)

const products = new Products()
beforeAll(() => products.build())
afterAll(() => products.close())

/** How long a first start takes here and now, from the first word to the last. */
async function measure(): Promise<number> {
  const begun = Date.now()
  const product = products.start({ dataDir: products.newDataDir() })
  await product.url()
  const took = Date.now() - begun
  await product.stop()
  return took
}

async function opensWhole(dataDir: string): Promise<void> {
  const product = products.start({ dataDir })
  const url = await product.url()
  await expectWholeDemo(dataDir)
  expect((await okAt(url, listDemoPersonsEndpoint, {})).items).toHaveLength(18)
  await signInAs(url, '阿梅')
  expect(await product.stop()).toBe(0)
  expect(product.complaints).toEqual([])
}

const demoBegun = (product: Product) => until(() => product.words.includes('正在建演示社区'))

describe('a first start that was killed', () => {
  it('at any moment, is made good by the next one: the demo is whole, and there once', async () => {
    const took = await measure()
    for (const part of [0.15, 0.35, 0.5, 0.65, 0.8, 0.95]) {
      const dataDir = products.newDataDir()
      const product = products.start({ dataDir })
      await sleep(took * (part + (Math.random() - 0.5) * 0.1))
      await product.kill()
      await opensWhole(dataDir)
    }
  })

  it('again and again while it builds the demo', async () => {
    const dataDir = products.newDataDir()
    for (let time = 0; time < 5; time += 1) {
      const product = products.start({ dataDir })
      await demoBegun(product)
      await sleep(50 + Math.random() * 400)
      await product.kill()
    }
    await opensWhole(dataDir)
  })

  it('together with its database', async () => {
    const dataDir = products.newDataDir()
    const product = products.start({ dataDir })
    await demoBegun(product)
    await sleep(200)
    await Promise.all([product.killPostgres(), product.kill()])
    await opensWhole(dataDir)
  })

  it('while a second one waits for it: the second builds the demo', async () => {
    const dataDir = products.newDataDir()
    const first = products.start({ dataDir })
    await demoBegun(first)
    const second = products.start({ dataDir })
    await demoBegun(second)
    await first.kill()
    await second.url()
    await expectWholeDemo(dataDir)
    await second.stop()
  })
})
