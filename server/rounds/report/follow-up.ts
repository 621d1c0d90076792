import { sql } from 'kysely'
import { decideFollowUp, roundOffice, type RoundView } from '#core/rounds'
import { DomainError } from '#core/errors'
import { enforce, signedAs } from '#core/permissions'
import { enforceConsent, enforceVerified } from '#server/people/index'
import type { Context } from '#server/platform/context'
import { newId, type Transaction } from '#server/platform/db/index'
import { scheduleRound } from '../clock'
import { roundPlaceOf } from '../convene-round'
import { saveRoundEvent } from '../events'
import { recordRound } from '../on-record'
import { presentRound } from '../present-round'
import { findRound, lockRound, roundFor, type RoundRow } from '../repository'
import { indexRound } from '../round-words'
import { takePart } from '../take-part'
import { carryOpenPoints, isFollowed } from './open-points'

/**
 * 接着谈: a new round with the same question and scope, whose topics are what stayed open: topics without consensus, and items that weren't
 * done, with the homes that stood behind them. In one step, by who convenes there now, once. Throws NOT_ALLOWED, STATE_CHANGED.
 */
export function followUp(context: Context, roundId: string): Promise<RoundView> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    await enforceConsent(tx, actor.personId)
    await enforceConsent(tx, actor.personId, 'public_words')
    await enforceVerified(tx, actor.personId)
    const before = await lockRound(tx, region.regionId, roundId)
    if (!before) throw new DomainError('NOT_FOUND')
    enforce(decideFollowUp(actor, await roundFor(tx, actor, before)))
    if (await isFollowed(tx, before)) throw new DomainError('STATE_CHANGED')
    const place = await roundPlaceOf(tx, context, before.place_id)
    const office = roundOffice(actor.roles, place)
    if (!office) throw new DomainError('NOT_ALLOWED')
    const at = now()
    const row = await saveNew(tx, before, {
      place_name: place.name,
      jurisdiction: place.jurisdiction,
      convener_id: actor.personId,
      convener_role: office.role,
      convener_name: signedAs(office),
      touched_at: at,
      created_at: at,
    })
    await saveRoundEvent(tx, row, {
      act: 'convene',
      at,
      person_id: actor.personId,
      by_name: row.convener_name,
    })
    await recordRound(tx, row, { act: 'convene', at, personId: actor.personId, role: office.role })
    await takePart(tx, row, { personId: actor.personId, homeId: null, at })
    await carryOpenPoints(tx, before, row)
    await scheduleRound(tx, row)
    await indexRound(tx, row)
    return presentRound(tx, context, row)
  })
}

type Anew = Pick<
  RoundRow,
  | 'place_name'
  | 'jurisdiction'
  | 'convener_id'
  | 'convener_role'
  | 'convener_name'
  | 'touched_at'
  | 'created_at'
>

/** The same question, as it was shown before, in the same scope. */
async function saveNew(tx: Transaction, before: RoundRow, anew: Anew): Promise<RoundRow> {
  const roundId = newId()
  const { community_id, place_id, place_kind, chosen, homes, question, text, words_state } = before
  await tx
    .insertInto('rounds')
    .values({
      ...{ community_id, place_id, place_kind, chosen, homes, question, text, words_state },
      ...anew,
      round_id: roundId,
      state: 'agenda',
      follows_id: before.round_id,
      revision: 1,
    })
    .execute()
  await sql`insert into round_homes (community_id, round_id, home_id)
    select community_id, ${roundId}::uuid, home_id from round_homes
    where community_id = ${community_id} and round_id = ${before.round_id}`.execute(tx)
  return (await findRound(tx, community_id, roundId)) as RoundRow
}
