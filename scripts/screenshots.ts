/** Takes a picture of every screen of the running product, on its demo community, into docs/screens. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { actor, type Actor } from '../tests/h5/actor'
import { findThings, type Things } from '../tests/h5/pages'
import { signInAs, visit } from '../tests/h5/site'
import { startProduct } from '../tests/product/start-product'
import { borrowBrowser, returnBrowser } from '../tests/weapp/shared-browser'
import { buildOnce } from './build-once'
import { MOMENTS_OF_RESIDENTS } from './screens/moments'
import { MOMENTS_OF_STAFF } from './screens/moments-of-staff'
import { MOMENTS_OF_VOTES } from './screens/moments-of-votes'
import { MOMENTS_WITHOUT } from './screens/moments-without-network'
import { picturesOfPages } from './screens/pages'
import { FOLDER, takePicture, type Picture } from './screens/picture'

/** What all pictures together may weigh: they are in the repository. */
const MOST_BYTES = 5.5 * 1024 * 1024

interface Studio {
  browser: Browser
  url: string
  things: Things
  /** Who is signed in already, by person and look. */
  visitors: Map<string, Actor>
}

async function findThingsFor(browser: Browser, url: string, who: string): Promise<Things> {
  const visitor = await visit(browser, url)
  await signInAs(visitor, who)
  const things = await findThings(visitor, url)
  await visitor.close()
  return things
}

async function openStudio(browser: Browser, url: string): Promise<Studio> {
  const things = await findThingsFor(browser, url, '阿梅')
  // Places and grids are for those who work here.
  const { placeId, gridId } = await findThingsFor(browser, url, '王敏')
  return { browser, url, things: { ...things, placeId, gridId }, visitors: new Map() }
}

async function visitorFor({ browser, url, visitors }: Studio, { who, look = {} }: Picture): Promise<Actor> {
  const key = JSON.stringify([who, look])
  const known = visitors.get(key)
  if (known) return known
  const visitor = await visit(browser, url, look)
  const one = actor(visitor)
  if (who !== undefined) {
    await signInAs(visitor, who)
    visitors.set(key, one)
  }
  return one
}

async function take(studio: Studio, picture: Picture): Promise<number> {
  const one = await visitorFor(studio, picture)
  if (picture.who !== undefined) await one.opens('/pages/home/index')
  await picture.go(one, studio.things)
  const bytes = await takePicture(one, picture)
  await one.visitor.page.unrouteAll({ behavior: 'ignoreErrors' })
  console.log(`${FOLDER}/${picture.name}.png ${Math.ceil(bytes / 1024)} KB`)
  return bytes
}

/** All pictures, or those whose names are asked for. */
function picturesFor(asked: readonly string[]): Picture[] {
  const all = [
    ...picturesOfPages(),
    ...MOMENTS_OF_RESIDENTS,
    ...MOMENTS_OF_STAFF,
    ...MOMENTS_OF_VOTES,
    ...MOMENTS_WITHOUT,
  ]
  return asked.length === 0 ? all : all.filter(({ name }) => asked.some((one) => name.startsWith(one)))
}

function removeOld(pictures: readonly Picture[]): void {
  const wanted = new Set(pictures.map(({ name }) => `${name}.png`))
  for (const file of readdirSync(FOLDER)) if (!wanted.has(file)) rmSync(path.join(FOLDER, file))
}

async function main(asked: readonly string[]): Promise<void> {
  await buildOnce('server')
  await buildOnce('h5')
  mkdirSync(FOLDER, { recursive: true })
  const pictures = picturesFor(asked)
  if (asked.length === 0) removeOld(pictures)
  const product = await startProduct()
  const browser = await borrowBrowser()
  try {
    const studio = await openStudio(browser, product.url)
    let bytes = 0
    const failed: string[] = []
    for (const picture of pictures) {
      bytes += await take(studio, picture).catch((error: unknown) => {
        failed.push(`${picture.name}: ${String(error).slice(0, 300)}`)
        return 0
      })
    }
    console.log(`${pictures.length} pictures, ${Math.ceil(bytes / 1024)} KB`)
    if (failed.length > 0) throw new Error(`Not taken:\n${failed.join('\n')}`)
    if (bytes > MOST_BYTES) throw new Error(`The pictures weigh ${bytes} bytes, ${MOST_BYTES} are allowed`)
  } finally {
    await returnBrowser()
    await product.stop()
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
