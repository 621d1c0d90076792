/** Where files lie: a folder, or a bucket that speaks S3. Keys are paths of our own making (`<community>/<id>.jpg`). */
export interface FileStore {
  /** Keeps a file. When it answers, the file is there whole, whatever happens next. Throws a FileStoreError. */
  put(key: string, bytes: Buffer): Promise<void>
  /** The file again; undefined if there is none. Throws a FileStoreError. */
  get(key: string): Promise<Buffer | undefined>
  /** Removes files and what an interrupted `put` left of them; what is not there is no error. Throws a FileStoreError. */
  remove(keys: readonly string[]): Promise<void>
}

/** The store could not do it. `full`: there is no room left. */
export class FileStoreError extends Error {
  override readonly name = 'FileStoreError'

  constructor(
    /** What the disk or the bucket said: `ENOSPC`, `NoSuchBucket`, … */
    readonly code: string,
    readonly full: boolean,
  ) {
    super(code)
  }
}
