import { findCallerIn } from '#server/platform/http/caller'
import type { Context } from '#server/platform/context'
import type { Database } from '#server/platform/db/index'

/** Where the demo plays: a database, and what o'clock it is in the story. */
export interface Stage {
  db: Database
  now: () => Date
}

/** Answers in the demo are read by nobody: addresses in them are signed with nothing. */
const NO_KEY = Buffer.alloc(0)

/** The context in which a person of the demo acts in a region: the same power a signed-in caller has. */
export async function actAs({ db, now }: Stage, personId: string, regionId: string): Promise<Context> {
  const scope = await findCallerIn(db, { personId, sessionId: personId }, regionId, now())
  if (!scope) throw new Error(`The demo has no region ${regionId}`)
  return { db, now, ...scope, photoKey: NO_KEY, transact: (work) => db.transaction().execute(work) }
}

const HOUR_MS = 3_600_000

/** The stage some hours before now. */
export function hoursAgo(stage: Stage, hours: number): Stage {
  const then = new Date(stage.now().getTime() - hours * HOUR_MS)
  return { ...stage, now: () => then }
}
