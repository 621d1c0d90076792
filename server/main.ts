import { readConfig } from '#server/platform/config'
import { StartupError } from '#server/platform/postgres/index'
import { startServer, type RunningServer } from '#server/start-server'

const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

/** Ctrl-C, also while it is still starting: what was started is stopped. */
function stopOnSignal(starting: Promise<RunningServer>): void {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    say('正在关闭…')
    starting
      .then((running) => running.stop())
      .then(() => process.exit(0))
      .catch(fail)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
}

async function main(): Promise<void> {
  const starting = startServer(readConfig(process.env), say)
  stopOnSignal(starting)
  const running = await starting
  say(`邻里已经打开：${running.url}`)
  if (running.demoSignIn) say('这是演示社区：打开后选一个人登录，比如住户阿梅、网格员张师傅、社区王敏。')
}

function fail(error: unknown): void {
  const sentence =
    error instanceof StartupError
      ? error.message
      : `没有启动：${String(error instanceof Error ? error.stack : error)}`
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

main().catch(fail)
