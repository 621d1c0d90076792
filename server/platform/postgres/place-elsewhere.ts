import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { canEnter, type Account } from './account'
import { errorCode } from './explain-failure'
import { StartupError, startupFailures } from './startup-error'

/**
 * Where root keeps the data when the unprivileged user can't enter the folder that was asked for, such as a
 * checkout under /root. A note in that folder tells the place, so the data goes with the folder: who deletes the
 * folder starts afresh, who moves it takes the data along, who copies it gets a database of its own.
 */
const PARENTS = ['/var/lib', '/var/db', '/opt'] // all of them survive a reboot
const NOTE = 'data-place.txt'
const OWNER = 'belongs-to.txt'

/** The place that an earlier start made for this folder. */
export function findPlace(asked: string): string | undefined {
  const place = readLine(path.join(asked, NOTE))
  if (place === undefined) return undefined
  if (!fs.existsSync(place)) throw new StartupError(startupFailures.placeGone(place, path.join(asked, NOTE)))
  const owner = readLine(path.join(place, OWNER)) ?? asked
  if (owner === asked) return place
  const wasCopied = readLine(path.join(owner, NOTE)) === place
  if (wasCopied) {
    fs.unlinkSync(path.join(asked, NOTE))
    return undefined
  }
  writeOnce(path.join(place, OWNER), asked, fs.renameSync)
  return place
}

/** Makes a place; of two processes that do so at once, both get the place of the first. */
export function makePlace(asked: string, account: Account): string {
  const place = PARENTS.map((parent) => tryPlace(parent, account)).find((made) => made !== undefined)
  if (place === undefined) throw new StartupError(startupFailures.noPlace(asked, account.name))
  writeOnce(path.join(place, OWNER), asked, fs.renameSync)
  try {
    writeOnce(path.join(asked, NOTE), place, fs.linkSync)
  } catch (error) {
    fs.rmSync(place, { recursive: true })
    if (errorCode(error) !== 'EEXIST') throw error
  }
  return readLine(path.join(asked, NOTE)) ?? place
}

function tryPlace(parent: string, account: Account): string | undefined {
  const place = path.join(parent, `linli-${randomBytes(4).toString('hex')}`)
  try {
    fs.mkdirSync(place)
    fs.chmodSync(place, 0o711)
  } catch {
    return undefined // read-only, or not there on this system
  }
  if (canEnter(place, account)) return place
  fs.rmdirSync(place)
  return undefined
}

/** The file appears complete or not at all: `finish` links (the first one wins) or renames (the last one wins). */
function writeOnce(file: string, line: string, finish: (from: string, to: string) => void): void {
  const draft = `${file}.${randomBytes(4).toString('hex')}`
  fs.writeFileSync(draft, `${line}\n`, { flush: true })
  try {
    finish(draft, file)
  } finally {
    fs.rmSync(draft, { force: true })
  }
}

function readLine(file: string): string | undefined {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : undefined
}
