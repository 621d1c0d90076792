import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const UNFINISHED = '.unfinished-'

/** Builds a folder under another name: only a complete one gets its own. For the holder of the lock. */
export async function buildFolder(target: string, build: (folder: string) => Promise<void>): Promise<void> {
  const folder = `${target}${UNFINISHED}${randomBytes(4).toString('hex')}`
  try {
    fs.mkdirSync(folder)
    await build(folder)
    fs.renameSync(folder, target)
    makeDurable(path.dirname(target))
  } catch (error) {
    remove(folder)
    throw error
  }
}

/** What a process that was killed while building left behind. For the holder of the lock. */
export function removeUnfinished(parent: string): void {
  const unfinished = fs.readdirSync(parent).filter((name) => name.includes(UNFINISHED))
  unfinished.forEach((name) => remove(path.join(parent, name)))
}

/** An initdb that outlived its parent may still be writing there: what can't be removed now, the next start will. */
function remove(folder: string): void {
  try {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  } catch {
    // it is in nobody's way
  }
}

/** After a power cut a file or folder is there only if what lists it was written down too. */
export function makeDurable(fileOrFolder: string): void {
  const descriptor = fs.openSync(fileOrFolder, 'r')
  try {
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}
