import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { canEnter, isRoot, type Account } from './account'
import type { Home } from './home'
import { identify } from './process-identity'
import { StartupError, startupFailures } from './startup-error'

/** PostgreSQL names its socket after the port. */
export const PORT = 5432

/** The kernel allows 107 bytes on Linux, 103 on macOS. */
const LONGEST_PATH = 100
const PREFIX = 'linli-'
const SOCKET = `.s.PGSQL.${PORT}`
const LOCK = `${SOCKET}.lock`

/**
 * A new folder with a short name that only PostgreSQL's user (and root) may enter. Nobody can guess it beforehand;
 * who wants to adopt the database reads its name in postmaster.pid, a person follows the link beside the data. The
 * folder before it goes: PostgreSQL may have ended without us. For the holder of the lock.
 */
export function makeSocketFolder({ account, socketLink }: Home): string {
  if (fs.lstatSync(socketLink, { throwIfNoEntry: false })) {
    const before = fs.readlinkSync(socketLink)
    if (!isListening(before)) removeSocketFolder(before)
    fs.unlinkSync(socketLink)
  }
  const folder = newFolder(account)
  fs.symlinkSync(folder, socketLink)
  return folder
}

/** A copied data folder has a link to the socket of the original, which may be running. */
function isListening(folder: string): boolean {
  const lock = path.join(folder, LOCK)
  if (!fs.existsSync(lock)) return false
  const pid = Number(fs.readFileSync(lock, 'utf8').split('\n')[0])
  return pid > 0 && identify(pid) !== undefined
}

function newFolder(account: Account | undefined): string {
  const parents = isRoot() ? ['/tmp', '/var/tmp', os.tmpdir()] : [os.tmpdir(), '/tmp', '/var/tmp']
  for (const parent of parents) {
    const folder = tryFolder(parent, account)
    if (folder !== undefined) return folder
  }
  throw new StartupError(startupFailures.noSocketPlace())
}

function tryFolder(parent: string, account: Account | undefined): string | undefined {
  if (Buffer.byteLength(path.join(parent, `${PREFIX}XXXXXX`, SOCKET)) > LONGEST_PATH) return undefined
  try {
    const folder = fs.mkdtempSync(path.join(parent, PREFIX))
    if (!account) return folder
    fs.chownSync(folder, account.uid, account.gid)
    if (canEnter(folder, account)) return folder
    fs.rmdirSync(folder)
  } catch {
    // not writable: the next one
  }
  return undefined
}

/** PostgreSQL removes its socket when it stops, but not the folder; a killed one leaves both. */
export function removeSocketFolder(folder: string): void {
  if (!path.basename(folder).startsWith(PREFIX)) return
  try {
    for (const name of [SOCKET, LOCK]) fs.rmSync(path.join(folder, name), { force: true })
    fs.rmdirSync(folder)
  } catch {
    // already gone
  }
}
