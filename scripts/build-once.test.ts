import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { withBuildLock } from './build-lock'
import { fingerprint } from './fingerprint'

let root: string
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), text)
}

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'linli-build-'))
  write(
    'package.json',
    JSON.stringify({ imports: { '#core/*': './core/*/index.ts' }, scripts: { test: 'jest' } }),
  )
  write('src/app.tsx', 'a')
})
afterEach(() => rmSync(root, { recursive: true }))

describe('a fingerprint', () => {
  const now = () => fingerprint(root, ['src', 'babel.config.js'])

  it('changes with a file edited, added, renamed, or a build setting', () => {
    const seen = [now()]
    write('src/app.tsx', 'b')
    seen.push(now())
    write('src/pages/home.tsx', '')
    seen.push(now())
    rmSync(path.join(root, 'src/pages/home.tsx'))
    write('src/pages/house.tsx', '')
    seen.push(now())
    write('babel.config.js', '')
    seen.push(now())
    write('package.json', JSON.stringify({ browserslist: ['chrome 80'] }))
    seen.push(now())
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('stays the same for tests, other folders and scripts', () => {
    const before = now()
    write('src/app.test.tsx', 'a')
    write('server/main.ts', 'a')
    write(
      'package.json',
      JSON.stringify({ imports: { '#core/*': './core/*/index.ts' }, scripts: { test: 'other' } }),
    )
    expect(now()).toBe(before)
  })
})

describe('a build lock', () => {
  const lock = () => path.join(root, 'h5.lock')
  const never = () => {
    throw new Error('should not have waited')
  }

  it('lets the second of two wait until the first is done', async () => {
    const events: string[] = []
    const first = withBuildLock(lock(), never, async () => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      events.push('first done')
    })
    await withBuildLock(
      lock(),
      () => events.push('second waits'),
      () => Promise.resolve(events.push('second done')),
    )
    await first
    expect(events).toEqual(['second waits', 'first done', 'second done'])
  })

  it('is taken over from a process that died', async () => {
    writeFileSync(lock(), '999999999')
    await expect(withBuildLock(lock(), never, () => Promise.resolve('built'))).resolves.toBe('built')
  })

  it('is given back when the build fails', async () => {
    await expect(withBuildLock(lock(), never, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(existsSync(lock())).toBe(false)
  })
})
