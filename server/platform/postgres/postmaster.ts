import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { readPostmasterFile, type PostmasterFile } from './postmaster-file'
import { identify, isLiving, worksIn, type ProcessIdentity } from './process-identity'
import { removeSocketFolder } from './socket-folder'

/** A living PostgreSQL server: its first process, parent of all others. */
export interface Postmaster extends PostmasterFile, ProcessIdentity {}

/** Fast shutdown writes a checkpoint, which a slow disk draws out. */
const FAST_SHUTDOWN_MS = 60_000
const IMMEDIATE_SHUTDOWN_MS = 15_000

/** The living server of this data folder. A leftover file, a zombie, or a stranger who got its process id are none. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const file = readPostmasterFile(cluster)
  const identity = file && identify(file.pid)
  return identity && worksIn(file.pid, fs.realpathSync(cluster)) ? { ...file, ...identity } : undefined
}

/** Ends all sessions, then the server, and waits until it is gone. */
export async function shutDown(postmaster: Postmaster): Promise<void> {
  const stages = [
    { signal: 'SIGINT', patience: FAST_SHUTDOWN_MS }, // fast: sessions end, everything is written
    { signal: 'SIGQUIT', patience: IMMEDIATE_SHUTDOWN_MS }, // immediate: the next start recovers; nothing is lost
  ] as const
  for (const { signal, patience } of stages) {
    if (await isGoneAfter(signal, postmaster, patience)) return removeSocketFolder(postmaster.host)
  }
  throw new Error(`PostgreSQL (process ${postmaster.pid}) does not stop`)
}

async function isGoneAfter(
  signal: NodeJS.Signals,
  postmaster: Postmaster,
  patience: number,
): Promise<boolean> {
  if (isLiving(postmaster)) process.kill(postmaster.pid, signal)
  for (const deadline = Date.now() + patience; isLiving(postmaster); await sleep(10)) {
    if (Date.now() > deadline) return false
  }
  return true
}
