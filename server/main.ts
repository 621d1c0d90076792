import { readConfig } from '#server/platform/config'
import { StartupError } from '#server/platform/postgres/index'
import { startServer } from '#server/start-server'

const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

async function main(): Promise<void> {
  const running = await startServer(readConfig(process.env), say)
  say(`邻里已经打开：${running.url}`)
  if (running.demoSignIn) say('这是演示社区：打开后选一个人登录，比如住户阿梅、网格员张师傅、社区王敏。')
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    say('正在关闭…')
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

function fail(error: unknown): void {
  const sentence = error instanceof StartupError ? error.message : `没有启动：${String(error instanceof Error ? error.stack : error)}`
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

main().catch(fail)
