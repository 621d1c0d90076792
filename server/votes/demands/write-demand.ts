import { demandEndsAt, isDemandPlace, ownerName, type DemandView } from '#core/votes'
import { DomainError } from '#core/errors'
import { showWords } from '#server/moderation/index'
import { asWriter } from '#server/people/index'
import type { Context } from '#server/platform/context'
import { newId, type Transaction } from '#server/platform/db/index'
import type { VoteParts } from '../parts'
import { votePlaceOf } from '../vote-place'
import { scheduleDemand } from './clock'
import { recordDemand } from './on-record'
import { presentDemand } from './present-demand'
import { demandFor, demandWords, findDemand, type DemandRow } from './repository'
import { ownersOf } from './roll-of-demand'
import { sign } from './signing'

export interface WriteDemand {
  placeId: string
  title: string
  text: string
}

/**
 * 写联名要求, and sign it: by an owner there. Read by everybody who lives in the community, without a name, once the check or a
 * moderator lets them. Throws
 * DEMAND_PLACE_WRONG, DEMAND_NOT_OWNER, DEMAND_OPEN_ALREADY.
 */
export async function writeDemand(
  context: Context,
  input: WriteDemand,
  parts: Pick<VoteParts, 'contentCheck'>,
): Promise<DemandView> {
  const { actor, now } = context
  return context.transact(async (tx) => {
    await asWriter(tx, context)
    const row = await saveNew(tx, context, input, parts)
    await recordDemand(tx, row, { act: 'write', at: now(), personId: actor.personId })
    await scheduleDemand(tx, row)
    const signed = await sign(tx, row, { personId: actor.personId, at: now() })
    return presentDemand(actor, signed, await demandFor(tx, actor, signed, now()), now())
  })
}

async function saveNew(
  tx: Transaction,
  context: Context,
  input: WriteDemand,
  parts: Pick<VoteParts, 'contentCheck'>,
): Promise<DemandRow> {
  const { actor, region, now } = context
  const at = now()
  const place = await votePlaceOf(tx, context, input.placeId)
  if (!isDemandPlace(place.kind)) throw new DomainError('DEMAND_PLACE_WRONG', 'placeId')
  const { persons } = await ownersOf(tx, { communityId: region.regionId, placeId: place.placeId, now: at })
  const demandId = newId()
  const words = {
    communityId: region.regionId,
    target: { kind: 'demand' as const, id: demandId },
    authorId: actor.personId,
    text: demandWords(input),
    about: input.title,
    at,
  }
  const wordsState = await showWords(tx, words, parts)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('owners_demands')
    .values({
      community_id: region.regionId,
      demand_id: demandId,
      place_id: place.placeId,
      place_name: place.name,
      place_kind: place.kind,
      jurisdiction: place.jurisdiction,
      title: input.title,
      text: input.text,
      author_id: actor.personId,
      by_name: ownerName(place.name),
      words_state: wordsState,
      state: 'open',
      persons_when_written: persons,
      persons_of: persons,
      persons_signed: 0,
      created_at: at,
      ends_at: demandEndsAt(at),
      revision: 1,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  const row = numInsertedOrUpdatedRows === 1n ? await findDemand(tx, region.regionId, demandId) : undefined
  if (!row) throw new DomainError('DEMAND_OPEN_ALREADY')
  return row
}
