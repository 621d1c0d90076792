import { FileStoreError, type FileStore } from '#server/platform/files/index'

/** A store whose disk can be made to fill up, and whose files can be counted. */
export interface MemoryStore extends FileStore {
  files: Map<string, Buffer>
  /** From now on it refuses with this; undefined: it works again. */
  refuse(code: 'ENOSPC' | 'EIO' | undefined, after?: number): void
}

/** An empty one. */
export function createMemoryStore(): MemoryStore {
  const files = new Map<string, Buffer>()
  let code: string | undefined
  let left = 0
  const ask = () => {
    if (code !== undefined && (left -= 1) < 0) throw new FileStoreError(code, code === 'ENOSPC')
  }
  return {
    files,
    refuse: (next, after = 0) => {
      code = next
      left = after
    },
    put: async (key, bytes) => {
      ask()
      files.set(key, bytes)
    },
    get: async (key) => {
      ask()
      return files.get(key)
    },
    remove: async (keys) => {
      if (code === 'EIO') ask()
      keys.forEach((key) => files.delete(key))
    },
  }
}
