import type { Page } from 'playwright-core'

/** Collects what would be red or yellow in DevTools' console. */
export function collectErrors(page: Page): string[] {
  const errors: string[] = []
  const requests = new Set<string>()
  page.on('request', (request) => {
    if (request.resourceType() === 'fetch') requests.add(request.url())
  })
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    // the browser comments on every 4xx; to wx.request they are answers like others
    const isAboutRequest =
      message.text().startsWith('Failed to load resource') && requests.has(message.location().url)
    if (!isAboutRequest) errors.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => errors.push(`uncaught: ${error.stack ?? error.message}`))
  return errors
}
