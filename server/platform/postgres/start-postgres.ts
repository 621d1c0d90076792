import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { hasCluster, makeCluster, ownCluster } from './cluster'
import { answers, SUPERUSER, type Endpoint } from './connection'
import { errorCode, explainFailure } from './explain-failure'
import { settleHome, type Home } from './home'
import { launchPostmaster } from './launch-postmaster'
import { leaveMark, livingMarks, removeMark, type Mark } from './living-marks'
import { withLock } from './lock'
import { findPostmaster, shutDown, type Postmaster } from './postmaster'
import { findPackage, makeRunnable, type PostgresPackage } from './programs'
import { StartupError, startupFailures } from './startup-error'
import { tellLater } from './tell-later'
import { removeUnfinished } from './unfinished-folder'

type Settings = Record<string, string>

/** The embedded database, as long as this process uses it. */
export interface RunningPostgres extends Endpoint {
  /** Where everything is; differs from the folder that was asked for when root had to keep it elsewhere. */
  dataDir: string
  /** It was running already. */
  adopted: boolean
  pid: number
  /** Gives it up. The last process that does so also stops it, and waits until it is gone. */
  stop(): Promise<void>
}

export interface PostgresOptions {
  dataDir: string
  /** Gets a Chinese sentence for every step that takes time. */
  onProgress?: (sentence: string) => void
  /** Settings of PostgreSQL; without effect on a database that is already running. */
  settings?: Settings
}

/** Starts the embedded PostgreSQL, or adopts it when it is running already. Fails with a StartupError, harming nothing. */
export async function startPostgres({
  dataDir,
  onProgress,
  settings,
}: PostgresOptions): Promise<RunningPostgres> {
  try {
    const home = settleHome(dataDir, onProgress ?? (() => undefined))
    return await withLock(home, () => startUsing(home, settings ?? {}))
  } catch (error) {
    throw explainFailure(error, path.resolve(dataDir))
  }
}

async function startUsing(home: Home, settings: Settings): Promise<RunningPostgres> {
  const shipped = findPackage()
  removeUnfinished(home.folder)
  const mark = leaveMark(home.usersFolder)
  try {
    const { postmaster, adopted } = await joinOrLaunch(home, shipped, settings)
    return present(home, mark, postmaster, adopted)
  } catch (error) {
    removeMark(mark)
    throw error
  }
}

/** How long a server may stay in one state before it counts as one that can't be adopted. */
const PATIENCE_MS = { starting: 10 * 60_000, ready: 5_000, stopping: 60_000, remains: 15_000 }

async function joinOrLaunch(home: Home, shipped: PostgresPackage, settings: Settings) {
  const tell = tellLater(home.onProgress)
  for (const since = Date.now(); ; await sleep(50)) {
    const isNew = !hasCluster(home, shipped)
    const found = isNew ? undefined : findPostmaster(home.cluster)
    if (found?.status === 'ready' && (await answers(found))) {
      home.onProgress(`接管仍在运行的数据库(进程 ${found.pid})`)
      return { postmaster: found, adopted: true }
    }
    const launched = found ? undefined : await launch(home, shipped, settings, isNew)
    if (launched) return { postmaster: launched, adopted: false }
    tell(`上一次运行的数据库${found ? `(进程 ${found.pid})` : ''}还没有就绪或结束,等它…`)
    if (Date.now() - since > PATIENCE_MS[found?.status ?? 'remains']) throw cannotAdopt(home, found)
  }
}

async function launch(home: Home, shipped: PostgresPackage, settings: Settings, isNew: boolean) {
  const programs = await makeRunnable(shipped, home)
  if (isNew) await makeCluster(home, programs, settings)
  ownCluster(home)
  return launchPostmaster(home, programs, settings)
}

function cannotAdopt({ folder }: Home, found: Postmaster | undefined): StartupError {
  const { inUse, remainsInUse } = startupFailures
  return new StartupError(found ? inUse(folder, found.pid) : remainsInUse(folder))
}

function present(home: Home, mark: Mark, postmaster: Postmaster, adopted: boolean): RunningPostgres {
  const { host, port, pid } = postmaster
  let stopping: Promise<void> | undefined
  const stop = () => (stopping ??= stopUsing(home, mark, postmaster))
  return { host, port, user: SUPERUSER, dataDir: home.folder, adopted, pid, stop }
}

/** A database whose folder was deleted, or whose disk is full, is stopped all the same: then without the lock. */
async function stopUsing(home: Home, mark: Mark, known: Postmaster): Promise<void> {
  const leave = async () => {
    removeMark(mark)
    const others = fs.existsSync(home.usersFolder) ? livingMarks(home.usersFolder) : []
    if (others.length > 0) return
    await shutDown(findPostmaster(home.cluster) ?? known) // another user may have started it anew
  }
  try {
    await withLock(home, leave)
  } catch (error) {
    if (!['ENOENT', 'ENOSPC', 'EDQUOT'].includes(errorCode(error) ?? '')) throw error
    await leave()
  }
}
