import { sql } from 'kysely'
import { CONSENT_REFUSALS, NOTICES, type ConsentDocument } from '#core/people'
import { DomainError } from '#core/errors'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'

interface Writer {
  privacy: boolean
  publicWords: boolean
  verified: boolean
  homeIds: string[]
}

/**
 * The caller as who writes words that others read and that end with a home: with both consents and a verified phone, and with the homes they
 * have at this moment, none of which is left before the transaction ends. First in the transaction; one query for what `enforceConsent`,
 * `enforceVerified` and `holdHomes` ask. Throws CONSENT_REQUIRED, PUBLIC_CONSENT_REQUIRED, PHONE_REQUIRED, in this order.
 */
export async function asWriter(tx: Transaction, asked: Context): Promise<Context> {
  const { actor, region } = asked
  const { privacy, publicWords, verified, homeIds } = await readWriter(tx, region.regionId, actor.personId)
  if (!privacy) throw new DomainError(CONSENT_REFUSALS.privacy)
  if (!publicWords) throw new DomainError(CONSENT_REFUSALS.public_words)
  if (!verified) throw new DomainError('PHONE_REQUIRED')
  const homes = actor.homes.filter(({ homeId }) => homeIds.includes(homeId))
  return { ...asked, actor: { ...actor, homes } }
}

async function readWriter(tx: Transaction, communityId: string, personId: string): Promise<Writer> {
  const agrees = (document: ConsentDocument) => sql`exists (select 1 from consents
    where person_id = ${personId} and document = ${document} and version = ${NOTICES[document].version} and withdrawn_at is null)`
  const { rows } = await sql<Writer>`
    select ${agrees('privacy')} as privacy, ${agrees('public_words')} as "publicWords",
      exists (select 1 from phones where person_id = ${personId}) as verified,
      array(select home_id from memberships where community_id = ${communityId} and person_id = ${personId}
        and state = 'confirmed' order by membership_id for share) as "homeIds"`.execute(tx)
  return rows[0] as Writer
}
