/** Fails when package-lock.json would not install the same on every platform. */
import { readFileSync } from 'node:fs'
import { lockfileProblems, type Lockfile, type Manifest } from './lockfile'
import { report } from './report'

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T
const problems = lockfileProblems(read<Lockfile>('package-lock.json'), read<Manifest>('package.json'))
if (/^\s*(@[^:]+:)?registry\s*=/m.test(readFileSync('.npmrc', 'utf8')))
  problems.push('.npmrc names a registry')
report('package-lock.json installs on every platform', problems)
