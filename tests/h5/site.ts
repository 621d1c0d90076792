import type { Browser, BrowserContext, Page } from 'playwright-core'

/** Widths the design is drawn for. */
export const PHONE = { width: 375, height: 812 }
export const WIDE = { width: 1280, height: 800 }
/** How long anything that is waited for may take: much, since the machine may be busy. */
const PATIENCE_MS = 30_000

/** How somebody looks at the site. */
export interface Look {
  wide?: boolean
  care?: boolean
  dark?: boolean
}

/** Somebody at the site: the page, and everything the console complained about. */
export interface Visitor {
  page: Page
  context: BrowserContext
  complaints: string[]
  /** Requests to the API so far. */
  apiCalls: string[]
  close(): Promise<void>
}

/** Opens the site in a context of its own. */
export async function visit(
  browser: Browser,
  url: string,
  { wide = false, care = false, dark = false }: Look = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: wide ? WIDE : PHONE,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  const apiCalls: string[] = []
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return
    complaints.push(`${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname
    if (path.startsWith('/api/')) apiCalls.push(`${request.method()} ${path}`)
  })
  page.setDefaultTimeout(PATIENCE_MS)
  if (care)
    await context.addInitScript(() => localStorage.setItem('linli.care', JSON.stringify({ data: true })))
  await page.goto(url)
  return { page, context, complaints, apiCalls, close: () => context.close() }
}

/** Chooses a person on the sign-in page of a demo, and waits for home. */
export async function signInAs({ page }: Visitor, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await page.waitForURL(/pages\/home\/index/)
}
