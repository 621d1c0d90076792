/** Adds to package-lock.json the platform packages that npm left out. Run after every change of dependencies. */
import { readFileSync, writeFileSync } from 'node:fs'
import { completed, missingPlatformPackages, type Lockfile } from './lockfile'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile
const missing = missingPlatformPackages(lock)
writeFileSync('package-lock.json', `${JSON.stringify(completed(lock), null, 2)}\n`)
console.log(`package-lock.json: ${missing.length} platform packages added.`)
