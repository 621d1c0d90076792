import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { syncFolder, writeDurably } from './durable'
import { FileStoreError, type FileStore } from './file-store'

const KEY = /^[0-9a-z-]+(\/[0-9a-z-]+)*\.[a-z]+$/
/** Beside a file while it is being written; one key is written by one upload only. */
const UNFINISHED = '.part'
const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG']

/** Files in a folder, each on the disk before it has its name. */
export function createDiskStore(root: string): FileStore {
  const fileOf = (key: string) => {
    if (!KEY.test(key)) throw new Error(`No key of a file: ${key}`)
    return path.join(root, key)
  }
  return {
    put: (key, bytes) => inWords(() => put(fileOf(key), bytes)),
    get: (key) => inWords(() => get(fileOf(key))),
    remove: (keys) =>
      inWords(async () => {
        const files = keys.map(fileOf).flatMap((file) => [file, `${file}${UNFINISHED}`])
        await Promise.all(files.map((file) => rm(file, { force: true })))
      }),
  }
}

async function put(file: string, bytes: Buffer): Promise<void> {
  const folder = path.dirname(file)
  const unfinished = `${file}${UNFINISHED}`
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    await writeDurably(unfinished, bytes, 'w')
    await rename(unfinished, file)
    await syncFolder(folder)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

async function get(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw code === undefined ? error : new FileStoreError(code, FULL.includes(code))
  }
}
