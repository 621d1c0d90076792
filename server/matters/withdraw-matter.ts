import type { Transaction } from '#server/platform/db/index'
import type { Acting } from './acting'
import { saveEvent, stepOf } from './events'
import { countHomes, listJoiners, stillConcerns } from './joiners'
import { saveChanges, type MatterRow } from './repository'
import { tellOfAct } from './tell'

/** Who reports a matter from now on; null: somebody who isn't in the app. */
export interface Heir {
  personId: string | null
}

/**
 * Who takes a matter over when its reporter withdraws: the earliest who met it too (domain.md 5). Undefined: it concerns
 * nobody else, and ends.
 */
export async function heirOf(tx: Transaction, row: MatterRow, personId: string): Promise<Heir | undefined> {
  const joiners = await listJoiners(tx, row.community_id, row.matter_id)
  const first = joiners.find((joiner) => joiner.personId !== personId)
  if (first) return { personId: first.personId }
  return (await stillConcerns(tx, row)) ? { personId: null } : undefined
}

/** The reporter leaves, the heir stands in their place; what the first one wrote stays theirs to show. */
export async function handOver(
  tx: Transaction,
  row: MatterRow,
  { personId, now }: Pick<Acting, 'personId' | 'now'>,
  heir: Heir,
): Promise<MatterRow> {
  if (heir.personId) {
    await tx
      .deleteFrom('matter_joiners')
      .where('community_id', '=', row.community_id)
      .where('matter_id', '=', row.matter_id)
      .where('person_id', '=', heir.personId)
      .execute()
  }
  const changed = await saveChanges(tx, row, {
    reporter_id: heir.personId,
    author_id: row.author_id ?? row.reporter_id,
    joined_homes: await countHomes(tx, { ...row, reporter_id: heir.personId }),
    shown_as: 'resident',
  })
  await saveEvent(tx, stepOf(changed, { act: 'hand_over', at: now, person_id: personId }))
  await tellOfAct(tx, changed, { act: 'hand_over', byPersonId: personId, at: now })
  return changed
}
