/** What a convener presses and writes in the wizard of a vote, for tests of screens. */
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { dateInWords, startOfDay } from '#core/calendar'

export const dayWords = (day: string): string => dateInWords(startOfDay(day))

export const press = async (name: string | RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole('button', { name }))
export const pick = async (name: string | RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole('radio', { name }))
export const next = (): Promise<void> => press('下一步')

export const box = (name: RegExp): Promise<HTMLElement> => screen.findByRole('textbox', { name })

/** In the place of what stood there. */
export async function write(name: RegExp, words: string): Promise<void> {
  const field = await box(name)
  await userEvent.clear(field)
  await userEvent.click(field)
  await userEvent.paste(words)
}

/** The screen that asks this is shown. */
export const on = (question: string): Promise<HTMLElement> => screen.findByRole('heading', { name: question })

export const marked = (name: RegExp): boolean =>
  screen.getByRole('radio', { name }).getAttribute('aria-checked') === 'true'

/** Who decides, what, and in which words: up to the settings. */
export async function decideHomes(): Promise<void> {
  await pick(/^各户/)
  await next()
  await pick(/^楼道、院子怎么用/)
  await write(/^怎么问大家/, '花坛改成两个车位？')
  await next()
  await write(/^全文/, '荒了两年')
  await next()
}
