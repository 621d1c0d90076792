import { sql } from 'kysely'
import type { Database, Transaction } from '#server/platform/db/index'
import { CHAIN_START, chainHash } from './chain'

/** Entries sealed in one transaction at the most. */
const BATCH = 500

/** Seals what entered since the last time, community by community. Two processes at once seal each entry once. */
export async function sealEntries(db: Database): Promise<void> {
  const waiting = await db
    .selectFrom('audit_entries')
    .select('community_id')
    .distinct()
    .where('seq', 'is', null)
    .execute()
  for (const { community_id: communityId } of waiting) await sealCommunity(db, communityId)
}

async function sealCommunity(db: Database, communityId: string): Promise<void> {
  let sealed = BATCH
  while (sealed === BATCH) sealed = await db.transaction().execute((tx) => sealBatch(tx, communityId))
}

async function sealBatch(tx: Transaction, communityId: string): Promise<number> {
  const chain = await lockChain(tx, communityId)
  const entries = await tx
    .selectFrom('audit_entries')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('seq', 'is', null)
    .orderBy('entry_id')
    .limit(BATCH)
    .execute()
  if (entries.length === 0) return 0
  let { seq, head } = chain
  const links = entries.map((entry) => {
    seq += 1n
    const prev = head
    head = chainHash(prev, {
      seq,
      entryId: entry.entry_id,
      at: entry.at,
      act: entry.act,
      role: entry.role,
      subjectKind: entry.subject_kind,
      subjectId: entry.subject_id,
      digest: entry.digest,
    })
    return { entryId: entry.entry_id, seq, prev, hash: head }
  })
  await saveLinks(tx, communityId, links)
  await tx
    .updateTable('audit_chains')
    .set({ seq: seq.toString(), head })
    .where('community_id', '=', communityId)
    .execute()
  return entries.length
}

async function lockChain(tx: Transaction, communityId: string): Promise<{ seq: bigint; head: Buffer }> {
  await tx
    .insertInto('audit_chains')
    .values({ community_id: communityId, seq: 0, head: CHAIN_START })
    .onConflict((conflict) => conflict.column('community_id').doNothing())
    .execute()
  const row = await tx
    .selectFrom('audit_chains')
    .select(['seq', 'head'])
    .where('community_id', '=', communityId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { seq: BigInt(row.seq), head: row.head }
}

async function saveLinks(
  tx: Transaction,
  communityId: string,
  links: { entryId: string; seq: bigint; prev: Buffer; hash: Buffer }[],
): Promise<void> {
  const ids = links.map(({ entryId }) => entryId)
  // `= any` once more: a batch of some hundreds is looked up by its key, never by reading all entries.
  await sql`
    update audit_entries e set seq = l.seq, prev = l.prev, hash = l.hash
    from unnest(${ids}::uuid[], ${links.map(({ seq }) => seq.toString())}::bigint[],
      ${links.map(({ prev }) => prev)}::bytea[], ${links.map(({ hash }) => hash)}::bytea[]) as l (entry_id, seq, prev, hash)
    where e.community_id = ${communityId} and e.entry_id = any (${ids}::uuid[]) and e.entry_id = l.entry_id`.execute(
    tx,
  )
}
