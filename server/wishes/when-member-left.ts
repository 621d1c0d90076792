import { sql } from 'kysely'
import { listMemberIds, type LeftMembers, type MemberLeft } from '#server/organisations/index'
import type { Transaction } from '#server/platform/db/index'
import { actUnasked } from './act-unasked'
import { takeBackOffer } from './end-help'
import { listWaitingOffers } from './offers'
import { lockWishes, setWish, type WishRow } from './repository'
import { scheduleClock } from './schedule'
import { tellOfWish } from './tell'

/**
 * Who leaves an organisation helps for it no more (domain.md 4): what they offered in its name is taken back, what they
 * had taken on waits seven days for somebody else of it. Where nobody is left in it, neighbours are asked at once.
 */
export const handOnWishes: MemberLeft = async (tx, left) => {
  const rows = await lockWishes(tx, left.communityId, await listConcerned(tx, left))
  if (rows.length === 0) return
  const members = await listMemberIds(tx, left.communityId, left.organisationId)
  for (const row of rows) {
    const offers = (await listWaitingOffers(tx, row)).filter(
      (offer) => offer.organisation_id === left.organisationId && left.personIds.includes(offer.person_id),
    )
    let current = row
    for (const offer of offers) current = await takeBackOffer(tx, current, offer, { at: left.at })
    if (isHeldBy(current, left)) await handOn(tx, current, left, members)
  }
}

/** Offers that wait and claims that are held, for this organisation, by those who left. */
async function listConcerned(
  tx: Transaction,
  { communityId, organisationId, personIds }: LeftMembers,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select wish_id as id from wish_offers where community_id = ${communityId}
      and person_id = any (${[...personIds]}::uuid[]) and organisation_id = ${organisationId} and state = 'waiting'
    union
    select wish_id from wishes where community_id = ${communityId} and helper_organisation_id = ${organisationId}
      and helper_id = any (${[...personIds]}::uuid[]) and state in ('claimed', 'delivered')`.execute(tx)
  return rows.map(({ id }) => id)
}

function isHeldBy(row: WishRow, { organisationId, personIds }: LeftMembers): boolean {
  return (
    (row.state === 'claimed' || row.state === 'delivered') &&
    row.helper_organisation_id === organisationId &&
    row.helper_id !== null &&
    row.member_left_at === null &&
    personIds.includes(row.helper_id)
  )
}

/** What was delivered waits for its author's word; should they say 还没有, somebody else of the organisation is asked then. */
async function handOn(
  tx: Transaction,
  row: WishRow,
  { at }: LeftMembers,
  members: readonly string[],
): Promise<void> {
  if (row.state === 'claimed' && members.length === 0) {
    await actUnasked(tx, row, { act: 'member_gone', at })
    return
  }
  const handed = { ...row, member_left_at: at }
  // No step of the wish: nobody's act is refused for it.
  await setWish(tx, row, { member_left_at: at })
  await scheduleClock(tx, handed)
  if (row.state !== 'claimed') return
  const told = { byPersonId: null, at }
  // Who wished for it waits for another, and never goes themselves.
  await tellOfWish(tx, handed, 'wish_helper_left', [row.author_id], told)
  const others = members.filter((personId) => personId !== row.author_id)
  await tellOfWish(tx, handed, 'wish_take_over', others, told)
}
