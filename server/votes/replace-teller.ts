import {
  decideNewTeller,
  decidePickTellers,
  decideReplaceTeller,
  THIRD_SEAT,
  type TellerCandidate,
  type TellerSeat,
  type VoteView,
} from '#core/votes'
import { DomainError } from '#core/errors'
import { enforce, signedAs } from '#core/permissions'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { officeOf } from './act-on-vote'
import { enforceWords } from './enforce-words'
import { saveVoteEvent } from './events'
import type { VoteParts } from './parts'
import { presentVote } from './present-vote'
import { lockVote, saveVote, voteOf, type VoteRow } from './repository'
import { standingIn } from './standing'
import { listInOffice, listTellers, type TellerRow } from './tellers'
import { tellOfVote } from './tell'
import { votePlaceOf } from './vote-place'

/** 谁能当计票人: who is in office over a place, without who asks. For who convenes there, and the level above. */
export async function listTellerCandidates(
  context: Context,
  placeId: string,
): Promise<{ items: TellerCandidate[] }> {
  const { db, actor, now } = context
  const place = await votePlaceOf(db, context, placeId)
  enforce(decidePickTellers(actor, place))
  const inOffice = await listInOffice(db, place.jurisdiction, now())
  return { items: inOffice.filter(({ personId }) => personId !== actor.personId) }
}

export interface ReplaceTeller {
  voteId: string
  seat: TellerSeat
  personId: string
  reason: string
  revision: number
}

/** 换计票人. What the one before keyed in stays theirs; the frozen names stay, the timeline says who took over and why. */
export async function replaceTeller(
  context: Context,
  input: ReplaceTeller,
  parts: VoteParts,
): Promise<VoteView> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    const row = await lockVote(tx, region.regionId, input.voteId)
    if (!row) throw new DomainError('NOT_FOUND')
    enforce(decideReplaceTeller(actor, voteOf(row, await standingIn(tx, actor, row))))
    if (row.revision !== input.revision) throw new DomainError('STATE_CHANGED')
    enforceWords(parts, input.reason, 'reason')
    const { before, after } = await decideWho(tx, context, row, input)
    await saveSeat(tx, row, { before, after, now: now() })
    const changed = await saveVote(tx, row, {})
    await putOnRecord(tx, context, changed, `${before.name} 换成 ${after.name}：${input.reason}`)
    const waits = row.state === 'counting' && input.seat !== THIRD_SEAT
    const told = { byPersonId: actor.personId, at: now() }
    const kind = waits ? 'vote_envelopes_wait' : 'vote_teller_named'
    await tellOfVote(tx, changed, kind, [after.personId], told)
    return presentVote(tx, context, parts.contactBox, changed)
  })
}

async function decideWho(
  tx: Transaction,
  { actor, now }: Context,
  row: VoteRow,
  { seat, personId }: ReplaceTeller,
): Promise<{ before: TellerRow; after: TellerCandidate }> {
  const ever = await listTellers(tx, row)
  const inOffice = await listInOffice(tx, row.jurisdiction, now())
  enforce(
    decideNewTeller(personId, {
      inOfficeIds: inOffice.map((one) => one.personId),
      convenerId: row.convener_id,
      byId: actor.personId,
      everTellerIds: ever.map((teller) => teller.person_id),
    }),
  )
  const before = ever.find((teller) => teller.seat === seat && teller.replaced_at === null)
  const after = inOffice.find((one) => one.personId === personId)
  if (!before || !after) throw new DomainError('STATE_CHANGED')
  return { before, after }
}

async function saveSeat(
  tx: Transaction,
  row: VoteRow,
  { before, after, now }: { before: TellerRow; after: TellerCandidate; now: Date },
): Promise<void> {
  await tx
    .updateTable('vote_tellers')
    .set({ replaced_at: now })
    .where('community_id', '=', row.community_id)
    .where('vote_id', '=', row.vote_id)
    .where('person_id', '=', before.person_id)
    .execute()
  await tx
    .insertInto('vote_tellers')
    .values({
      community_id: row.community_id,
      vote_id: row.vote_id,
      person_id: after.personId,
      seat: before.seat,
      name: after.name,
      role: after.role,
      named_at: now,
      replaced_at: null,
    })
    .execute()
}

async function putOnRecord(tx: Transaction, context: Context, row: VoteRow, note: string): Promise<void> {
  const { actor, now } = context
  const office = officeOf(context, row)
  await saveVoteEvent(tx, row, {
    act: 'replace_teller',
    at: now(),
    person_id: actor.personId,
    by_name: office ? signedAs(office) : null,
    note,
  })
  await record(tx, {
    regionId: row.community_id,
    at: now(),
    personId: actor.personId,
    role: office?.role ?? null,
    reason: note,
    act: 'vote.replace_teller',
    subject: { kind: 'vote', id: row.vote_id },
  })
}
