import { sql, type Selectable } from 'kysely'
import { ROLE_LABELS } from '#core/permissions'
import { sendToInbox } from '#server/inbox/index'
import { cutOffPerson, forgetPerson, listOfficesOf, lockPerson, type OfficeHeld } from '#server/people/index'
import type { Database, Tables, Transaction } from '#server/platform/db/index'
import type { Closing } from '#server/platform/personal-data'
import type { ArchiveParts } from './make-archive'
import { listRegionsOf } from './read-rows'

/** Accounts looked up in one go. */
const BATCH = 100

type Parts = Pick<ArchiveParts, 'db' | 'areas' | 'now'>

/**
 * Closes the accounts whose seven days are over. First nobody can sign in any more; then each area empties, community by
 * community, what goes; then the name goes. Killed in the middle it goes on where it was: each step can be done twice.
 * One that fails doesn't hold up the others; then it throws, so that the failure is seen.
 */
export async function carryOutClosings(parts: Parts): Promise<void> {
  const { db, now } = parts
  const failures: unknown[] = []
  let due = await listDue(db, now())
  while (due.length > 0) {
    for (const { person_id: personId } of due)
      await carryOut(parts, personId).catch((failure: unknown) => failures.push(failure))
    due = await listDue(db, now(), due[due.length - 1])
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} accounts could not be closed`)
}

type Due = Pick<Selectable<Tables['account_closings']>, 'person_id' | 'due_at'>

/** Page by page: those that wait for an office stand in nobody's way. Index: account_closings_due. */
function listDue(db: Database, now: Date, after?: Due): Promise<Due[]> {
  let query = db.selectFrom('account_closings').select(['person_id', 'due_at']).where('due_at', '<=', now)
  if (after)
    query = query.where(sql<boolean>`(due_at, person_id) > (${after.due_at}, ${after.person_id}::uuid)`)
  return query.orderBy('due_at').orderBy('person_id').limit(BATCH).execute()
}

async function carryOut(parts: Parts, personId: string): Promise<void> {
  const { db, areas } = parts
  const closing = await begin(parts, personId)
  if (!closing) return
  for (const { regionId } of await listRegionsOf(db, personId))
    for (const { forget } of Object.values(areas)) await forget?.(db, { ...closing, communityId: regionId })
  await db.transaction().execute(async (tx) => {
    await forgetPerson(tx, personId)
    // The hourly job removes the files.
    await tx
      .updateTable('data_archives')
      .set({ state: 'removing' })
      .where('person_id', '=', personId)
      .execute()
    await tx.deleteFrom('account_closings').where('person_id', '=', personId).execute()
  })
}

/** The point of no return. Undefined when it was taken back at this moment, or an office was taken on: that waits, and says so. */
function begin({ db, now }: Parts, personId: string): Promise<Omit<Closing, 'communityId'> | undefined> {
  return db.transaction().execute(async (tx) => {
    const person = await lockPerson(tx, personId)
    const wish = await tx
      .selectFrom('account_closings')
      .select(['words', 'waits_since'])
      .where('person_id', '=', personId)
      .where('due_at', '<=', now())
      .executeTakeFirst()
    if (!person || !wish) return undefined
    if (!person.closedAt) {
      const offices = await listOfficesOf(tx, personId, now())
      if (offices.length > 0) {
        if (!wish.waits_since) await tellWaits(tx, personId, offices, now())
        return undefined
      }
      await cutOffPerson(tx, personId, now())
    }
    return { personId, nickname: person.nickname, words: wish.words, at: now() }
  })
}

/** Once: who took an office on meanwhile is told that it stands in the way. Above the communities nobody has an inbox. */
async function tellWaits(
  tx: Transaction,
  personId: string,
  offices: readonly OfficeHeld[],
  at: Date,
): Promise<void> {
  await tx
    .updateTable('account_closings')
    .set({ waits_since: at })
    .where('person_id', '=', personId)
    .execute()
  const office = offices.find(({ regionKind }) => regionKind === 'community')
  if (!office) return
  await sendToInbox(tx, {
    communityId: office.regionId,
    personIds: [personId],
    kind: 'closing_waits',
    about: `${office.placeName} ${ROLE_LABELS[office.role]}`,
    subject: { kind: 'grant', id: office.grantId },
    at,
  })
}
