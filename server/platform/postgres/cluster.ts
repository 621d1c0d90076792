import fs from 'node:fs'
import path from 'node:path'
import { giveTo } from './account'
import { currentUser, decisiveLine, errorCode, failedOnFullDisk } from './explain-failure'
import type { Home } from './home'
import type { PostgresPackage, Programs } from './programs'
import { runProgram } from './run-program'
import { StartupError, startupFailures } from './startup-error'
import { buildFolder } from './unfinished-folder'

/** Is there a database that this PostgreSQL can use? What it can't use is refused, never touched. */
export function hasCluster(home: Home, { major }: PostgresPackage): boolean {
  if (isMissingOrEmpty(home.cluster)) return false
  const found = readVersion(home)
  if (found !== major) throw new StartupError(startupFailures.otherVersion(home.cluster, found, major))
  const { uid } = fs.statSync(home.cluster)
  if (!home.account && uid !== process.getuid?.()) {
    throw new StartupError(startupFailures.folderDenied(home.cluster, currentUser()))
  }
  return true
}

function isMissingOrEmpty(folder: string): boolean {
  return !fs.existsSync(folder) || fs.readdirSync(folder).length === 0
}

function readVersion({ cluster }: Home): string {
  try {
    return fs.readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim()
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
    throw new StartupError(startupFailures.brokenCluster(cluster), { cause: error })
  }
}

/** A copy of the data that root made belongs to root; PostgreSQL wants to own it. */
export function ownCluster({ cluster, account }: Home): void {
  if (account && fs.statSync(cluster).uid === 0) giveTo(account, cluster)
}

/** initdb is not safe against kill -9, so only a complete database gets its name. For the holder of the lock. */
export async function makeCluster(
  home: Home,
  { initdb }: Programs,
  settings: Record<string, string>,
): Promise<void> {
  home.onProgress('第一次启动:正在建立数据库…')
  await buildFolder(home.cluster, async (folder) => {
    if (home.account) giveTo(home.account, folder)
    const failure = await runProgram(initdb, initdbArguments(folder, settings), home.account)
    if (failure === undefined) return
    const isFull = failedOnFullDisk(failure, home.folder)
    const sentence = isFull
      ? startupFailures.diskFull(home.folder)
      : startupFailures.initFailed(decisiveLine(failure))
    throw new StartupError(sentence)
  })
}

/** The same sorting on every machine: nothing comes from the system's locales. `trust` stands behind a private socket. */
function initdbArguments(folder: string, settings: Record<string, string>): string[] {
  const characters = process.platform === 'linux' ? 'C.UTF-8' : 'C' // macOS has no C.UTF-8
  return [
    ...['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'],
    ...[
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--lc-collate=C',
      `--lc-ctype=${characters}`,
    ],
    ...(settings.fsync === 'off' ? ['--no-sync'] : []),
  ]
}
