import {
  asksForMoney,
  canSubmitWish,
  isPossibleDay,
  type ConsentWay,
  type WishKind,
  type WishScope,
  type WishView,
} from '#core/wishes'
import { DomainError } from '#core/errors'
import type { ShownAs } from '#core/matters'
import { enforce } from '#core/permissions'
import { record } from '#server/audit/index'
import { showWords } from '#server/moderation/index'
import { enforceConsent, enforceContactKey, enforceVerified, sealPhone } from '#server/people/index'
import { attachPhotos } from '#server/photos/index'
import { linkToItem } from '#server/rounds/index'
import type { Context } from '#server/platform/context'
import { newId, type Transaction } from '#server/platform/db/index'
import type { ServerParts } from '#server/platform/http/parts'
import { jurisdictionOf, originOf, secondsNeededIn, type Origin } from './origins'
import { presentWish } from './present-wish'
import { publishWish } from './publish-wish'
import { saveWishEvent } from './events'
import { holdNeighbour } from './hold'
import { findWish, type StoredWish, type WishRow } from './repository'
import { authorName } from './names'

export interface SubmitWish {
  placeId: string
  scope: WishScope
  kind: WishKind
  title: string
  text?: string | undefined
  wantedBy?: string | undefined
  whenSuits?: string | undefined
  where?: string | undefined
  shownAs: ShownAs
  photoIds: string[]
  /** The action item of a round that it is to fulfil. */
  itemId?: string | undefined
  forOther?: { name: string; way: ConsentWay; phone?: string | undefined } | undefined
}

/** What a wish needs besides its context: seals whose it is, checks the words. */
export type WishParts = Pick<ServerParts, 'contactBox' | 'contentCheck'>

/** 说心愿. For oneself, or for somebody else with their consent on record; neighbours read it once the check lets them. */
export async function submitWish(asked: Context, input: SubmitWish, parts: WishParts): Promise<WishView> {
  return asked.transact(async (tx) => {
    const context = await holdNeighbour(tx, asked)
    const { actor, region, now } = context
    await enforceConsent(tx, actor.personId)
    await enforceConsent(tx, actor.personId, 'public_words')
    await enforceVerified(tx, actor.personId)
    enforceWords(input, now())
    const row = await saveNewWish(tx, context, input, parts)
    await saveWishEvent(tx, row, {
      act: 'submit',
      at: now(),
      person_id: actor.personId,
      by_name: authorName(row),
    })
    await attachPhotos(tx, {
      communityId: region.regionId,
      personId: actor.personId,
      photoIds: input.photoIds,
      subject: { kind: 'wish', id: row.wish_id },
      moment: 'before',
      at: now(),
    })
    await record(tx, {
      regionId: region.regionId,
      at: now(),
      personId: actor.personId,
      role: null,
      act: 'wish.submit',
      subject: { kind: 'wish', id: row.wish_id },
    })
    if (input.itemId) await linkToItem(tx, context, { itemId: input.itemId, kind: 'wish', id: row.wish_id })
    const published = row.words_state === 'shown' ? await publishWish(tx, row, { at: now() }) : row
    return presentWish(tx, context, parts.contactBox, published)
  })
}

/** Asking for money is refused with an explanation (domain.md 4); so is a day that is over. */
function enforceWords({ title, text, whenSuits, where, wantedBy }: SubmitWish, now: Date): void {
  if (asksForMoney([title, text, whenSuits, where].filter(Boolean).join('，')))
    throw new DomainError('WISH_ASKS_MONEY', 'title')
  if (wantedBy && !isPossibleDay(wantedBy, now)) throw new DomainError('WISH_DAY_WRONG', 'wantedBy')
}

async function saveNewWish(
  tx: Transaction,
  context: Context,
  input: SubmitWish,
  parts: WishParts,
): Promise<WishRow> {
  const { actor, region, now } = context
  const origin = await originOf(tx, region, input.placeId)
  if (!origin) throw new DomainError('PLACE_NOT_HERE', 'placeId')
  const jurisdiction = await jurisdictionOf(tx, region, origin.place, now())
  enforce(canSubmitWish(actor, { path: origin.place.path, jurisdiction }, input.forOther !== undefined))
  const scope = origin.scopes.find((one) => one.scope === input.scope)
  if (!scope) throw new DomainError('WISH_SCOPE_WRONG', 'scope')
  if (input.forOther) await enforceContactKey(tx, parts.contactBox)
  const wishId = newId()
  const needed = await secondsNeededIn(tx, region.regionId, scope.scope, scope.placeId)
  const values = newRow(context, { input, origin, scope, wishId, jurisdiction, needed, parts })
  const words_state = await showWords(
    tx,
    {
      communityId: region.regionId,
      target: { kind: 'wish', id: wishId },
      authorId: actor.personId,
      text: [input.title, input.text, input.whenSuits, input.where].filter(Boolean).join('\n'),
      about: input.title,
      at: now(),
    },
    parts,
  )
  await tx
    .insertInto('wishes')
    .values({ ...values, words_state })
    .execute()
  return (await findWish(tx, region.regionId, wishId)) as WishRow
}

interface Drafted {
  input: SubmitWish
  origin: Origin
  scope: Origin['scopes'][number]
  wishId: string
  jurisdiction: string[]
  needed: number
  parts: WishParts
}

const orNull = (text: string | undefined): string | null => (text ? text : null)

function newRow(
  { actor, region, now }: Context,
  { input, origin, scope, wishId, jurisdiction, needed, parts }: Drafted,
): Omit<StoredWish, 'words_state'> {
  const { forOther } = input
  const { contactBox } = parts
  return {
    community_id: region.regionId,
    wish_id: wishId,
    author_id: actor.personId,
    place_id: origin.place.placeId,
    place_name: origin.name,
    jurisdiction,
    scope: scope.scope,
    scope_place_id: scope.placeId,
    scope_name: scope.name,
    kind: input.kind,
    title: input.title,
    text: orNull(input.text),
    when_suits: orNull(input.whenSuits),
    meet_at: orNull(input.where),
    wanted_by: input.wantedBy ?? null,
    shown_as: input.shownAs,
    other_name: forOther ? contactBox.seal(forOther.name, `wish of ${wishId}`) : null,
    other_phone: forOther?.phone ? sealPhone(contactBox, forOther.phone, wishId) : null,
    consent_way: forOther?.way ?? null,
    state: 'submitted',
    ...UNTOUCHED,
    seconds_needed: needed,
    submitted_at: now(),
    changed_at: now(),
    revision: 1,
  }
}

const UNTOUCHED = {
  declined_reason: null,
  helper_id: null,
  helper_organisation_id: null,
  helper_name: null,
  published_at: null,
  stands_until: null,
  claimed_at: null,
  contacted_at: null,
  delivered_at: null,
  asked_again_at: null,
  member_left_at: null,
  seconds: 0,
  many_told_at: null,
  proposal_kind: null,
  proposal_id: null,
  proposal_by: null,
  proposal_by_name: null,
  proposal_reason: null,
  merged_kind: null,
  merged_id: null,
  thanks: null,
} as const
