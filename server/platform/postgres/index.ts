export { ensureDatabase } from './ensure-database'
export { startPostgres, type PostgresOptions, type RunningPostgres } from './start-postgres'
export { StartupError } from './startup-error'
