import type { Actor } from '#core/permissions'
import type { Database, Transaction } from '#server/platform/db/index'

/** The region a call is about, with its way down from the district. */
export interface RegionInScope {
  regionId: string
  kind: 'district' | 'subdistrict' | 'community'
  name: string
  path: string[]
}

/** Who calls: the person behind the session, with the power held in the region the call names. */
export interface Caller extends Actor {
  sessionId: string
  roles: ActingRole[]
}

/** A held role with the name it signs with; `isActing`: until somebody is in that office. */
export type ActingRole = Actor['roles'][number] & { officialName: string; isActing?: boolean }

/** What every use case is given. `transact` runs once per Idempotency-Key; a use case that writes calls it once. */
export interface Context {
  db: Database
  actor: Caller
  /** The region in the path; use cases of a community read its id from here, never from the body. */
  region: RegionInScope
  now: () => Date
  /** Signs the addresses of photos. */
  photoKey: Buffer
  transact<Answer>(work: (tx: Transaction) => Promise<Answer>): Promise<Answer>
}
