import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

/** One process for ever: process ids are used again, a pair of id and start time is not. */
export interface ProcessIdentity {
  pid: number
  /** When it started, in a form that only equals itself. */
  born: string
}

/** Who has this process id now. A zombie (dead, its parent has not asked yet) is nobody: it holds nothing any more. */
export function identify(pid: number): ProcessIdentity | undefined {
  const born = process.platform === 'linux' ? bornOnLinux(pid) : bornElsewhere(pid)
  return born === undefined ? undefined : { pid, born }
}

export function isLiving({ pid, born }: ProcessIdentity): boolean {
  return identify(pid)?.born === born
}

/** Does this process work in this folder? Every PostgreSQL makes its data folder its working folder. */
export function worksIn(pid: number, folder: string): boolean {
  if (process.platform !== 'linux') return commandLineElsewhere(pid).includes(folder)
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch {
    return readProc(`${pid}/cmdline`)?.includes(folder) ?? false // another user's process hides its folder
  }
}

/** Clock ticks since boot (field 22; the name in field 2 may hold spaces and brackets), and which boot that was. */
function bornOnLinux(pid: number): string | undefined {
  const stat = readProc(`${pid}/stat`)
  if (stat === undefined) return undefined
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state, ticks] = [fields[0], fields[19]]
  if (ticks === undefined || state === 'Z' || state === 'X') return undefined
  return `${ticks}.${bootId()}`
}

function bootId(): string {
  return readProc('sys/kernel/random/boot_id')?.slice(0, 8) ?? ''
}

function readProc(file: string): string | undefined {
  try {
    return fs.readFileSync(`/proc/${file}`, 'utf8')
  } catch {
    return undefined
  }
}

function bornElsewhere(pid: number): string | undefined {
  const [state, ...started] = askPs(pid, 'stat=', 'lstart=').split(/\s+/)
  if (!state || state.startsWith('Z')) return undefined
  return String(Date.parse(started.join(' ')))
}

function commandLineElsewhere(pid: number): string {
  return askPs(pid, 'args=')
}

function askPs(pid: number, ...columns: string[]): string {
  const options = columns.flatMap((column) => ['-o', column])
  const answer = spawnSync('ps', ['-ww', ...options, '-p', String(pid)], {
    encoding: 'utf8',
    env: { LC_ALL: 'C' },
  })
  return (answer.stdout ?? '').trim()
}
