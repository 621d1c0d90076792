/** Development: the server with reload, and the watching build of one platform when asked for (`h5` or `weapp`). */
import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { forgetBuild } from './build-once'
import { ROOT } from './targets'

const SERVER = ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/main.ts']
const watchOf = (platform: 'h5' | 'weapp') => [
  'node_modules/@tarojs/cli/bin/taro',
  'build',
  '--type',
  platform,
  '--watch',
]

function run([script = '', ...args]: string[], mode: string): ChildProcess {
  return spawn(process.execPath, [path.join(ROOT, script), ...args], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: mode },
    stdio: 'inherit',
  })
}

/** When one part ends, so do the others. Ctrl-C reaches the parts from the terminal; a second signal would force them. */
function runTogether(parts: ChildProcess[]): void {
  let ending = false
  const endAll = () => {
    if (!ending) parts.forEach((part) => part.kill('SIGTERM'))
    ending = true
  }
  process.on('SIGINT', () => (ending = true))
  process.on('SIGTERM', endAll)
  for (const part of parts) {
    part.on('close', (code) => {
      process.exitCode ||= code ?? 0
      endAll()
    })
  }
}

const platform = process.argv[2]
const parts = [run(SERVER, 'development')]
if (platform === 'h5' || platform === 'weapp') {
  forgetBuild(platform)
  parts.push(run(watchOf(platform), 'development'))
}
runTogether(parts)
