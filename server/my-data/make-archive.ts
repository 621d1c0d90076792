import { archiveEndsAt } from '#core/my-data'
import { sendToInbox } from '#server/inbox/index'
import { listOwnPhotos } from '#server/photos/index'
import type { ContactBox } from '#server/platform/crypto/index'
import type { Database, Transaction } from '#server/platform/db/index'
import type { FileStore } from '#server/platform/files/index'
import type { Jobs } from '#server/platform/jobs/index'
import type { PersonalAreas } from '#server/platform/personal-data'
import { findArchive, saveMaking, type ArchiveKey } from './archive-repository'
import { putPieces } from './pieces'
import { listRegionsOf } from './read-rows'
import { writeArchive } from './write-archive'

/** What archives are made from. */
export interface ArchiveParts {
  db: Database
  store: FileStore
  contactBox: ContactBox
  areas: PersonalAreas
  now: () => Date
}

/**
 * Makes an archive that was asked for, and tells its person. Killed in the middle it is made again, over the same
 * pieces; what was ended meanwhile is left alone.
 */
export async function makeArchive(parts: ArchiveParts, key: Jobs['make_archive']): Promise<void> {
  const { db, now } = parts
  const row = await findArchive(db, key.personId, now())
  if (row?.archive_id !== key.archiveId || row.state !== 'making') return
  const bytes = await atOneMoment(db, (moment) => write(parts, moment, key))
  await db.transaction().execute(async (tx) => {
    const readyAt = now()
    const changes = { state: 'ready', ready_at: readyAt, ends_at: archiveEndsAt(readyAt), bytes } as const
    if (await saveMaking(tx, key, changes)) await tell(tx, key, readyAt)
  })
}

/** Everything is read as of one moment, however long writing takes. */
function atOneMoment<Answer>(db: Database, work: (tx: Transaction) => Promise<Answer>): Promise<Answer> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)
}

async function write(parts: ArchiveParts, moment: Transaction, key: ArchiveKey): Promise<number> {
  const { db, store, contactBox, areas, now } = parts
  const regions = await listRegionsOf(moment, key.personId)
  const photos = []
  for (const { regionId } of regions) photos.push(...(await listOwnPhotos(moment, regionId, key.personId)))
  const reading = { db: moment, personId: key.personId, contactBox, areas }
  const zip = writeArchive({ reading, photos, store, madeAt: now() })
  return putPieces({ store, contactBox }, key.archiveId, zip, async (piece) => {
    if (!(await saveMaking(db, key, { pieces: piece }))) throw new Error('The archive is not wanted any more')
  })
}

/** In one of their communities, first where they live; who belongs to none sees it on the page. */
async function tell(tx: Transaction, { personId, archiveId }: ArchiveKey, at: Date): Promise<void> {
  const community = await tx
    .selectFrom('person_communities as c')
    .leftJoin('memberships as m', (join) =>
      join
        .onRef('m.community_id', '=', 'c.community_id')
        .onRef('m.person_id', '=', 'c.person_id')
        .on('m.state', '=', 'confirmed'),
    )
    .select('c.community_id')
    .where('c.person_id', '=', personId)
    .orderBy('m.confirmed_at', (by) => by.asc().nullsLast())
    .orderBy('c.community_id')
    .limit(1)
    .executeTakeFirst()
  if (!community) return
  await sendToInbox(tx, {
    communityId: community.community_id,
    personIds: [personId],
    kind: 'archive_ready',
    about: '我的数据',
    subject: { kind: 'archive', id: archiveId },
    at,
  })
}
