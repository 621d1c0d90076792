import { readFileSync } from 'node:fs'
import path from 'node:path'
import { buildSync } from 'esbuild'
import type { Page } from 'playwright-core'
import type { Look } from '../site'
import type * as Figures from './in-page'

/** The measures, as one script for the browser. */
const FIGURES = buildSync({
  entryPoints: [path.join(__dirname, 'in-page', 'index.ts')],
  bundle: true,
  format: 'iife',
  globalName: 'figures',
  target: 'es2022',
  write: false,
}).outputFiles[0]!.text
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** domain.md 12: 16 px and 44 px, in care mode 18 pt (24 px) and 60 px. */
const leastOf = ({ care = false }: Look) => (care ? { type: 24, target: 60 } : { type: 16, target: 44 })

type InPage = {
  figures: typeof Figures
  axe: { run: (context: string, options: object) => Promise<Findings> }
}

interface Finding {
  id: string
  impact?: string | null
  nodes: { html: string; any: { message: string; data?: { messageKey?: string } | null }[] }[]
}

interface Findings {
  violations: Finding[]
  incomplete: Finding[]
}

/** Brings the measures into the page; again after every address. */
export async function bringMeasures(page: Page): Promise<void> {
  // One declares `var figures`: the page's own names are not touched.
  await page.evaluate(`${FIGURES}; window.figures = figures`)
}

/** Everything on the page that falls short of domain.md 12, in the colours of the moment. */
export async function shortfalls(page: Page, look: Look): Promise<string[]> {
  await bringMeasures(page)
  return page.evaluate((least) => (window as unknown as InPage).figures.shortfalls(least), leastOf(look))
}

/** What falls short in the dark. The page is light again afterwards. */
export async function shortfallsInTheDark(page: Page, withAxe: boolean): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const found = [
    ...(await page.evaluate(() => (window as unknown as InPage).figures.colours())),
    ...(withAxe ? await axeFindings(page, { runOnly: ['color-contrast'] }) : []),
  ]
  await page.emulateMedia({ colorScheme: 'light' })
  return found.map((problem) => `dark: ${problem}`)
}

/** One sign, or a field with a placeholder: axe leaves them, our own measure of every word does not. */
const TOLD_BY_FIGURES = ['shortTextContent', 'placeholder', 'nonBmp']

/** A bar that stays lies on what is scrolled below it, and axe can't tell a ground from what covers it. */
const BARS_AT_REST = '.screen__head,.screen__foot{position:static!important}'

/** Serious and critical findings of axe, and every contrast that it could not tell. */
export async function axeFindings(page: Page, options: object = {}, within = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  const bars = await page.addStyleTag({ content: BARS_AT_REST })
  const { violations, incomplete } = await page.evaluate(
    async ([context, how]) => (window as unknown as InPage).axe.run(context, how),
    [within, { ...options, resultTypes: ['violations', 'incomplete'] }] as const,
  )
  await bars.evaluate((style) => (style as HTMLElement).remove())
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const untold = incomplete.filter(({ id }) => id === 'color-contrast')
  return [
    ...serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
    ...untold.flatMap(({ nodes }) =>
      nodes
        .filter(({ any }) => !any.every(({ data }) => TOLD_BY_FIGURES.includes(data?.messageKey ?? '')))
        .map(({ html, any }) => {
          return `contrast untold: ${any[0]?.data?.messageKey} ${any[0]?.message ?? ''} ${html.slice(0, 120)}`
        }),
    ),
  ]
}

/** Goes once through the page by Tab. */
export async function keyboardFindings(page: Page): Promise<string[]> {
  await bringMeasures(page)
  const stops = await page.evaluate(() => (window as unknown as InPage).figures.startWalk())
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press('Tab')
    await page.evaluate(() => (window as unknown as InPage).figures.lookAtRing())
  }
  return page.evaluate(() => (window as unknown as InPage).figures.walkEnded())
}
