import { matterPolicy } from '#core/matters'
import { DomainError } from '#core/errors'
import { record } from '#server/audit/index'
import { openContact, openPhone } from '#server/people/index'
import type { Context } from '#server/platform/context'
import type { ContactBox } from '#server/platform/crypto/index'
import { lockMatter, matterOf } from './repository'
import { titleFor } from './title'

/** The phone of who reported, for who holds the matter; each reading is on record and visible to its owner (domain.md 5). */
export async function readMatterContact(
  context: Context,
  box: ContactBox,
  matterId: string,
): Promise<{ phone: string | null }> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    const row = await lockMatter(tx, region.regionId, matterId)
    const matter = row && matterOf(row)
    if (!row || !matter || !matterPolicy.read(actor, matter)) throw new DomainError('NOT_FOUND')
    if (!matterPolicy.read_contact(actor, matter)) throw new DomainError('NOT_ALLOWED')
    const office = actor.roles.find((held) => matterPolicy.read_contact({ ...actor, roles: [held] }, matter))
    const reader = { personId: actor.personId, role: office?.role ?? null }
    if (row.reporter_id) {
      const opened = await openContact(tx, box, {
        communityId: row.community_id,
        ownerId: row.reporter_id,
        readerId: reader.personId,
        readerName: office?.officialName ?? '',
        readerRole: reader.role,
        subject: { kind: 'matter', id: matterId },
        // Who took it over is told no more of the first one's words than the page tells them.
        about: titleFor(row, row.author_id === null || row.words_state === 'shown'),
        at: now(),
      })
      return { phone: opened?.phone ?? null }
    }
    await record(tx, {
      regionId: region.regionId,
      at: now(),
      ...reader,
      act: 'contact.read',
      subject: { kind: 'matter', id: matterId },
    })
    return { phone: row.caller_phone ? openPhone(box, row.caller_phone, matterId) : null }
  })
}
