import path from 'node:path'
import { createDiskStore } from './disk-store'
import type { FileStore } from './file-store'
import type { S3Settings } from './s3-store'

export interface FileStoreSettings {
  dataDir: string
  /** Undefined: files lie in the data folder. */
  s3: S3Settings | undefined
}

/** The store that the settings name. The S3 client is loaded only where it is used. */
export async function openFileStore({ dataDir, s3 }: FileStoreSettings, folder: string): Promise<FileStore> {
  if (!s3) return createDiskStore(path.resolve(dataDir, folder))
  const { createS3Store } = await import('./s3-store')
  return createS3Store(s3)
}
