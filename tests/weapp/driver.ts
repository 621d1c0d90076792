import type { ElementHandle, Page } from 'playwright-core'
import { startHarnessServer, type HarnessServer } from './harness-server'
import { collectErrors } from './phone-errors'
import type { Launch } from './runtime/bundle'
import { borrowBrowser, returnBrowser } from './shared-browser'
import { WxCalls, type WxAnswer, type WxOptions } from './wx-calls'

export type { WxAnswer, WxOptions } from './wx-calls'

/** How long an expectation waits for the screen: much, since the machine may be busy. */
const PATIENCE = 30_000

export interface OpenOptions {
  /** The built mini-program, such as `dist/weapp`. */
  dist: string
  /** The server under test, such as `http://127.0.0.1:41234`; every request of the app goes there. */
  baseUrl?: string
  /** What the phone has stored from earlier. */
  storage?: Record<string, unknown>
  /** Answers of `wx` APIs from the first moment on, see `MiniProgram.answer`. */
  wxOverrides?: Record<string, WxAnswer>
  /** Opens the app at a page, as a scanned code or a message does. */
  launch?: Partial<Launch>
}

/** Opens a mini-program on a phone of 375 × 812 points. */
export async function openMiniProgram(options: OpenOptions): Promise<MiniProgram> {
  const { dist, baseUrl, storage = {}, wxOverrides = {}, launch = {} } = options
  const calls = new WxCalls(wxOverrides)
  const state = { offline: false, storage }
  const server = await startHarnessServer({
    dist,
    baseUrl,
    settings: () => ({
      ...state,
      answers: calls.plain(),
      launch: { path: null, query: {}, scene: 1001, ...launch },
    }),
  })
  const browser = await borrowBrowser()
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  await page.exposeFunction('weappCall', (name: string, call: WxOptions) => calls.take(name, call))
  const phone = new MiniProgram(page, server, calls, state)
  try {
    await phone.start()
  } catch (error) {
    await phone.close()
    throw error
  }
  state.storage = {}
  return phone
}

/** A running mini-program, as the person who holds the phone sees it. */
export class MiniProgram {
  private readonly noted: string[]
  private isClosed = false

  constructor(
    /** Playwright's page, for what the methods below don't offer. */
    readonly page: Page,
    private readonly server: HarnessServer,
    private readonly wxCalls: WxCalls,
    private readonly state: { offline: boolean },
  ) {
    this.noted = collectErrors(page)
  }

  /** Opens the app; fails with the app's own words when it does not start. */
  async start(): Promise<void> {
    await this.page.goto(this.server.start)
    const isOpen = await this.page.evaluate(() => window.weapp !== undefined && window.weapp.path() !== '')
    if (!isOpen) throw new Error(`The mini-program did not start:\n${(await this.errors()).join('\n')}`)
  }

  /** Kills the app and opens it again. Storage and answers stay. */
  reload(): Promise<void> {
    return this.start()
  }

  /** Taps what is labelled or reads `words`; `which` chooses among equals, from 0. */
  async tap(words: string, which?: number): Promise<void> {
    const chosen = which ?? null
    await this.onElement(
      () =>
        this.page.waitForFunction(([it, nth]) => window.weapp.tappable(it, nth), [words, chosen] as const),
      (element) => element.tap(),
      () => this.page.evaluate((it) => window.weapp.whyNotTappable(it), words),
    )
  }

  /** Replaces the text of the field with this placeholder, aria-label, or label beside it. */
  async type(field: string, text: string): Promise<void> {
    await this.onElement(
      () => this.page.waitForFunction((it) => window.weapp.field(it), field),
      (element) => element.fill(text),
      async () => `No field is labelled "${field}"`,
    )
  }

  /** The words on the screen: the page shown and its tab bar. */
  text(): Promise<string> {
    return this.page.evaluate(() => window.weapp.text())
  }

  /** Waits until all of `words` are on the screen. */
  async expectText(...words: string[]): Promise<void> {
    for (const word of words) await this.waitForText(word)
  }

  async waitForText(words: string, timeout = PATIENCE): Promise<void> {
    const seen = this.page.waitForFunction((it) => window.weapp.shows(it), words, { timeout })
    await this.orElse(seen, async () => `"${words}" did not appear`)
  }

  /** Waits until `words` are gone from the screen. */
  async expectNoText(words: string, timeout = PATIENCE): Promise<void> {
    const gone = this.page.waitForFunction((it) => !window.weapp.shows(it), words, { timeout })
    await this.orElse(gone, async () => `"${words}" did not go away`)
  }

  /** The path of the page shown, such as `pages/home/index`. */
  currentPath(): Promise<string> {
    return this.page.evaluate(() => window.weapp.path())
  }

  /** Waits for a page to be shown; navigation is not instant. */
  async expectPath(path: string): Promise<void> {
    const shown = this.page.waitForFunction((it) => window.weapp.path() === it, path)
    await this.orElse(shown, async () => `Page ${path} was not shown, but ${await this.currentPath()}`)
  }

  /** What the page shown was opened with. */
  query(): Promise<Record<string, string>> {
    return this.page.evaluate(() => window.weapp.query())
  }

  /** The title in the navigation bar. */
  title(): Promise<string> {
    return this.page.evaluate(() => window.weapp.title())
  }

  /** The arrow in the navigation bar, or the phone's own way back. */
  goBack(): Promise<void> {
    return this.page.evaluate(() => window.weapp.goBack())
  }

  /** Pulls the page down to refresh it. */
  pullDown(): Promise<void> {
    return this.page.evaluate(() => window.weapp.pullDown())
  }

  /** Everything the app asked of an asynchronous `wx` API so far, `request` included. */
  async calls(name: string): Promise<WxOptions[]> {
    await this.settled()
    return this.wxCalls.of(name)
  }

  /** Says what a `wx` API answers from now on. Synchronous APIs take plain values only. */
  async answer(name: string, answer: WxAnswer): Promise<void> {
    this.wxCalls.set(name, answer)
    const plain = this.wxCalls.plain() as Record<string, object>
    await this.page.evaluate((it) => void (window.weappSettings.answers = it), plain)
  }

  /** Console errors, warnings and uncaught errors since the app was first opened. */
  async errors(): Promise<string[]> {
    await this.settled()
    return [...this.noted]
  }

  /** Pulls the plug: requests fail as they do without a network. */
  async setOffline(offline: boolean): Promise<void> {
    this.state.offline = offline
    await this.page.evaluate((it) => {
      window.weappSettings.offline = it
      window.weapp.networkChanged()
    }, offline)
  }

  /** Everything the app keeps on the phone. */
  storage(): Promise<Record<string, unknown>> {
    return this.page.evaluate(() => window.weapp.storage())
  }

  /** A local file's address as a picture that `chooseMedia` answers with and `uploadFile` can send. */
  file(path: string): string {
    return this.server.share(path)
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path })
  }

  async close(): Promise<void> {
    if (this.isClosed) return
    this.isClosed = true
    await this.page.context().close()
    await Promise.all([this.server.close(), returnBrowser()])
  }

  /** Whatever the page has already said has arrived here when this round trip is over. */
  private async settled(): Promise<void> {
    await this.page.evaluate(() => undefined)
  }

  /** Acts on an element; once more when the screen was redrawn in between. */
  private async onElement(
    find: () => Promise<{ asElement(): unknown }>,
    act: (element: ElementHandle<HTMLElement>) => Promise<void>,
    explain: () => Promise<string>,
  ): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const handle = await this.orElse(find(), explain)
      try {
        return await act(handle.asElement() as ElementHandle<HTMLElement>)
      } catch (error) {
        if (attempt === 3 || !String(error).includes('not attached')) throw error
      }
    }
  }

  /** A timeout says what was expected and what is on the screen instead. */
  private async orElse<T>(expected: Promise<T>, explain: () => Promise<string>): Promise<T> {
    try {
      return await expected
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error
      const [reason, path, text] = [await explain(), await this.currentPath(), await this.text()]
      throw new Error(`${reason}. On the screen (${path}):\n${text}`)
    }
  }
}
