import type { Browser } from 'playwright-core'
import { startProduct, type Product } from '../product/start-product'
import { borrowBrowser, returnBrowser } from '../weapp/shared-browser'
import { actor, type Actor } from './actor'
import { signInAs, visit, type Look } from './site'

let product: Product
let browser: Browser
const actors: Actor[] = []

/** The product and a browser, for the people who walk through it. Called once at the head of a file. */
export function setOut(): void {
  beforeAll(async () => {
    product = await startProduct()
    browser = await borrowBrowser()
  })
  afterAll(async () => {
    await Promise.all(actors.map(({ visitor }) => visitor.close()))
    await returnBrowser()
    await product.stop()
  })
}

/** Where the product that they walk through has its data. */
export const dataDir = (): string => product.dataDir
/** The product itself, for what is prepared beside the walk. */
export const theProduct = (): Product => product

/** Somebody of the demo, signed in and at home. */
export async function signedIn(name: string, look: Look = {}): Promise<Actor> {
  const visitor = await visit(browser, product.url, look)
  const one = actor(visitor)
  actors.push(one)
  await signInAs(visitor, name)
  return one
}

/** What the consoles of all who signed in complained about. */
export function complaints(): string[] {
  return actors.flatMap(({ visitor }) => visitor.complaints)
}
