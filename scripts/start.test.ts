import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import os from 'node:os'
import path from 'node:path'

let checkout: string
const started: ChildProcess[] = []
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(checkout, file)), { recursive: true })
  writeFileSync(path.join(checkout, file), text)
}

/** Taro's builder, played by a script that takes a moment. */
const BUILDER = `
  const fs = require('fs')
  setTimeout(() => {
    fs.mkdirSync('dist/h5', { recursive: true })
    fs.appendFileSync('dist/h5/builds', 'x')
    fs.writeFileSync('dist/h5/index.html', '')
  }, 500)`
const SERVER = `
  process.on('SIGTERM', () => process.exit(7))
  setInterval(() => undefined, 1000)
  console.log('listening')`

interface Started {
  process: ChildProcess
  printed: string
  code: number | null
}

/** Starts, until it listens or ends. */
async function start(command = process.execPath, argument = 'scripts/start.cjs'): Promise<Started> {
  const child = spawn(command, [argument], { cwd: checkout })
  started.push(child)
  let printed = ''
  const ended = once(child, 'close')
  const listening = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        printed += chunk.toString()
        if (printed.includes('listening')) resolve()
      })
    }
  })
  await Promise.race([listening, ended])
  return { process: child, printed, code: child.exitCode }
}

/** One x for each time the site was built. */
const builds = () => readFileSync(path.join(checkout, 'dist/h5/builds'), 'utf8')

beforeEach(() => {
  checkout = mkdtempSync(path.join(os.tmpdir(), 'linli-start-'))
  cpSync('scripts', path.join(checkout, 'scripts'), { recursive: true })
  write('package.json', '{}')
  write('server/main.ts', SERVER)
  write('server/places/sheets/sheet-worker.ts', '')
  write('server/votes/prints/vote-paper-worker.ts', '')
  write('server/rounds/sessions/minutes/minutes-worker.ts', '')
  write('server/rounds/report/report-worker.ts', '')
  write('server/platform/content-check/words/insult.txt', '')
  write('node_modules/@tarojs/cli/bin/taro', BUILDER)
  for (const name of ['tsx', 'esbuild']) {
    symlinkSync(path.resolve('node_modules', name), path.join(checkout, 'node_modules', name))
  }
})
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  rmSync(checkout, { recursive: true })
})

it('builds the site the first time, says so, and starts at once the second time', async () => {
  const first = await start()
  expect(first.printed).toContain('正在构建H5 站点')
  expect(first.printed).toContain('H5 站点构建完成')
  expect(builds()).toBe('x')
  expect((await start()).printed).toBe('listening\n')
})

it('bundles the server again when its sources changed', async () => {
  await start()
  write('server/main.ts', SERVER.replace("'listening'", "'newly listening'"))
  expect((await start()).printed).toBe('newly listening\n')
})

it('is the server: its signals and exit code', async () => {
  const { process: server } = await start()
  server.kill('SIGTERM')
  await expect(once(server, 'close')).resolves.toEqual([7, null])
})

it('ends with npm, whose shell passes no signals on', async () => {
  write('package.json', JSON.stringify({ scripts: { start: 'node scripts/start.cjs' } }))
  write('server/main.ts', `require('fs').writeFileSync('pid', String(process.pid));${SERVER}`)
  const npm = await start('npm', 'start')
  const pid = Number(readFileSync(path.join(checkout, 'pid'), 'utf8'))
  const isAlive = () => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }
  expect(isAlive()).toBe(true)
  npm.process.kill('SIGTERM')
  while (isAlive()) await new Promise((resolve) => setTimeout(resolve, 50))
})

it('builds once when two start at the same time', async () => {
  const printed = (await Promise.all([start(), start()])).map((each) => each.printed)
  expect(builds()).toBe('x')
  expect(printed.every((text) => text.includes('listening'))).toBe(true)
})

it('says what failed and exits with 1 when the site does not build', async () => {
  write('node_modules/@tarojs/cli/bin/taro', "console.error('no such page'); process.exit(3)")
  const { printed, code } = await start()
  expect(printed).toContain('没能启动')
  expect(printed).toContain('no such page')
  expect(code).toBe(1)
})
