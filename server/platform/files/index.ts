export { createDiskStore } from './disk-store'
export { FileStoreError, type FileStore } from './file-store'
export { openFileStore } from './open-file-store'
