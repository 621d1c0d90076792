import type { Locator } from 'playwright-core'
import { jpeg } from '../photos/samples'
import type { Visitor } from './site'

/** What a person does at the site: sees words, presses them, writes, takes photos. Hidden pages are not seen. */
export interface Actor {
  visitor: Visitor
  press(name: string | RegExp): Promise<void>
  /** Presses the button of the sheet, or of the question, that stands in front. */
  pressInFront(name: string, front?: 'dialog' | 'alertdialog'): Promise<void>
  /** Chooses one of several rows. */
  choose(name: string | RegExp): Promise<void>
  /** Switches something on, or ticks it. */
  tick(name: string | RegExp): Promise<void>
  write(label: string, text: string): Promise<void>
  /** Takes a photo, and leaves it as it is. */
  takesPhoto(): Promise<void>
  sees(text: string | RegExp): Promise<void>
  /** A picture that has really been loaded. */
  seesPhoto(name: string | RegExp): Promise<void>
  opens(path: string): Promise<void>
}

/** Somebody at the site. */
export function actor(visitor: Visitor): Actor {
  const { page } = visitor
  const seen = (locator: Locator) => locator.filter({ visible: true }).first()
  const pressable = (name: string | RegExp) =>
    seen(page.getByRole('button', { name }).or(page.getByRole('link', { name })))
  const one: Actor = {
    visitor,
    press: (name) => pressable(name).click(),
    pressInFront: (name, front = 'dialog') =>
      page.getByRole(front).getByRole('button', { name, exact: true }).click(),
    choose: (name) => seen(page.getByRole('radio', { name })).click(),
    tick: (name) => seen(page.getByRole('switch', { name }).or(page.getByRole('checkbox', { name }))).click(),
    write: async (label, text) => {
      const field = page.getByRole('textbox', { name: label })
      // Fields that one looks something up with, and for numbers.
      const others = page
        .getByRole('searchbox', { name: label })
        .or(page.getByRole('spinbutton', { name: label }))
      await seen(field.or(others)).fill(text)
    },
    takesPhoto: async () => {
      const asked = page.waitForEvent('filechooser')
      await one.press(/^(拍一张|再拍一张)$/)
      const buffer = await jpeg(640, 480)
      await (await asked).setFiles([{ name: 'photo.jpg', mimeType: 'image/jpeg', buffer }])
      await one.press('不用遮')
      await seen(page.getByRole('button', { name: '再拍一张' })).waitFor()
    },
    sees: (text) => seen(page.getByText(text)).waitFor(),
    seesPhoto: async (name) => {
      const picture = seen(pressable(name).locator('img'))
      await picture.waitFor()
      // A picture is loaded when it comes into view.
      await picture.scrollIntoViewIfNeeded()
      // Broken pictures are `complete` too, without a width.
      await page.waitForFunction(
        (image) => image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0,
        await picture.elementHandle(),
      )
    },
    opens: async (path) => {
      await page.goto(new URL(path, page.url()).toString())
    },
  }
  return one
}
