import type { Locator } from 'playwright-core'
import type { Visitor } from './site'

/** What a person does at the site: sees words, presses them, writes. Hidden pages are not seen. */
export interface Actor {
  visitor: Visitor
  press(name: string | RegExp): Promise<void>
  write(label: string, text: string): Promise<void>
  sees(text: string | RegExp): Promise<void>
  opens(path: string): Promise<void>
}

/** Somebody at the site. */
export function actor(visitor: Visitor): Actor {
  const { page } = visitor
  const pressable = (name: string | RegExp): Locator =>
    page.getByRole('button', { name }).or(page.getByRole('link', { name })).filter({ visible: true }).first()
  return {
    visitor,
    press: (name) => pressable(name).click(),
    write: async (label, text) => {
      await page.getByRole('textbox', { name: label }).first().fill(text)
    },
    sees: (text) => page.getByText(text).filter({ visible: true }).first().waitFor(),
    opens: async (path) => {
      await page.goto(new URL(path, page.url()).toString())
    },
  }
}
