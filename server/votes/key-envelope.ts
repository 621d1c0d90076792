import {
  decideCounting,
  decideKeyed,
  decideKeyEnvelope,
  envelopeStateOf,
  keyedOf,
  settleEnvelope,
  THIRD_SEAT,
  waitsForTeller,
  type Choices,
  type Keyed,
  type KeyedVoidReason,
  type TellerSeat,
} from '#core/votes'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import type { ContactBox } from '#server/platform/crypto/index'
import type { Transaction } from '#server/platform/db/index'
import { officeOf } from './act-on-vote'
import { sealRead } from './ballots'
import { runClock } from './clock'
import { readEntries } from './count-paper'
import { findEnvelope, listUnsettled, type Envelope } from './envelopes'
import { listVoteItems, lockVote, voteOf, type VoteItemRow, type VoteRow } from './repository'
import { standingIn } from './standing'
import { listSeated } from './tellers'
import { tellOfVote } from './tell'

export interface KeyEnvelope {
  voteId: string
  voterId: string
  choices?: Choices | undefined
  voidReason?: KeyedVoidReason | undefined
}

interface Keying {
  context: Context
  tx: Transaction
  row: VoteRow
  seat: TellerSeat
  items: VoteItemRow[]
  box: ContactBox
}

/**
 * 拆封录入. What a teller reads is sealed at once; nobody is shown it, the other teller least of all. The vote is locked, so
 * that of two who key in the last envelope at once the second finds it settled and the result is posted exactly once.
 */
export async function keyEnvelope(
  context: Context,
  { voteId, voterId, ...read }: KeyEnvelope,
  box: ContactBox,
): Promise<{ left: number; closed: boolean }> {
  return context.transact(async (tx) => {
    const { row, seat } = await lockCounting(tx, context, voteId)
    const items = await listVoteItems(tx, row.community_id, [voteId])
    const keying = { context, tx, row, seat, items, box }
    const keyed = keyedOf(read)
    if (!keyed) throw new DomainError('BODY_INVALID', 'choices')
    enforce(decideKeyed(items.map(choosable), keyed))
    const envelope = await findEnvelope(tx, row, voterId)
    if (!envelope) throw new DomainError('VOTE_ENVELOPE_UNKNOWN')
    enforce(decideKeyEnvelope(seat, envelope))
    await saveEntry(keying, voterId, keyed)
    await recordKeyed(keying)
    await settleOrPassOn(keying, voterId)
    const left = await listUnsettled(tx, row)
    const closed = left.every((one) => envelopeStateOf(one) === 'unopened')
    if (closed) await runClock(tx, box, row, 'close', context.now())
    return { left: left.filter((one) => waitsForTeller(seat, one)).length, closed }
  })
}

const choosable = (item: VoteItemRow) => ({
  itemId: item.item_id,
  options: item.options,
  maxChoices: item.max_choices,
})

async function lockCounting(
  tx: Transaction,
  { actor, region }: Context,
  voteId: string,
): Promise<{ row: VoteRow; seat: TellerSeat }> {
  const row = await lockVote(tx, region.regionId, voteId)
  if (!row) throw new DomainError('NOT_FOUND')
  const vote = voteOf(row, await standingIn(tx, actor, row))
  enforce(decideCounting(actor, vote))
  return { row, seat: vote.standing.tellerSeat as TellerSeat }
}

async function saveEntry(
  { context, tx, row, seat, items, box }: Keying,
  voterId: string,
  keyed: Keyed,
): Promise<void> {
  const entry = {
    person_id: context.actor.personId,
    read_sealed: sealRead(box, { voteId: row.vote_id, voterId, seat }, items, keyed),
    keyed_at: context.now(),
  }
  await tx
    .insertInto('vote_envelope_entries')
    .values({ community_id: row.community_id, vote_id: row.vote_id, voter_id: voterId, seat, ...entry })
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'vote_id', 'voter_id', 'seat']).doUpdateSet(entry),
    )
    .execute()
}

/** Settles what two agree on; where the two first differ, the third is told, once until they have caught up. */
async function settleOrPassOn(keying: Keying, voterId: string): Promise<void> {
  const { context, tx, row, items, box } = keying
  const entries = (await readEntries(tx, box, row, voterId)).get(voterId) ?? {}
  const ids = items.map(({ item_id: id }) => id)
  if (settleEnvelope(entries, ids)) {
    await tx
      .updateTable('vote_envelopes')
      .set({ settled_at: context.now() })
      .where('community_id', '=', row.community_id)
      .where('vote_id', '=', row.vote_id)
      .where('voter_id', '=', voterId)
      .execute()
    return
  }
  const waiting = (await listUnsettled(tx, row)).filter((one) => waitsForTeller(THIRD_SEAT, one))
  if (!isFirstFor(waiting, voterId)) return
  const third = (await listSeated(tx, row)).find(({ seat }) => seat === THIRD_SEAT)
  if (third)
    await tellOfVote(tx, row, 'vote_third_waits', [third.person_id], {
      byPersonId: context.actor.personId,
      at: context.now(),
    })
}

const isFirstFor = (waiting: readonly Envelope[], voterId: string): boolean =>
  waiting.length === 1 && waiting[0]?.voterId === voterId

function recordKeyed({ context, tx, row }: Keying): Promise<void> {
  return record(tx, {
    regionId: row.community_id,
    at: context.now(),
    personId: context.actor.personId,
    role: officeOf(context, row)?.role ?? null,
    act: 'vote.key_envelope',
    subject: { kind: 'vote', id: row.vote_id },
  })
}
