import { removeTestPostgres } from './global-setup'

/** Ends the PostgreSQL of the run. */
export default async function globalTeardown(): Promise<void> {
  await removeTestPostgres()
}
