import {
  decideBylawDay,
  decideBylawPhotos,
  decideRecordBylaw,
  officeForOwners,
  type BylawView,
} from '#core/votes'
import { DomainError } from '#core/errors'
import { enforce, signedAs } from '#core/permissions'
import { record } from '#server/audit/index'
import { enforceConsent } from '#server/people/index'
import { attachPhotos } from '#server/photos/index'
import type { ActingRole, Context } from '#server/platform/context'
import { newId, type Transaction } from '#server/platform/db/index'
import type { VoteParts } from '../parts'
import { votePlaceOf, type PlaceToVote } from '../vote-place'
import { presentBylaw } from './present-bylaw'
import { findBylaw, type BylawRow } from './repository'
import { tellSecond } from './tell-bylaw'

export interface RecordBylaw {
  placeId: string
  title: string
  clause: string
  /** YYYY-MM-DD in Asia/Shanghai. */
  adoptedOn: string
  photoIds: readonly string[]
}

/** 备案: what the bylaws say of ballots that don't come back, word for word, with photos; the secretary confirms them. */
export async function recordBylaw(
  context: Context,
  input: RecordBylaw,
  parts: Pick<VoteParts, 'contentCheck'>,
): Promise<BylawView> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    await enforceConsent(tx, actor.personId)
    const place = await votePlaceOf(tx, context, input.placeId)
    enforce(decideRecordBylaw(actor, place))
    const office = officeForOwners(actor.roles, place) as ActingRole
    enforce(decideBylawDay(input.adoptedOn, now()))
    enforce(decideBylawPhotos(input.photoIds.length))
    if (parts.contentCheck.check(`${input.title}\n${input.clause}`).verdict !== 'clear')
      throw new DomainError('VOTE_WORDS_REFUSED', 'clause')
    const bylawId = await save(tx, context, input, { place, office })
    const saved = (await findBylaw(tx, region.regionId, bylawId)) as BylawRow
    await tellSecond(tx, context, saved)
    return presentBylaw(tx, context, saved)
  })
}

/** One waits at a place at a time: of two at once the index lets one in. */
async function save(
  tx: Transaction,
  { actor, region, now }: Context,
  { title, clause, adoptedOn, photoIds }: RecordBylaw,
  { place, office }: { place: PlaceToVote; office: ActingRole },
): Promise<string> {
  const bylawId = newId()
  const inserted = await tx
    .insertInto('bylaws')
    .values({
      community_id: region.regionId,
      bylaw_id: bylawId,
      place_id: place.placeId,
      place_name: place.name,
      jurisdiction: place.jurisdiction,
      title,
      clause,
      adopted_on: adoptedOn,
      state: 'recorded',
      recorded_by: actor.personId,
      recorded_name: signedAs(office),
      recorded_at: now(),
      decided_by: null,
      decided_name: null,
      ended_by: null,
      ended_name: null,
      reason: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows !== 1n) throw new DomainError('BYLAW_TAKEN', 'placeId')
  await attachPhotos(tx, {
    communityId: region.regionId,
    personId: actor.personId,
    photoIds,
    subject: { kind: 'bylaw', id: bylawId },
    moment: 'other',
    at: now(),
  })
  await record(tx, {
    regionId: region.regionId,
    at: now(),
    personId: actor.personId,
    role: office.role,
    act: 'bylaw.record',
    subject: { kind: 'bylaw', id: bylawId },
  })
  return bylawId
}
