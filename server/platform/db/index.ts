export { createDatabase, createPool, type Database, type Transaction } from './database'
export { newId } from './ids'
export { migrate } from './migrate'
export type { PathName, Tables } from './schema'
