import { chromium, type Browser } from 'playwright-core'

const EXECUTABLE = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

let browser: Promise<Browser> | undefined
let users = 0

/** One Chromium for all phones of a process: started by the first, closed by the last. */
export function borrowBrowser(): Promise<Browser> {
  users += 1
  browser ??= chromium.launch({
    executablePath: EXECUTABLE,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  })
  return browser
}

export async function returnBrowser(): Promise<void> {
  users -= 1
  if (users > 0) return
  const last = browser
  browser = undefined
  await (await last)?.close()
}
