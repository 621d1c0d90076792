import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { errorCode } from './explain-failure'
import { StartupError, startupFailures } from './startup-error'

/** The user that PostgreSQL runs as when we are root, because PostgreSQL refuses root. Others run it as themselves. */
export interface Account {
  name: string
  uid: number
  gid: number
}

/** In order of preference; `_postgres` is macOS. */
const UNPRIVILEGED = ['postgres', '_postgres', 'nobody']

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** Whoever owns the data goes on using it, so that root locks nobody out; new data goes to an unprivileged user. */
export function accountFor(folders: string[]): Account {
  for (const folder of folders) {
    const owner = fs.statSync(folder, { throwIfNoEntry: false })
    if (owner && owner.uid !== 0) return { name: nameOf(owner.uid), uid: owner.uid, gid: owner.gid }
  }
  const account = UNPRIVILEGED.flatMap((name) => accounts().filter((entry) => entry.name === name))[0]
  if (!account) throw new StartupError(startupFailures.noAccount())
  return account
}

function nameOf(uid: number): string {
  return accounts().find((entry) => entry.uid === uid)?.name ?? String(uid)
}

function accounts(): Account[] {
  return fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid }) => name !== '' && uid > 0)
}

const PATH = '/usr/local/bin:/usr/bin:/bin'

/** Options to start a program of PostgreSQL with: the right user, and nothing of our environment, which has secrets. */
export function programOptions(account: Account | undefined, variables: Record<string, string> = {}) {
  const env = { PATH, LC_ALL: 'C', ...variables }
  return { cwd: '/', env, ...(account && { uid: account.uid, gid: account.gid }) }
}

/** Tries it as that user, because mode bits alone don't tell: parents, access lists and mounts count too. */
export function canEnter(folder: string, account: Account): boolean {
  return succeedsAs(account, 'cd "$1"', folder)
}

/** Runs a line of shell as that user. */
export function succeedsAs(account: Account | undefined, line: string, argument: string): boolean {
  const options = { ...programOptions(account), stdio: 'ignore' } as const
  const { error, status } = spawnSync('/bin/sh', ['-c', line, 'sh', argument], options)
  if (error && account && ['EPERM', 'EINVAL'].includes(errorCode(error) ?? '')) {
    throw new StartupError(startupFailures.accountRefused(account.name, error.message), { cause: error })
  }
  return status === 0
}

/** What root makes in somebody's folder belongs to that somebody. */
export function giveToOwnerOfParent(made: string): void {
  if (!isRoot()) return
  const { uid, gid } = fs.statSync(path.dirname(made))
  if (uid !== 0) fs.lchownSync(made, uid, gid)
}

/** Gives a folder and everything in it to the account. */
export function giveTo(account: Account, folder: string): void {
  fs.lchownSync(folder, account.uid, account.gid)
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const inside = path.join(folder, entry.name)
    if (entry.isDirectory()) giveTo(account, inside)
    else fs.lchownSync(inside, account.uid, account.gid)
  }
}
