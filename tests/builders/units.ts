import { newId, type Database } from '#server/platform/db/index'
import { phoneIndex } from '#server/people/index'
import { CONTACT_BOX } from './contact-box'

interface UnitOptions {
  communityId: string
  placeId: string
  name: string
  /** In 0.01 m². */
  areaCentiM2: number | null
  kind?: 'dwelling' | 'parking'
  delivery?: 'delivered' | 'unsold'
  ownerIds?: readonly string[]
  homeId?: string
}

const SINCE = '2026-01-01'

/** 专有部分 as the registers have it, with its owners. */
export async function saveUnit(db: Database, options: UnitOptions): Promise<string> {
  const { communityId, placeId, name, areaCentiM2, kind = 'dwelling', delivery = 'delivered' } = options
  const unitId = newId()
  const createdAt = new Date(`${SINCE}T00:00:00.000Z`)
  await db
    .insertInto('units')
    .values({
      community_id: communityId,
      unit_id: unitId,
      place_id: placeId,
      name,
      sort_key: name,
      kind,
      area_centi_m2: areaCentiM2,
      area_source: areaCentiM2 === null ? null : 'register',
      delivery,
      created_at: createdAt,
    })
    .execute()
  for (const ownerId of options.ownerIds ?? [])
    await db
      .insertInto('ownerships')
      .values({
        community_id: communityId,
        ownership_id: newId(),
        unit_id: unitId,
        owner_id: ownerId,
        starts_on: SINCE,
        created_at: createdAt,
      })
      .execute()
  if (options.homeId)
    await db
      .insertInto('unit_homes')
      .values({
        community_id: communityId,
        unit_home_id: newId(),
        unit_id: unitId,
        home_id: options.homeId,
        starts_on: SINCE,
      })
      .execute()
  return unitId
}

/** 业主 as the register has them; with a phone, whoever has verified it is known as this owner. */
export async function saveOwner(
  db: Database,
  { communityId, name, phone }: { communityId: string; name: string; phone?: string },
): Promise<string> {
  const ownerId = newId()
  await db
    .insertInto('owners')
    .values({
      community_id: communityId,
      owner_id: ownerId,
      kind: 'person',
      number: ownerId,
      name_sealed: CONTACT_BOX.seal(name, `owner of ${ownerId}`),
      phone_sealed: phone ? CONTACT_BOX.seal(phone, `owner of ${ownerId}`) : null,
      phone_index: phone ? phoneIndex(CONTACT_BOX, phone) : null,
      created_at: new Date(`${SINCE}T00:00:00.000Z`),
    })
    .execute()
  return ownerId
}
