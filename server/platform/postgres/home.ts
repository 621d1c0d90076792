import fs from 'node:fs'
import path from 'node:path'
import { accountFor, canEnter, giveToOwnerOfParent, isRoot, type Account } from './account'
import { findPlace, makePlace } from './place-elsewhere'
import { StartupError, startupFailures } from './startup-error'

/** Everything that one embedded database has on disk, in one folder. */
export interface Home {
  folder: string
  /** PostgreSQL's own data folder. */
  cluster: string
  /** Marks of who starts or stops the database just now. */
  lockFolder: string
  /** Marks of who uses the database. */
  usersFolder: string
  log: string
  /** Leads to the folder of the socket. */
  socketLink: string
  /** Only when we are root. */
  account: Account | undefined
  onProgress: (sentence: string) => void
}

/** Makes the data folder, or finds it where the last start left it. */
export function settleHome(dataDir: string, onProgress: Home['onProgress']): Home {
  if (process.platform === 'win32') throw new StartupError(startupFailures.windows())
  const asked = makeFolders(path.resolve(dataDir))
  if (fs.existsSync(path.join(asked, 'PG_VERSION')))
    throw new StartupError(startupFailures.foreignCluster(asked))
  if (isRoot()) return settleAsRoot(asked, onProgress)
  fs.accessSync(asked, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK)
  return furnish(asked, undefined, onProgress)
}

/** The database runs as an unprivileged user, who may be unable to enter where root was told to keep the data. */
function settleAsRoot(asked: string, onProgress: Home['onProgress']): Home {
  const folder = findPlace(asked) ?? placeFor(asked)
  const account = accountOf(folder)
  if (!canEnter(folder, account)) throw new StartupError(startupFailures.accountShutOut(folder, account.name))
  if (folder !== asked) onProgress(`数据库文件放在 ${folder}(用户 ${account.name} 进不了 ${asked})`)
  return furnish(folder, account, onProgress)
}

function placeFor(asked: string): string {
  const account = accountOf(asked)
  const hasData = fs.existsSync(clusterIn(asked))
  return hasData || canEnter(asked, account) ? asked : makePlace(asked, account)
}

function accountOf(folder: string): Account {
  return accountFor([clusterIn(folder), folder])
}

function clusterIn(folder: string): string {
  return path.join(folder, 'cluster')
}

function furnish(folder: string, account: Account | undefined, onProgress: Home['onProgress']): Home {
  const within = (name: string) => path.join(folder, name)
  return {
    folder,
    cluster: clusterIn(folder),
    lockFolder: makeFolders(within('lock')),
    usersFolder: makeFolders(within('users')),
    log: within('server.log'),
    socketLink: within('socket'),
    account,
    onProgress,
  }
}

/** Makes what is missing and answers the real path. Root's folders let others pass through, but not look around. */
function makeFolders(folder: string): string {
  const first = fs.mkdirSync(folder, { recursive: true, mode: isRoot() ? 0o711 : 0o700 })
  for (const made of first === undefined ? [] : pathsDown(first, folder)) {
    if (isRoot()) fs.chmodSync(made, 0o711)
    giveToOwnerOfParent(made)
  }
  return fs.realpathSync(folder)
}

function pathsDown(from: string, to: string): string[] {
  return from === to ? [to] : [...pathsDown(from, path.dirname(to)), to]
}
