export { createDiskStore } from './disk-store'
export { FileStoreError, type FileStore } from './file-store'
export { openFileStore, type FileStoreSettings } from './open-file-store'
