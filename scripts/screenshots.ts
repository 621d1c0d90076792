/** Takes the pictures of the README from the running product, on its demo community. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { signInAs, visit, type Look } from '../tests/h5/site'
import { startProduct } from '../tests/product/start-product'
import { borrowBrowser, returnBrowser } from '../tests/weapp/shared-browser'
import { buildOnce } from './build-once'

const FOLDER = 'docs/screens'

interface Picture {
  name: string
  who: string
  look: Look
  /** From home to what the picture shows. */
  go: (page: Page) => Promise<void>
}

const PICTURES: Picture[] = [
  { name: 'home', who: '阿梅', look: {}, go: () => Promise.resolve() },
  { name: 'home-care', who: '阿梅', look: { care: true }, go: () => Promise.resolve() },
  {
    name: 'matter',
    who: '阿梅',
    look: {},
    go: (page) => page.getByRole('button', { name: '去看看' }).click(),
  },
  {
    name: 'report',
    who: '阿梅',
    look: {},
    go: async (page) => {
      await page.getByRole('button', { name: '我要说' }).click()
      await page.getByRole('textbox').first().fill('2单元铁门关不上')
    },
  },
  { name: 'inbox', who: '阿梅', look: {}, go: (page) => page.getByRole('link', { name: /消息/ }).click() },
  { name: 'me', who: '阿梅', look: {}, go: (page) => page.getByRole('link', { name: '我的' }).click() },
  { name: 'desk', who: '陈国强', look: {}, go: toDesk },
  {
    name: 'desk-wide',
    who: '陈国强',
    look: { wide: true },
    go: async (page) => {
      await toDesk(page)
      await page.getByRole('button', { name: /扶手/ }).click()
    },
  },
]

async function toDesk(page: Page): Promise<void> {
  await page.getByRole('button', { name: /没人接/ }).click()
}

async function take(browser: Browser, url: string, { name, who, look, go }: Picture): Promise<void> {
  const visitor = await visit(browser, url, look)
  await signInAs(visitor, who)
  await go(visitor.page)
  await visitor.page.waitForLoadState('networkidle')
  await visitor.page.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: 'disabled' })
  await visitor.close()
  console.log(`${FOLDER}/${name}.png`)
}

async function main(): Promise<void> {
  await buildOnce('server')
  await buildOnce('h5')
  mkdirSync(FOLDER, { recursive: true })
  const product = await startProduct()
  const browser = await borrowBrowser()
  try {
    for (const picture of PICTURES) await take(browser, product.url, picture)
  } finally {
    await returnBrowser()
    await product.stop()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
