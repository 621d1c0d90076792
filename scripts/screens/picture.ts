import path from 'node:path'
import sharp from 'sharp'
import type { Actor } from '../../tests/h5/actor'
import type { Things } from '../../tests/h5/pages'
import { PHONE, WIDE, type Look } from '../../tests/h5/site'

export const FOLDER = 'docs/screens'

/** Colours of a picture's palette: flat grounds, one hand of inks, and small photos. */
const COLOURS = 32
/** A page that is longer is cut here, in CSS pixels. */
const LONGEST = 2_600

/** One picture: who looks at what, and how. */
export interface Picture {
  /** The name of its file. */
  name: string
  /** As the sign-in page of the demo says it; nobody is not signed in. */
  who?: string
  look?: Look
  /** Shows what is on its way: nothing is waited for. */
  moving?: boolean
  /** From home to what the picture shows. */
  go: (one: Actor, things: Things) => Promise<void>
}

/** A page with what it is asked for. */
export const addressAt = (route: string, query: Record<string, string>): string =>
  `${route}?${new URLSearchParams(query).toString()}`

/** Opens a page of the demo's community. */
export const opens =
  (route: string) =>
  (one: Actor, { communityId }: Things): Promise<void> =>
    one.opens(addressAt(route, { communityId }))

/** The button of the sheet that stands in front. */
export const inSheet = ({ visitor }: Actor, name: string): Promise<void> =>
  visitor.page.getByRole('dialog').getByRole('button', { name, exact: true }).click()

interface ChosenFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** Presses what asks for a file, and chooses this one. */
export async function chooseFile(one: Actor, name: string | RegExp, file: ChosenFile): Promise<void> {
  const [asked] = await Promise.all([one.visitor.page.waitForEvent('filechooser'), one.press(name)])
  await asked.setFiles([file])
}

/** A chair by a window, in the hand of the design's pictures. */
const PHOTO = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">
  <rect width="640" height="480" fill="#e9dfcd"/><rect y="360" width="640" height="120" fill="#cbbb9c"/>
  <rect x="60" y="50" width="180" height="200" fill="#f7f0df" stroke="#8a7f6c" stroke-width="8"/>
  <path d="M150 50v200M60 150h180" stroke="#8a7f6c" stroke-width="6"/>
  <path d="M340 150q-10-40 40-40h100q50 0 40 40l-14 120h-152z" fill="#b98a4f"/>
  <path d="M350 140h160M356 180h148M360 220h140" stroke="#8f6634" stroke-width="8"/>
  <rect x="330" y="262" width="200" height="34" rx="10" fill="#a67840"/>
  <path d="M348 296l-14 120M512 296l14 120M430 296v104" stroke="#8f6634" stroke-width="16"/></svg>`

/** Takes a photo, and leaves it as it is. */
export async function takePhoto(one: Actor): Promise<void> {
  const buffer = await sharp(Buffer.from(PHOTO)).jpeg().toBuffer()
  await chooseFile(one, /^(拍一张|再拍一张)$/, { name: 'photo.jpg', mimeType: 'image/jpeg', buffer })
  await one.press('不用遮')
  await one.sees('再拍一张')
}

/** Nothing is on its way any more: no request, and no word that goes by itself. */
async function settled({ visitor: { page } }: Actor): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector('.toast') === null)
}

/** Pictures are loaded when they come into view: those below it are not waited for. */
async function seesPictures({ visitor: { page } }: Actor): Promise<void> {
  await page.waitForFunction(() =>
    Array.from(document.images)
      .filter((image) => image.offsetHeight > 0 && image.getBoundingClientRect().top < window.innerHeight)
      .every(({ complete, naturalWidth }) => complete && naturalWidth > 0),
  )
}

/** As high as the page in view is long, so that what stays at the foot stands there once. */
async function grow({ visitor: { page } }: Actor, wide: boolean): Promise<void> {
  const window = wide ? WIDE : PHONE
  const height = await page.evaluate(() => {
    const inFront = Array.from(document.querySelectorAll('[role=dialog]'))
    const seen = inFront.filter((one) => (one as HTMLElement).offsetHeight > 0)
    const parts = seen.length > 0 ? seen : Array.from(document.querySelectorAll('.screen'))
    return Math.max(...parts.map(({ scrollHeight }) => scrollHeight))
  })
  await page.setViewportSize({
    ...window,
    height: wide ? window.height : Math.min(Math.max(window.height, height), LONGEST),
  })
}

/** Writes what is in view as a small PNG; answers its bytes. */
export async function takePicture(one: Actor, { name, look = {}, moving = false }: Picture): Promise<number> {
  const { page } = one.visitor
  if (!moving) await settled(one)
  await grow(one, look.wide === true)
  if (!moving) await seesPictures(one)
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  await page.setViewportSize(look.wide ? WIDE : PHONE)
  const { size } = await sharp(picture)
    .png({ palette: true, colours: COLOURS, effort: 10, dither: 0 })
    .toFile(path.join(FOLDER, `${name}.png`))
  return size
}
