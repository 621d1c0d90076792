import { ARCHIVE_ADDRESS_MINUTES, archiveEndsAt, nextArchiveAt, type ArchiveView } from '#core/my-data'
import { DomainError } from '#core/errors'
import { lockPerson } from '#server/people/index'
import type { Context } from '#server/platform/context'
import { newId } from '#server/platform/db/index'
import { enqueue } from '#server/platform/jobs/index'
import { archiveAddress } from './archive-address'
import { findArchive, type ArchiveRow } from './archive-repository'

const MINUTE_MS = 60_000

/** Whether one is being made or lies ready. */
export async function readArchive({ db, actor, now }: Context): Promise<ArchiveView> {
  return presentArchive(await findArchive(db, actor.personId, now()), now())
}

/** 要一份我的数据: a job makes it. Throws ARCHIVE_TOO_SOON within a day of the last; that one stays. */
export async function askForArchive({ actor, now, transact }: Context): Promise<ArchiveView> {
  const { personId } = actor
  return transact(async (tx) => {
    // Of several at once each sees what the one before has asked for.
    await lockPerson(tx, personId)
    const last = await findArchive(tx, personId, now())
    if (last && nextArchiveAt(last.asked_at) > now()) throw new DomainError('ARCHIVE_TOO_SOON')
    // What was there before, over or never finished, makes room; the hourly job removes its files.
    await tx
      .updateTable('data_archives')
      .set({ state: 'removing' })
      .where('person_id', '=', personId)
      .where('state', '<>', 'removing')
      .execute()
    const row = await tx
      .insertInto('data_archives')
      .values({
        person_id: personId,
        archive_id: newId(),
        state: 'making',
        asked_at: now(),
        ends_at: archiveEndsAt(now()),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst()
    if (!row) throw new DomainError('ARCHIVE_TOO_SOON')
    const archiveId = row.archive_id
    const job = { runAt: now(), key: `make_archive:${archiveId}` }
    await enqueue(tx, 'make_archive', { personId, archiveId }, job)
    return presentArchive(row, now())
  })
}

/** An address that opens the archive without a session, for a quarter of an hour. Throws ARCHIVE_NOT_READY. */
export async function openArchive({ actor, now, photoKey, transact }: Context) {
  return transact(async (tx) => {
    const row = await findArchive(tx, actor.personId, now())
    if (row?.state !== 'ready') throw new DomainError('ARCHIVE_NOT_READY')
    const until = new Date(now().getTime() + ARCHIVE_ADDRESS_MINUTES * MINUTE_MS)
    const key = { personId: actor.personId, archiveId: row.archive_id }
    return { path: archiveAddress(photoKey, key, until), until: until.toISOString() }
  })
}

function presentArchive(row: ArchiveRow | undefined, now: Date): ArchiveView {
  if (!row || row.state === 'removing') return { archive: null, nextAt: null }
  const nextAt = nextArchiveAt(row.asked_at)
  return {
    archive: {
      state: row.state,
      askedAt: row.asked_at.toISOString(),
      readyAt: row.ready_at?.toISOString() ?? null,
      endsAt: row.ends_at.toISOString(),
      bytes: Number(row.bytes),
    },
    nextAt: nextAt > now ? nextAt.toISOString() : null,
  }
}
