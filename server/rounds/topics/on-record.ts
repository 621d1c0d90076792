import { record } from '#server/audit/index'
import type { Role } from '#core/permissions'
import type { Transaction } from '#server/platform/db/index'
import type { StoredTopic } from './repository'

interface Deed {
  /** What was done, after `topic.`: propose, second, merge, … */
  act: string
  at: Date
  /** Null: the clock. */
  personId: string | null
  /** The office in which it was done. */
  role?: Role | null
  reason?: string | undefined
}

/** Puts on record what was done with a topic. */
export function recordTopic(
  tx: Transaction,
  { community_id, topic_id }: Pick<StoredTopic, 'community_id' | 'topic_id'>,
  { act, at, personId, role, reason }: Deed,
): Promise<void> {
  return record(tx, {
    regionId: community_id,
    at,
    personId,
    role: role ?? null,
    reason,
    act: `topic.${act}`,
    subject: { kind: 'topic', id: topic_id },
  })
}
