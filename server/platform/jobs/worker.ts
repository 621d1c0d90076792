import {
  Logger,
  run,
  runMigrations,
  type LogFunctionFactory,
  type Runner,
  type TaskList,
} from 'graphile-worker'
import type { Pool } from 'pg'
import type { JobName, Jobs } from './enqueue'

/** One function per job; each is safe to run twice. */
export type JobHandlers = { [Name in JobName]: (payload: Jobs[Name]) => Promise<void> }

/** Creates or updates the tables jobs stand in. */
export async function prepareJobs(pool: Pool): Promise<void> {
  await runMigrations({ pgPool: pool, logger: quietLogger(() => undefined) })
}

/**
 * What recurs. Sealing puts itself in line again every few seconds; the clock does so too, because the job of a server
 * that was killed while sealing stays locked for hours.
 */
const CRONTAB = `17 3 * * * forget_old
41 * * * * sweep_photos
*/5 * * * * deliver_held
*/5 * * * * tell_untold
23 * * * * tidy_my_data
* * * * * tend_imports
* * * * * tend_opinions
* * * * * seal_audit ?jobKey=seal_audit&jobKeyMode=preserve_run_at`

/** Starts working on jobs; `stop()` lets running ones finish. */
export async function startWorker(
  pool: Pool,
  handlers: JobHandlers,
  onError: (message: string) => void,
): Promise<Runner> {
  const taskList: TaskList = {}
  for (const name of Object.keys(handlers) as JobName[]) {
    taskList[name] = (payload) => (handlers[name] as (payload: unknown) => Promise<void>)(payload)
  }
  return run({
    pgPool: pool,
    taskList,
    concurrency: 2,
    noHandleSignals: true,
    crontab: CRONTAB,
    logger: quietLogger(onError),
  })
}

/** graphile-worker's messages may quote payloads: only the kind of trouble is passed on. */
function quietLogger(onError: (message: string) => void): Logger {
  const factory: LogFunctionFactory = () => (level, message) => {
    if (level === 'error') onError(message.replace(/ with error.*$/s, ''))
  }
  return new Logger(factory)
}
