import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { errorCode } from './explain-failure'

/** One symbolic link that npm could not pack; both paths are relative to the package. */
interface PackedLink {
  source: string
  target: string
}

/**
 * Makes the links that the package's install script would have made (libraries are found by them); installs
 * without scripts leave them out. Answers false if they are missing and can't be made here.
 */
export function restoreLinks(packageFolder: string): boolean {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json')
  if (!fs.existsSync(list)) return true
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as PackedLink[]
  return links.every(({ source, target }) =>
    restoreLink(path.join(packageFolder, source), path.join(packageFolder, target)),
  )
}

function restoreLink(source: string, target: string): boolean {
  if (fs.existsSync(target)) return true
  try {
    makeLink(path.relative(path.dirname(target), source), target)
  } catch (error) {
    if (!['EROFS', 'EACCES', 'EPERM', 'ENOSPC'].includes(errorCode(error) ?? '')) throw error
  }
  return fs.existsSync(target)
}

/** By renaming: it replaces a link that leads nowhere, and two processes that do it at once don't see each other. */
function makeLink(leadsTo: string, target: string): void {
  const draft = `${target}.${randomBytes(4).toString('hex')}`
  fs.symlinkSync(leadsTo, draft)
  fs.renameSync(draft, target)
}
