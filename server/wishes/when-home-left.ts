import { sql } from 'kysely'
import { mayGoOnHelping, type WishState } from '#core/wishes'
import { lockCases } from '#server/moderation/index'
import type { HomeLeft } from '#server/people/index'
import type { Transaction } from '#server/platform/db/index'
import { actUnasked } from './act-unasked'
import { endHelpOf } from './end-help'
import { actorNow, helpedBy } from './helper-now'
import { authorName } from './names'
import { lockWishes, type WishRow } from './repository'
import { removeSecondOfHome } from './seconds'
import { wishMetBy } from './standing'

/** States in which a wish still counts who wants it. */
export const COUNTING_STATES = [
  'submitted',
  'published',
  'claimed',
  'delivered',
  'expired',
] as const satisfies readonly WishState[]
/** States in which its author may say 不用了. */
const OPEN_STATES = ['submitted', 'published', 'claimed', 'expired'] as const satisfies readonly WishState[]

/** As the index wishes_open_of_author names them. */
const OPEN = sql.join(OPEN_STATES.map((state) => sql.lit(state)))

/**
 * What ends with a home (domain.md 3): that it wanted something too; offers and claims of who may help there no more; and
 * wishes said for oneself from its building, unless another home of theirs lies in it.
 */
export async function leaveWishes(tx: Transaction, left: HomeLeft): Promise<void> {
  const own = await listOwn(tx, left)
  // Before the wishes themselves, as whoever decides about their words takes them.
  for (const id of own) await lockCases(tx, left.communityId, { kind: 'wish', id })
  const rows = await lockWishes(tx, left.communityId, [...own, ...(await listConcerned(tx, left))])
  if (rows.length === 0) return
  // The home they left is gone already.
  const actor = await actorNow(tx, left)
  for (const row of rows) {
    if (isCounting(row)) await removeSecondOfHome(tx, row, left)
    if (row.author_id === left.personId) await withdrawOwn(tx, row, left, own)
    else if (!mayGoOnHelping(actor, await wishMetBy(tx, actor, row)))
      await endHelpOf(tx, row, { personId: left.personId, ...endingOf(left) })
  }
}

export const isCounting = ({ state }: WishRow): boolean =>
  (COUNTING_STATES as readonly WishState[]).includes(state)

/** Wishes said for oneself from the building of the home, where no other home of theirs is in it. */
async function listOwn(tx: Transaction, { communityId, personId, homePath, otherHomes }: HomeLeft) {
  const still = otherHomes.flatMap(({ path }) => path)
  const gone = homePath.filter((placeId) => !still.includes(placeId))
  const { rows } = await sql<{ id: string }>`
    select wish_id as id from wishes where community_id = ${communityId} and author_id = ${personId}
      and place_id = any (${gone}::uuid[]) and consent_way is null and state in (${OPEN})
    order by wish_id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Wishes that the home wants too, and those that the person offered help with or helps with. */
async function listConcerned(tx: Transaction, left: HomeLeft) {
  const { communityId, personId, homeId } = left
  const { rows } = await sql<{ id: string }>`
    select w.wish_id as id from wish_seconds s
      join wishes w on w.community_id = ${communityId} and w.wish_id = s.wish_id
      where s.community_id = ${communityId} and s.home_id = ${homeId} and s.person_id = ${personId}
        and w.state = any (${[...COUNTING_STATES]})
    union ${helpedBy(left)}`.execute(tx)
  return rows.map(({ id }) => id)
}

async function withdrawOwn(
  tx: Transaction,
  row: WishRow,
  left: HomeLeft,
  own: readonly string[],
): Promise<void> {
  const open = (OPEN_STATES as readonly WishState[]).includes(row.state)
  if (!own.includes(row.wish_id) || !open) return
  await actUnasked(tx, row, {
    ...endingOf(left),
    act: 'withdraw',
    personId: left.personId,
    byName: authorName(row),
  })
}

const endingOf = ({ at, byPersonId, byRole }: HomeLeft) => ({
  at,
  recorded: { personId: byPersonId, role: byRole },
})
