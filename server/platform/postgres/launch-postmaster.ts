import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { giveToOwnerOfParent, programOptions } from './account'
import { answers } from './connection'
import { decisiveLine, failedOnFullDisk } from './explain-failure'
import type { Home } from './home'
import { findPostmaster, type Postmaster } from './postmaster'
import { readPostmasterFile, removeEmptyFile } from './postmaster-file'
import type { Programs } from './programs'
import { programsUnusable } from './run-program'
import { makeSocketFolder, PORT, removeSocketFolder } from './socket-folder'
import { StartupError, startupFailures } from './startup-error'
import { tellLater } from './tell-later'

const LARGEST_LOG_BYTES = 5 * 1024 * 1024
/** Recovery after a power cut may take minutes. */
const LONGEST_START_MS = 10 * 60_000

/** Processes of a server that was killed are still dying, or another one came first. */
const REMAINS = /shared memory block .* is still in use|lock file "postmaster\.pid" (already exists|is empty)/

/**
 * Starts PostgreSQL and waits until it answers. It outlives us (our successor adopts it), so that a killed Node
 * leaves no half-finished recovery. Undefined: something still holds the data; look again in a moment.
 */
export async function launchPostmaster(
  home: Home,
  { postgres }: Programs,
  settings: Record<string, string>,
): Promise<Postmaster | undefined> {
  removeEmptyFile(home.cluster)
  const stale = readPostmasterFile(home.cluster)
  const host = makeSocketFolder(home)
  const log = openLog(home)
  const child = spawn(postgres, postgresArguments(home, host, settings), {
    ...programOptions(home.account, stale && notARival(stale.pid)),
    stdio: ['ignore', log.descriptor, log.descriptor],
    detached: true, // Ctrl-C in the terminal is for us; we stop it in order
  })
  fs.closeSync(log.descriptor)
  child.unref()
  const postmaster = await waitUntilReady(child, home, postgres)
  if (postmaster) return postmaster
  removeSocketFolder(host)
  const output = readFrom(home.log, log.size)
  if (REMAINS.test(output)) return undefined
  const isFull = failedOnFullDisk(output, home.folder)
  const { diskFull, died } = startupFailures
  throw new StartupError(isFull ? diskFull(home.folder) : died(decisiveLine(output), home.log))
}

/**
 * A process id that a dead server left in postmaster.pid may be a zombie's or a stranger's by now; PostgreSQL would
 * take it for a rival. It believes that its grandparent's is harmless (pg_ctl uses this), and still refuses when
 * processes of the dead server hold its shared memory.
 */
function notARival(pid: number): Record<string, string> {
  return { PG_GRANDPARENT_PID: String(pid) }
}

/** What comes last wins: only through the private socket, and with messages that we can read. */
function postgresArguments({ cluster }: Home, host: string, settings: Record<string, string>): string[] {
  const socket = { listen_addresses: '', unix_socket_directories: host, port: String(PORT) }
  const all = { log_checkpoints: 'off', ...settings, ...socket, lc_messages: 'C' }
  return ['-D', cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** Undefined: it ended instead. */
async function waitUntilReady(
  child: ChildProcess,
  home: Home,
  program: string,
): Promise<Postmaster | undefined> {
  const deadline = Date.now() + LONGEST_START_MS
  const tell = tellLater(home.onProgress)
  let failure: Error | undefined
  child.once('error', (error) => (failure = error))
  for (;;) {
    await sleep(10)
    if (failure) throw programsUnusable(program, failure)
    if (child.exitCode !== null || child.signalCode !== null) return undefined
    const found = findPostmaster(home.cluster)
    if (found && found.pid === child.pid && found.status === 'ready' && (await answers(found))) return found
    tell('数据库正在启动,可能在恢复上次没有写完的内容…')
    if (Date.now() > deadline) {
      child.kill('SIGQUIT')
      throw new StartupError(startupFailures.tooSlow(home.log))
    }
  }
}

function openLog({ log }: Home): { descriptor: number; size: number } {
  const size = fs.statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size > LARGEST_LOG_BYTES) fs.renameSync(log, `${log}.1`)
  const descriptor = fs.openSync(log, 'a', 0o600)
  giveToOwnerOfParent(log)
  return { descriptor, size: fs.fstatSync(descriptor).size }
}

function readFrom(file: string, position: number): string {
  return fs.readFileSync(file).subarray(position).toString()
}
