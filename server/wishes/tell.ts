import type { InboxKind } from '#core/inbox'
import { wantedByMany, type WishAct } from '#core/wishes'
import { sendToInbox } from '#server/inbox/index'
import { listMemberIds } from '#server/organisations/index'
import { listStaffIds } from '#server/people/index'
import type { Transaction } from '#server/platform/db/index'
import { setWish, type StoredWish } from './repository'
import { listSecondingIds } from './seconds'
import { titleFor } from './title'

type Hears = Partial<Record<WishAct, InboxKind>>

/** What the author is told of an act that is not their own. */
const AUTHOR_HEARS: Hears = {
  offer: 'wish_offer',
  hand_back: 'wish_back',
  no_contact: 'wish_back',
  no_delivery: 'wish_back',
  member_gone: 'wish_back',
  take_over: 'wish_helper_new',
  deliver: 'wish_delivered',
  ask_again: 'wish_ask_again',
  expire: 'wish_expired',
  ask_merge: 'wish_merge_asked',
}

/** What who helps, or helped until now, is told. */
const HELPER_HEARS: Hears = {
  accept_offer: 'wish_accepted',
  release: 'wish_claim_ended',
  no_contact: 'wish_claim_ended',
  no_delivery: 'wish_claim_ended',
  member_gone: 'wish_claim_ended',
  not_yet: 'wish_not_yet',
  confirm: 'wish_thanks',
  withdraw: 'wish_withdrawn',
}

/** Acts of which those who want it too are told. */
const SECONDERS_HEAR: readonly WishAct[] = [
  'confirm',
  'withdraw',
  'agree_merge',
  'become_matter',
  'become_topic',
]

export interface ToldOfWish {
  act: WishAct
  /** Null: the clock. */
  byPersonId: string | null
  at: Date
}

/** Sends a message about a wish, never to who did it. */
export async function tellOfWish(
  tx: Transaction,
  row: StoredWish,
  kind: InboxKind,
  personIds: readonly string[],
  { byPersonId, at }: Pick<ToldOfWish, 'byPersonId' | 'at'>,
): Promise<void> {
  const heard = personIds.filter((id) => id !== byPersonId)
  // What a moderator hid is named to its author alone.
  for (const about of new Set(heard.map((id) => titleFor(row, id))))
    await sendToInbox(tx, {
      communityId: row.community_id,
      personIds: heard.filter((id) => titleFor(row, id) === about),
      kind,
      about,
      subject: { kind: 'wish', id: row.wish_id },
      at,
    })
}

/** Tells author, helper and who wants it too. `before`: the wish as it was, for whoever helped until now. */
export async function tellOfWishAct(
  tx: Transaction,
  { before, after }: { before: StoredWish; after: StoredWish },
  told: ToldOfWish,
): Promise<void> {
  const forAuthor = AUTHOR_HEARS[told.act]
  if (forAuthor) await tellOfWish(tx, after, forAuthor, [after.author_id], told)
  const forHelper = HELPER_HEARS[told.act]
  if (forHelper) await tellOfWish(tx, after, forHelper, await helperIds(tx, before, after), told)
  if (SECONDERS_HEAR.includes(told.act) && after.seconds > 0)
    await tellOfWish(tx, after, 'wish_news', await listSecondingIds(tx, after), told)
  // Enough homes may have come to want it while somebody helped.
  if (before.state !== 'published') await tellOfMany(tx, after, told.at)
}

/** Who helps, or else helped; of an organisation whose member left, everybody in it. */
async function helperIds(tx: Transaction, before: StoredWish, after: StoredWish): Promise<string[]> {
  const {
    helper_id: helper,
    helper_organisation_id: organisation,
    member_left_at: left,
  } = after.helper_id ? after : before
  if (organisation && left) return listMemberIds(tx, after.community_id, organisation)
  return helper ? [helper] : []
}

/** So many homes want it: its author, and the head of the building it comes from, are offered more (domain.md 4). Once. */
export async function tellOfMany(tx: Transaction, row: StoredWish, at: Date): Promise<void> {
  const many = wantedByMany({ seconds: row.seconds, secondsNeeded: row.seconds_needed })
  if (!many || row.many_told_at || row.state !== 'published') return
  await setWish(tx, row, { many_told_at: at })
  const heads = await listStaffIds(tx, row.jurisdiction, ['building_head'], at)
  await tellOfWish(tx, row, 'wish_many_homes', [row.author_id], { byPersonId: null, at })
  await tellOfWish(tx, row, 'wish_wanted_by_many', heads, { byPersonId: row.author_id, at })
}
