import { sql, type Expression, type Selectable } from 'kysely'
import type { Actor } from '#core/permissions'
import type { Round } from '#core/rounds'
import type { Database, Tables, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction
export type RoundRow = Selectable<Tables['rounds']>

const one = (db: Reader, communityId: string, roundId: string) =>
  db.selectFrom('rounds').selectAll().where('community_id', '=', communityId).where('round_id', '=', roundId)

/** One round of a community. */
export function findRound(db: Reader, communityId: string, roundId: string): Promise<RoundRow | undefined> {
  return one(db, communityId, roundId).executeTakeFirst()
}

/** The same, its row locked until the transaction ends: it goes on to another phase with nobody in the middle of something. */
export function lockRound(
  tx: Transaction,
  communityId: string,
  roundId: string,
): Promise<RoundRow | undefined> {
  return one(tx, communityId, roundId).forUpdate().executeTakeFirst()
}

/** The same for what many do at once within a phase: they don't wait for one another, and the phase doesn't end meanwhile. */
export function holdRound(
  tx: Transaction,
  communityId: string,
  roundId: string,
): Promise<RoundRow | undefined> {
  return one(tx, communityId, roundId).forKeyShare().executeTakeFirst()
}

/** Several of them, in no order. */
export function listRoundsById(
  db: Reader,
  communityId: string,
  roundIds: readonly string[],
): Promise<RoundRow[]> {
  return db
    .selectFrom('rounds')
    .selectAll()
    .where('community_id', '=', communityId)
    .where(sql<boolean>`round_id = any (${[...roundIds]}::uuid[])`)
    .execute()
}

/** Saves a step of the round, with the next revision. */
export async function saveRound(
  tx: Transaction,
  row: RoundRow,
  changes: Partial<RoundRow>,
): Promise<RoundRow> {
  const next = { ...changes, revision: row.revision + 1 }
  await setRound(tx, row, next)
  return { ...row, ...next }
}

/** Saves what is no step of it: the revision stays, so that nobody's act is refused for it. */
export async function setRound(
  tx: Transaction,
  row: Pick<RoundRow, 'community_id' | 'round_id'>,
  columns: Partial<RoundRow>,
): Promise<void> {
  await tx
    .updateTable('rounds')
    .set(columns)
    .where('community_id', '=', row.community_id)
    .where('round_id', '=', row.round_id)
    .execute()
}

type Asker = Pick<Actor, 'personId' | 'homes'>

/** What somebody has to do with a round. */
interface Dealing {
  met_homes: string[]
  took_part: boolean
}

/** Which of the asker's homes were chosen for the round `r`, and whether they take part. */
function dealings({ personId, homes }: Asker, communityId: string) {
  const homeIds = homes.map(({ homeId }) => homeId)
  return {
    metHomes: sql<string[]>`array(select h.home_id from round_homes h where h.community_id = ${communityId}
      and h.round_id = r.round_id and h.home_id = any (${homeIds}::uuid[]))`.as('met_homes'),
    tookPart: sql<boolean>`exists (select 1 from round_participants p where p.community_id = ${communityId}
      and p.round_id = r.round_id and p.person_id = ${personId} and p.left_at is null)`.as('took_part'),
  }
}

/** A round whose phase can't end, as one asker meets it. */
export interface HeldRound {
  row: RoundRow
  round: Round
}

/** `holdRound` and `roundFor` in one query. */
export async function holdRoundFor(
  tx: Transaction,
  actor: Asker,
  communityId: string,
  roundId: string | Expression<string | null>,
): Promise<HeldRound | undefined> {
  const { metHomes, tookPart } = dealings(actor, communityId)
  const found = await tx
    .selectFrom('rounds as r')
    .selectAll('r')
    .select([metHomes, tookPart])
    .where('r.community_id', '=', communityId)
    .where('r.round_id', '=', roundId)
    .forKeyShare('r')
    .executeTakeFirst()
  if (!found) return undefined
  const { met_homes, took_part, ...row } = found
  return { row, round: roundOf(row, actor, { met_homes, took_part }) }
}

/** The same for the round that a topic is in; undefined for a topic of the board, and where there is none. */
export function holdRoundOfTopic(
  tx: Transaction,
  actor: Asker,
  communityId: string,
  topicId: string,
): Promise<HeldRound | undefined> {
  const ofTopic = tx
    .selectFrom('topics')
    .select('round_id')
    .where('community_id', '=', communityId)
    .where('topic_id', '=', topicId)
  return holdRoundFor(tx, actor, communityId, sql<string | null>`(${ofTopic})`)
}

/** Rounds as one asker meets them. One query, however many. */
export async function roundsMetBy(
  db: Reader,
  actor: Asker,
  communityId: string,
  rows: readonly RoundRow[],
): Promise<Map<string, Round>> {
  if (rows.length === 0) return new Map()
  const { metHomes, tookPart } = dealings(actor, communityId)
  const { rows: found } = await sql<Dealing & { round_id: string }>`
    select r.round_id, ${metHomes}, ${tookPart}
    from unnest(${rows.map(({ round_id }) => round_id)}::uuid[]) as r (round_id)`.execute(db)
  const met = new Map(found.map((dealing) => [dealing.round_id, dealing]))
  return new Map(rows.map((row) => [row.round_id, roundOf(row, actor, met.get(row.round_id))]))
}

/** One of them. */
export async function roundFor(db: Reader, actor: Asker, row: RoundRow): Promise<Round> {
  return (await roundsMetBy(db, actor, row.community_id, [row])).get(row.round_id) as Round
}

function roundOf(row: RoundRow, { homes }: Pick<Actor, 'homes'>, dealing: Dealing | undefined): Round {
  const there = homes.filter(({ path }) => path.includes(row.place_id)).map(({ homeId }) => homeId)
  return {
    communityId: row.community_id,
    jurisdiction: row.jurisdiction,
    placeId: row.place_id,
    chosen: row.chosen,
    state: row.state,
    wordsState: row.words_state,
    convenerId: row.convener_id,
    convenerRole: row.convener_role,
    nextConvenerId: row.next_convener_id,
    idleAt: row.idle_at,
    convenerGone: false,
    standing: {
      homesInScope: row.chosen ? there.filter((homeId) => dealing?.met_homes.includes(homeId)) : there,
      tookPart: dealing?.took_part ?? false,
    },
  }
}
