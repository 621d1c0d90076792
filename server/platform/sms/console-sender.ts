import type { SmsSender } from './sender'

/** For the demo only: shows the code to who sits at the server. `show` writes to its console, never into a log. */
export function createConsoleSender(show: (sentence: string) => void): SmsSender {
  return {
    send: (phone, code) => {
      show(`演示短信 → ${phone}：验证码 ${code}`)
      return Promise.resolve()
    },
  }
}
