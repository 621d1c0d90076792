import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { h5EntrySize, LIMITS, packageSizes, sizeProblems } from './check-sizes'

let dist: string
const write = (file: string, content: string | Buffer) => {
  mkdirSync(path.dirname(path.join(dist, file)), { recursive: true })
  writeFileSync(path.join(dist, file), content)
}

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined)
  dist = mkdtempSync(path.join(os.tmpdir(), 'linli-sizes-'))
  write('weapp/app.json', JSON.stringify({ subPackages: [{ root: 'features/matters' }] }))
  write('weapp/features/matters/a.js', Buffer.alloc(100))
  write(
    'h5/index.html',
    '<link href="/css/a.css" rel="stylesheet"><script defer="defer" src="/js/app.js"></script>',
  )
  write('h5/css/a.css', 'a')
  write('h5/js/app.js', 'b')
})
afterEach(() => {
  jest.restoreAllMocks()
  rmSync(dist, { recursive: true })
})

it('counts a file for the package it lies in', () => {
  write('weapp/app.js', Buffer.alloc(1000))
  write('weapp/app.js.map', Buffer.alloc(5000))
  write('weapp/.built-from', 'x')
  const appJson = Buffer.byteLength(JSON.stringify({ subPackages: [{ root: 'features/matters' }] }))
  expect(packageSizes(path.join(dist, 'weapp'))).toEqual(
    new Map([
      ['', 1000 + appJson],
      ['features/matters/', 100],
    ]),
  )
})

it('accepts what is small enough', () => {
  expect(sizeProblems(dist)).toEqual([])
})

it('refuses a package or an entry over its limit', () => {
  write('weapp/app.js', Buffer.alloc(LIMITS.main))
  write('weapp/features/matters/a.js', Buffer.alloc(LIMITS.subpackage + 1))
  write('h5/js/app.js', randomBytes(LIMITS.h5Entry + 1))
  expect(sizeProblems(dist)).toHaveLength(3)
})

it('counts only what index.html loads', () => {
  write('h5/js/lazy.js', randomBytes(LIMITS.h5Entry))
  expect(h5EntrySize(path.join(dist, 'h5'))).toBeLessThan(100)
})

it('says what is not built', () => {
  rmSync(path.join(dist, 'weapp'), { recursive: true })
  expect(sizeProblems(dist)).toEqual(['dist/weapp/app.json is not there: npm run build:weapp'])
})
