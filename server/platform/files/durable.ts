import { open } from 'node:fs/promises'

/** Writes a file that only its owner may read, and waits until its bytes are on the disk; `wx`: only if there is none. */
export async function writeDurably(file: string, bytes: Buffer, flags: 'w' | 'wx'): Promise<void> {
  const handle = await open(file, flags, 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A name is on the disk when its folder is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
