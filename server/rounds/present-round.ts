import {
  decideInRound,
  roundActsFor,
  type Round,
  type RoundItem,
  type RoundRight,
  type RoundView,
} from '#core/rounds'
import { isModerator } from '#core/moderation'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import { listRoundEvents, type RoundEventRow } from './events'
import { withConvenerGone } from './convener-gone'
import { gateOf } from './gates'
import { roundFor, type RoundRow } from './repository'
import { countHomesTakingPart } from './take-part'

type Reader = Database | Transaction

/** What a list and a page both say of a round. */
export function presentRoundItem(row: RoundRow, homesTakingPart: number): RoundItem {
  return {
    roundId: row.round_id,
    question: row.question,
    placeName: row.place_name,
    state: row.state,
    convenerName: row.convener_name,
    homes: row.homes,
    homesTakingPart,
    meetsAt: row.meets_at?.toISOString() ?? null,
    meetsWhere: row.meets_where,
  }
}

/** A round as its reader finds it, with the acts open to them. Eight queries at most. */
export async function presentRound(
  db: Reader,
  context: Pick<Context, 'actor' | 'now'>,
  row: RoundRow,
  known?: Round,
): Promise<RoundView> {
  const { actor } = context
  const round = await withConvenerGone(db, context, row, known ?? (await roundFor(db, actor, row)))
  const gate = await gateOf(db, row)
  const counts = await countHomesTakingPart(db, row.community_id, [row.round_id])
  const mine = row.convener_id === actor.personId
  const may = (right: Extract<RoundRight, 'take_part' | 'convene' | 'object'>) =>
    decideInRound(actor, round, right).allowed
  return {
    ...presentRoundItem(row, counts.get(row.round_id) ?? 0),
    communityId: row.community_id,
    placeId: row.place_id,
    placeKind: row.place_kind,
    text: row.text,
    chosen: row.chosen,
    wordsState: mine || isModerator(actor, row.community_id) ? row.words_state : null,
    mine,
    invitedAt: row.invited_at?.toISOString() ?? null,
    idleAt: row.idle_at?.toISOString() ?? null,
    nextConvenerName: row.next_convener_name,
    createdAt: row.created_at.toISOString(),
    revision: row.revision,
    gate,
    timeline: (await listRoundEvents(db, row)).map((event) => presentStep(event, actor.personId)),
    ...(await linksOf(db, row)),
    may: { takePart: may('take_part'), convene: may('convene'), object: may('object') },
    acts: roundActsFor(actor, round, gate),
  }
}

const presentStep = (event: RoundEventRow, personId: string) => ({
  seq: event.seq,
  act: event.act,
  at: event.at.toISOString(),
  byName: event.by_name,
  mine: event.person_id === personId,
  otherName: event.other_name,
  note: event.note,
})

/** The round before it and the one after it, as far as neighbours may know of them. One query. */
async function linksOf(db: Reader, row: RoundRow): Promise<Pick<RoundView, 'follows' | 'followedBy'>> {
  const rows = await db
    .selectFrom('rounds')
    .select(['round_id as roundId', 'question', 'follows_id'])
    .where('community_id', '=', row.community_id)
    .where('words_state', '=', 'shown')
    .where(({ or, eb }) =>
      or([
        eb('follows_id', '=', row.round_id),
        ...(row.follows_id ? [eb('round_id', '=', row.follows_id)] : []),
      ]),
    )
    .orderBy('round_id')
    .limit(2)
    .execute()
  const link = (found: (typeof rows)[number] | undefined) =>
    found ? { roundId: found.roundId, question: found.question } : null
  return {
    follows: link(rows.find(({ roundId }) => roundId === row.follows_id)),
    followedBy: link(rows.find(({ follows_id }) => follows_id === row.round_id)),
  }
}
