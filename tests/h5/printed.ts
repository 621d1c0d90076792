import { readPdf, type ReadPdf } from '../pdf/read-pdf'
import type { Actor } from './actor'

interface Printing {
  /** The button that has it made, and the one that opens it. */
  make: string
  open: string
  /** What its address contains. */
  path: string
}

/** A PDF that is made and opened by its buttons, as it comes to who opens it. */
export async function printed(one: Actor, { make, open, path }: Printing): Promise<ReadPdf> {
  const { context } = one.visitor
  await one.press(make)
  const asked = context.waitForEvent('request', (request) => request.url().includes(path))
  await one.press(open)
  const answer = await context.request.get((await asked).url())
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf'])
  return readPdf(await answer.body())
}
