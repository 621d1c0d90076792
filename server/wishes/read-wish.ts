import { decideReadContact, wishPolicy, type WishView } from '#core/wishes'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import { record } from '#server/audit/index'
import { openContact, openPhone } from '#server/people/index'
import type { Context } from '#server/platform/context'
import type { ContactBox } from '#server/platform/crypto/index'
import { authorName } from './names'
import { presentWish } from './present-wish'
import { findWish, lockWish } from './repository'
import { wishMetBy } from './standing'
import { titleFor } from './title'

/** A wish with its timeline; what the asker may not know of is not found. */
export async function readWish(context: Context, box: ContactBox, wishId: string): Promise<WishView> {
  const { db, actor, region } = context
  const row = await findWish(db, region.regionId, wishId)
  if (!row || !wishPolicy.read(actor, await wishMetBy(db, actor, row))) throw new DomainError('NOT_FOUND')
  return presentWish(db, context, box, row)
}

/** The other's phone, for author and helper while they have to do with each other; on record, and its owner sees who read it. */
export async function readWishContact(
  context: Context,
  box: ContactBox,
  wishId: string,
): Promise<{ phone: string | null }> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    const row = await lockWish(tx, region.regionId, wishId)
    const wish = row && (await wishMetBy(tx, actor, row))
    if (!row || !wish) throw new DomainError('NOT_FOUND')
    enforce(decideReadContact(actor, wish, now()))
    if (!row.helper_id) throw new DomainError('NOT_ALLOWED')
    const byAuthor = actor.personId === row.author_id
    const ownerId = byAuthor ? row.helper_id : row.author_id
    if (!byAuthor && row.other_phone) {
      await record(tx, {
        regionId: region.regionId,
        at: now(),
        personId: actor.personId,
        role: null,
        act: 'contact.read',
        subject: { kind: 'wish', id: wishId },
      })
      return { phone: openPhone(box, row.other_phone, wishId) }
    }
    const opened = await openContact(tx, box, {
      communityId: row.community_id,
      ownerId,
      readerId: actor.personId,
      readerName: byAuthor ? authorName(row) : (row.helper_name ?? '帮忙的邻居'),
      readerRole: null,
      subject: { kind: 'wish', id: wishId },
      about: titleFor(row, ownerId),
      at: now(),
    })
    return { phone: opened?.phone ?? null }
  })
}
