import type { Scene } from './budget'

const ROLE = 'residents_committee'

/** The busybody sits in the residents' committee, too: once, whichever area asks for it first. */
export async function seatInCommittee({ busy, server: { db } }: Scene): Promise<void> {
  const { everywhere, place } = busy
  const { personId } = everywhere
  const held = await db
    .selectFrom('role_grants')
    .select('grant_id')
    .where('person_id', '=', personId)
    .where('role', '=', ROLE)
    .executeTakeFirst()
  if (held) return
  const official = await place.inOffice(ROLE, place.community.communityId)
  await db
    .updateTable('role_grants')
    .set({ person_id: personId })
    .where('person_id', '=', official.personId)
    .execute()
}
