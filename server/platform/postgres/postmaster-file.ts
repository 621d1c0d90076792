import fs from 'node:fs'
import path from 'node:path'

/** What PostgreSQL writes into postmaster.pid, line by line as it gets on. */
export interface PostmasterFile {
  pid: number
  port: number
  /** The folder of its socket. */
  host: string
  status: 'starting' | 'ready' | 'stopping'
}

/** Longer than PostgreSQL takes between making the file and writing into it. */
const EMPTY_FOR_MS = 1_000

/** Reads postmaster.pid, which also survives its process; undefined when there is none (or nothing in it yet). */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  const lines = readLines(fileIn(cluster))
  const pid = Math.abs(Number(lines[0])) // negative: a single-user session
  if (!Number.isInteger(pid) || pid === 0) return undefined
  return { pid, port: Number(lines[3] ?? 0), host: lines[4] ?? '', status: readStatus(lines[7]) }
}

function readStatus(line: string | undefined): PostmasterFile['status'] {
  return line === 'ready' || line === 'stopping' ? line : 'starting'
}

function readLines(file: string): string[] {
  try {
    return fs
      .readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.trim())
  } catch {
    return []
  }
}

/** A power cut can leave an empty file, which PostgreSQL would not start over. */
export function removeEmptyFile(cluster: string): void {
  const found = fs.statSync(fileIn(cluster), { throwIfNoEntry: false })
  if (found?.size === 0 && Date.now() - found.mtimeMs > EMPTY_FOR_MS)
    fs.rmSync(fileIn(cluster), { force: true })
}

function fileIn(cluster: string): string {
  return path.join(cluster, 'postmaster.pid')
}
