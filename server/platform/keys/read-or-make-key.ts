import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { syncFolder, writeDurably } from '#server/platform/files/durable'
import { StartupError } from '#server/platform/postgres/startup-error'

/** Length of every key, in bytes. */
const KEY_BYTES = 32

/**
 * The 32-byte key `name` of this data folder (`<dataDir>/keys/<name>`, readable by its owner only). Made on first use;
 * of several servers that start at once, one makes it and all read the same. Throws a StartupError where the folder
 * can't be used or the file is no key.
 */
export async function readOrMakeKey(dataDir: string, name: string): Promise<Buffer> {
  const file = path.join(dataDir, 'keys', name)
  try {
    return checked(file, (await readIfThere(file)) ?? (await make(file)))
  } catch (error) {
    throw error instanceof StartupError ? error : inWords(file, error)
  }
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Written whole beside its place, then linked there: a link never replaces what another server put there before. Nothing
 * is sealed with a key whose name could still be lost with the power.
 */
async function make(file: string): Promise<Buffer> {
  const folder = path.dirname(file)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomBytes(8).toString('hex')}`
  try {
    await writeDurably(draft, randomBytes(KEY_BYTES), 'wx')
    await linkUnlessThere(draft, file)
    await syncFolder(folder)
  } finally {
    await rm(draft, { force: true })
  }
  return readFile(file)
}

async function linkUnlessThere(draft: string, file: string): Promise<void> {
  try {
    await link(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

function checked(file: string, key: Buffer): Buffer {
  if (key.length === KEY_BYTES) return key
  throw new StartupError(`密钥文件 ${file} 不完整：请从备份恢复它；确实没有备份时才删除它，会重新生成一个`)
}

const TROUBLE: Record<string, string> = {
  EACCES: '没有权限读写',
  EPERM: '没有权限读写',
  EROFS: '磁盘是只读的，写不了',
  ENOSPC: '磁盘满了，写不了',
  ENOTDIR: '上级不是文件夹，放不了',
}

function inWords(file: string, error: unknown): unknown {
  const what = TROUBLE[(error as NodeJS.ErrnoException).code ?? '']
  return what ? new StartupError(`${what}密钥文件 ${file}：请检查 DATA_DIR`) : error
}
