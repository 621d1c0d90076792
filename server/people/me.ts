import { sql } from 'kysely'
import { hasDesk } from '#core/matters'
import type { MeView, MyCommunity } from '#core/people'
import { DomainError } from '#core/errors'
import type { Relation, Role } from '#core/permissions'
import { pathName } from '#core/places'
import type { Context } from '#server/platform/context'
import type { Database, PathName, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction

interface MyCommunityRow {
  communityId: string
  name: string
  homes: { homeId: string; name: string; relation: Relation; pathNames: PathName[] }[]
  roles: { role: Role; placeId: string; placeName: string; endsAt: string }[]
  unread: string
}

/** The caller with homes, offices and unread messages of every community they belong to: two queries. */
export async function readMe({ db, actor, now }: Context): Promise<MeView> {
  return presentMe(db, actor.personId, now())
}

/** Changes how the caller is called. */
export async function changeMe({ actor, now, transact }: Context, nickname: string): Promise<MeView> {
  return transact(async (tx) => {
    await tx.updateTable('people').set({ nickname }).where('person_id', '=', actor.personId).execute()
    return presentMe(tx, actor.personId, now())
  })
}

async function presentMe(db: Reader, personId: string, now: Date): Promise<MeView> {
  const person = await db
    .selectFrom('people')
    .select(['nickname', 'person_code'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!person) throw new DomainError('SESSION_EXPIRED')
  return {
    personId,
    nickname: person.nickname,
    personCode: person.person_code,
    communities: await listMyCommunities(db, personId, now),
  }
}

async function listMyCommunities(db: Reader, personId: string, now: Date): Promise<MyCommunity[]> {
  const { rows } = await sql<MyCommunityRow>`
    select r.region_id as "communityId", r.name,
      (select coalesce(json_agg(json_build_object('homeId', m.home_id, 'name', m.home_name, 'relation', m.relation,
          'pathNames', h.path_names) order by m.membership_id), '[]')
        from memberships m join places h on h.community_id = m.community_id and h.place_id = m.home_id
        where m.community_id = r.region_id and m.person_id = ${personId} and m.state = 'confirmed') as homes,
      (select coalesce(json_agg(json_build_object('role', g.role, 'placeId', g.place_id, 'placeName', g.place_name,
          'endsAt', to_char(g.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by g.grant_id), '[]')
        from role_grants g where g.region_id = any (r.path) and g.person_id = ${personId} and g.state = 'granted'
          and g.starts_at <= ${now} and g.ends_at > ${now}) as roles,
      (select count(*) from (select 1 from inbox_items i where i.community_id = r.region_id
          and i.person_id = ${personId} and i.read_at is null limit 100) unread) as unread
    from person_communities c join regions r on r.region_id = c.community_id
    where c.person_id = ${personId} order by r.region_id`.execute(db)
  return rows.map((row) => ({
    ...row,
    homes: row.homes.map(({ pathNames, ...home }) => ({ ...home, place: placeOfHome(pathNames) })),
    unread: Number(row.unread),
    hasDesk: hasDesk({ personId, homes: [], roles: row.roles.map((held) => ({ ...held, isLead: false })) }),
  }))
}

/** What a home lies in: the staircase or building right above it. */
function placeOfHome(pathNames: PathName[]): { placeId: string; name: string } {
  const above = pathNames.slice(0, -1)
  return { placeId: above[above.length - 1]?.placeId ?? '', name: pathName(above) }
}

/** Remembers that a person has to do with a community, so that it shows among theirs. */
export async function rememberCommunity(
  tx: Transaction,
  personId: string,
  communityId: string,
): Promise<void> {
  await tx
    .insertInto('person_communities')
    .values({ person_id: personId, community_id: communityId })
    .onConflict((conflict) => conflict.columns(['person_id', 'community_id']).doNothing())
    .execute()
}
