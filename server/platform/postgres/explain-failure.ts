import fs from 'node:fs'
import os from 'node:os'
import { StartupError, startupFailures } from './startup-error'

/** Below this a database can neither be made nor started. */
const LEAST_FREE_BYTES = 4 * 1024 * 1024

/** Turns whatever went wrong while starting into a sentence for the person at the terminal. */
export function explainFailure(error: unknown, folder: string): StartupError {
  if (error instanceof StartupError) return error
  return new StartupError(sentenceFor(error, folder), { cause: error })
}

function sentenceFor(error: unknown, folder: string): string {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return startupFailures.diskFull(folder)
    case 'EACCES':
    case 'EPERM':
      return startupFailures.folderDenied(folder, currentUser())
    case 'EROFS':
      return startupFailures.readOnly(folder)
    case 'ENOTDIR':
    case 'EEXIST':
      return startupFailures.notAFolder(folder)
    default:
      return startupFailures.unexpected(reasonOf(error))
  }
}

/** A container may run as a user id that has no name. */
export function currentUser(): string {
  try {
    return os.userInfo().username
  } catch {
    return String(process.getuid?.())
  }
}

/** The code of a system error (`ENOENT`, …). Not by class: jest's errors of Node are of another realm. */
export function errorCode(error: unknown): string | undefined {
  const code = isObject(error) ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

function reasonOf(error: unknown): string {
  return isObject(error) && typeof error.message === 'string' ? error.message : String(error)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** A program of PostgreSQL failed on a full disk. Its log may be on that disk and lack the line, so ask the disk too. */
export function failedOnFullDisk(output: string, folder: string): boolean {
  return /No space left on device|Disk quota exceeded/.test(output) || freeBytes(folder) < LEAST_FREE_BYTES
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = fs.statfsSync(folder)
  return bavail * bsize
}

/** The line of PostgreSQL's output that says why it gave up. */
export function decisiveLine(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  const decisive = lines.filter((line) => /\b(FATAL|PANIC|error):/i.test(line)).pop()
  return (decisive ?? lines.pop() ?? '').trim()
}
