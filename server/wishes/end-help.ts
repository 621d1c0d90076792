import { listMemberIds } from '#server/organisations/index'
import type { Transaction } from '#server/platform/db/index'
import { actUnasked, type Unasked } from './act-unasked'
import { mayStillHelp } from './helper-now'
import { findWaitingOffer, setOffer, type StoredOffer } from './offers'
import type { WishRow } from './repository'
import { tellOfWish } from './tell'

type Ending = Pick<Unasked, 'at' | 'recorded'>

/** Takes back a waiting offer whose reason is gone; who made it is told. Answers the wish as it is then. */
export async function takeBackOffer(
  tx: Transaction,
  row: WishRow,
  offer: StoredOffer,
  ending: Ending,
): Promise<WishRow> {
  await setOffer(tx, offer, 'taken_back')
  await tellOfWish(tx, row, 'wish_offer_ended', [offer.person_id], { byPersonId: null, at: ending.at })
  return actUnasked(tx, row, {
    ...ending,
    act: 'take_back_offer',
    personId: offer.person_id,
    byName: offer.shown_name,
  })
}

/** Hands a claim back whose helper can't help any more; they are told, and the author. */
async function handBack(tx: Transaction, row: WishRow, ending: Ending): Promise<WishRow> {
  const { helper_id: helper } = row
  if (!helper) return row
  await tellOfWish(tx, row, 'wish_claim_ended', [helper], { byPersonId: null, at: ending.at })
  return actUnasked(tx, row, { ...ending, act: 'hand_back', personId: helper, byName: row.helper_name })
}

/** Ends what one person does for a locked wish: an offer that waits is taken back, a claim handed back. */
export async function endHelpOf(
  tx: Transaction,
  row: WishRow,
  { personId, ...ending }: Ending & { personId: string },
): Promise<WishRow> {
  const offer = await findWaitingOffer(tx, row, { personId })
  if (offer) return takeBackOffer(tx, row, offer, ending)
  const helps = row.state === 'claimed' && row.helper_id === personId && row.member_left_at === null
  return helps ? handBack(tx, row, ending) : row
}

/**
 * 还没有, said to somebody who may help there no more (they moved away after 帮好了, or are gone): it waits for neighbours
 * again at once, not for them. An organisation whose member left has its days to send another, if anybody is in it.
 */
export async function endHelpOfGone(tx: Transaction, row: WishRow, { at }: Ending): Promise<WishRow> {
  const { helper_id: personId, helper_organisation_id: organisation, member_left_at: left } = row
  if (organisation && left) {
    const members = await listMemberIds(tx, row.community_id, organisation)
    return members.length > 0 ? row : actUnasked(tx, row, { act: 'member_gone', at })
  }
  if (!personId || (await mayStillHelp(tx, row, { personId, at }))) return row
  return endHelpOf(tx, row, { personId, at })
}
