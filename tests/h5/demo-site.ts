import type { Browser } from 'playwright-core'
import { startProduct } from '../product/start-product'
import { borrowBrowser, returnBrowser } from '../weapp/shared-browser'
import { addressesOf, findThings } from './pages'
import { signInAs, visit } from './site'

/** The product with its demo community, a browser, and where each page of it is. */
export interface DemoSite {
  url: string
  browser: Browser
  /** Every page behind the sign-in, by name. */
  addresses: Record<string, string>
  close(): Promise<void>
}

/** Starts the product and finds what 阿梅 meets there; the places and grids of the desk are 王敏's. */
export async function openDemoSite(): Promise<DemoSite> {
  const product = await startProduct()
  const browser = await borrowBrowser()
  const foundBy = async (name: string) => {
    const visitor = await visit(browser, product.url)
    await signInAs(visitor, name)
    const things = await findThings(visitor, product.url)
    await visitor.close()
    return things
  }
  const { placeId, gridId } = await foundBy('王敏')
  const paths = Object.entries(addressesOf({ ...(await foundBy('阿梅')), placeId, gridId }))
  return {
    url: product.url,
    browser,
    addresses: Object.fromEntries(paths.map(([name, path]) => [name, new URL(path, product.url).toString()])),
    close: async () => {
      await returnBrowser()
      await product.stop()
    },
  }
}
