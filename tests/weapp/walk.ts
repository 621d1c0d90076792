import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { until } from '../builders/until'
import { jpeg } from '../photos/samples'
import { startProduct, type Product } from '../product/start-product'
import { openMiniProgram, type MiniProgram } from './driver'

let product: Product
let album: string
const phones: MiniProgram[] = []

/** The product, for the people who walk through it with their phones. Called once at the head of a file. */
export function setOut(): void {
  beforeAll(async () => {
    product = await startProduct()
    album = await mkdtemp(path.join(tmpdir(), 'linli-album-'))
    await writeFile(path.join(album, 'photo.jpg'), await jpeg(640, 480))
  })
  afterAll(async () => {
    for (const phone of phones) await phone.close()
    await product.stop()
    await rm(album, { recursive: true, force: true })
  })
}

/** Where the product has its data. */
export const dataDir = (): string => product.dataDir
/** The product itself, for what is prepared beside the walk. */
export const theProduct = (): Product => product

/** Somebody of the demo, signed in and at home. */
export async function signedIn(name: string): Promise<MiniProgram> {
  const phone = await openMiniProgram({ dist: 'dist/weapp', baseUrl: product.url })
  phones.push(phone)
  await phone.waitForText(name)
  await phone.tap(name)
  await phone.waitForText('首页')
  return phone
}

/** Somebody who is signed in scans a code with WeChat itself: the app opens at a page. */
export async function scans(phone: MiniProgram, path: string, query: Record<string, string>) {
  const storage = await phone.storage()
  const opened = await openMiniProgram({
    dist: 'dist/weapp',
    baseUrl: product.url,
    storage,
    launch: { path, query, scene: 1047 },
  })
  phones.push(opened)
  return opened
}

/** A PDF that is made and opened by its buttons; the phone shows it. */
export async function expectPdf(phone: MiniProgram, make: string, open: string): Promise<void> {
  await phone.tap(make)
  await phone.tap(open)
  await until(async () => (await phone.calls('openDocument')).length > 0)
  const [opened] = await phone.calls('openDocument')
  const begin = await phone.page.evaluate(
    async (file) => (await (await fetch(file)).text()).slice(0, 5),
    String(opened?.filePath),
  )
  expect([opened?.fileType, begin]).toEqual(['pdf', '%PDF-'])
}

/** Takes a photo, and leaves it as it is. */
export async function takePhoto(phone: MiniProgram): Promise<void> {
  const tempFilePath = phone.file(path.join(album, 'photo.jpg'))
  await phone.answer('chooseMedia', { tempFiles: [{ tempFilePath }] })
  await phone.tap('拍一张')
  await phone.expectText('不用遮')
  await phone.tap('不用遮')
  await phone.expectText('再拍一张')
}

/** What went wrong on any of the phones. */
export async function errorsOfAll(): Promise<string[]> {
  return (await Promise.all(phones.map((phone) => phone.errors()))).flat()
}

/** A sheet with these words has come all the way up: before that, what it will cover can still be tapped. */
export async function stands(phone: MiniProgram, words: string): Promise<void> {
  await phone.waitForText(words)
  await phone.page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  )
}
