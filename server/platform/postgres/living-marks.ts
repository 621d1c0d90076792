import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { identify, isLiving, type ProcessIdentity } from './process-identity'

/**
 * A mark in a folder counts as long as the process that left it lives. Nobody has to clean up after a kill -9: a
 * mark is an empty file whose name tells the process, so it is never half written and never somebody else's.
 */
export interface Mark extends ProcessIdentity {
  file: string
}

/** Leaves one more mark of this process. */
export function leaveMark(folder: string): Mark {
  const self = identify(process.pid)
  if (!self) throw new Error('a process cannot see itself: is /proc mounted?')
  const file = path.join(folder, `${self.pid}_${self.born}_${randomBytes(4).toString('hex')}`)
  fs.closeSync(fs.openSync(file, 'wx', 0o600))
  return { ...self, file }
}

export function removeMark({ file }: Mark): void {
  fs.rmSync(file, { force: true })
}

/** The marks of living processes. Sweeps away those of dead ones. */
export function livingMarks(folder: string): Mark[] {
  const marks = fs.readdirSync(folder).flatMap((name) => readMark(folder, name))
  const living = marks.filter(isLiving)
  marks.filter((mark) => !living.includes(mark)).forEach(removeMark)
  return living
}

function readMark(folder: string, name: string): Mark[] {
  const [pid, born] = name.split('_')
  return Number(pid) > 0 && born ? [{ pid: Number(pid), born, file: path.join(folder, name) }] : []
}
