import { sql, type Selectable } from 'kysely'
import type { Database, Tables, Transaction } from '#server/platform/db/index'
import { CHAIN_START, chainHash, personalDigest } from './chain'

const BATCH = 1000

/** What checking one community's chain found. */
export interface ChainReport {
  communityId: string
  entries: bigint
  head: string
  unsealed: number
  /** Empty when everything holds. */
  problems: string[]
}

/** Checks every chain: order without gap, links, hashes, salted digests, and that the end is the recorded head. */
export async function verifyChains(db: Database): Promise<ChainReport[]> {
  const chains = await sql<{ community_id: string }>`
    select community_id from audit_chains union select distinct community_id from audit_entries order by 1`.execute(
    db,
  )
  const reports: ChainReport[] = []
  for (const { community_id: communityId } of chains.rows) {
    // One moment for the entries and the head: acts go on being sealed meanwhile.
    const oneMoment = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
    reports.push(await oneMoment.execute((tx) => verifyChain(tx, communityId)))
  }
  return reports
}

async function verifyChain(db: Transaction, communityId: string): Promise<ChainReport> {
  const problems: string[] = []
  let seq = 0n
  let head: Buffer = CHAIN_START
  for (;;) {
    const entries = await entriesAfter(db, communityId, seq)
    for (const entry of entries) {
      if (BigInt(entry.seq as string) !== seq + 1n) problems.push(`第 ${seq + 1n} 条不见了`)
      seq = BigInt(entry.seq as string)
      const expected = chainHash(head, {
        seq,
        entryId: entry.entry_id,
        at: entry.at,
        act: entry.act,
        role: entry.role,
        subjectKind: entry.subject_kind,
        subjectId: entry.subject_id,
        digest: entry.digest,
      })
      if (!entry.prev?.equals(head) || !entry.hash?.equals(expected))
        problems.push(`第 ${seq} 条被改过，或前面少了`)
      if (!personalPartHolds(entry)) problems.push(`第 ${seq} 条的人或原因被改过`)
      head = entry.hash ?? expected
    }
    if (entries.length < BATCH) break
  }
  return finish(db, communityId, { seq, head, problems })
}

/** Person and reason are what was recorded, or were erased together with the salt. */
function personalPartHolds({
  person_id: personId,
  reason,
  salt,
  digest,
}: Selectable<Tables['audit_entries']>): boolean {
  return salt
    ? personalDigest({ personId, reason, salt }).equals(digest)
    : personId === null && reason === null
}

function entriesAfter(db: Transaction, communityId: string, seq: bigint) {
  return db
    .selectFrom('audit_entries')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('seq', '>', seq.toString())
    .orderBy('seq')
    .limit(BATCH)
    .execute()
}

async function finish(
  db: Transaction,
  communityId: string,
  { seq, head, problems }: { seq: bigint; head: Buffer; problems: string[] },
): Promise<ChainReport> {
  const chain = await db
    .selectFrom('audit_chains')
    .selectAll()
    .where('community_id', '=', communityId)
    .executeTakeFirst()
  if (BigInt(chain?.seq ?? 0) !== seq || (chain && !chain.head.equals(head)))
    problems.push('末尾和记下的链头不一致')
  const { count } = await db
    .selectFrom('audit_entries')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('community_id', '=', communityId)
    .where('seq', 'is', null)
    .executeTakeFirstOrThrow()
  return { communityId, entries: seq, head: head.toString('hex'), unsealed: Number(count), problems }
}
