import { sql } from 'kysely'
import { CLOSED_NAME } from '#core/my-data'
import { hasDesk } from '#core/matters'
import { maskPhone, type MeView, type MyCommunity } from '#core/people'
import { DomainError } from '#core/errors'
import type { Relation, Role } from '#core/permissions'
import { pathName } from '#core/places'
import type { Context } from '#server/platform/context'
import type { ContactBox } from '#server/platform/crypto/index'
import type { ServerParts } from '#server/platform/http/parts'
import type { Database, PathName, Transaction } from '#server/platform/db/index'
import { enforceConsent } from './consent'
import { phoneIn } from './phone-repository'

type Reader = Database | Transaction

interface MyCommunityRow {
  communityId: string
  name: string
  homes: { homeId: string; name: string; relation: Relation; pathNames: PathName[] }[]
  asked: string
  roles: { role: Role; placeId: string; placeName: string; endsAt: string }[]
  unread: string
}

/** The caller with phone, homes, offices and unread messages of every community they belong to: two queries. */
export async function readMe({ db, actor, now }: Context, box: ContactBox): Promise<MeView> {
  return presentMe(db, box, actor.personId, now())
}

/**
 * Changes how the caller is called. Neighbours read it beside what they write, and nobody looks at it first: what a check
 * is unsure of is refused. Throws CONSENT_REQUIRED or NICKNAME_UNSUITABLE.
 */
export async function changeMe(
  context: Context,
  { contactBox, contentCheck }: Pick<ServerParts, 'contactBox' | 'contentCheck'>,
  nickname: string,
): Promise<MeView> {
  const { actor, now, transact } = context
  return transact(async (tx) => {
    await enforceConsent(tx, actor.personId)
    if (nickname === CLOSED_NAME || contentCheck.check(nickname).verdict === 'unsure')
      throw new DomainError('NICKNAME_UNSUITABLE', 'nickname')
    await tx.updateTable('people').set({ nickname }).where('person_id', '=', actor.personId).execute()
    return presentMe(tx, contactBox, actor.personId, now())
  })
}

/** A person as they see themselves; the phone masked. */
export async function presentMe(db: Reader, box: ContactBox, personId: string, now: Date): Promise<MeView> {
  const person = await findMyself(db, personId, now)
  if (!person) throw new DomainError('SESSION_EXPIRED')
  const { nickname, personCode, sealed, closesAt, regions } = person
  return {
    personId,
    nickname,
    personCode,
    phone: sealed && maskedPhone(box, sealed, personId),
    closesAt: closesAt?.toISOString() ?? null,
    communities: await listMyCommunities(db, personId, now),
    regions,
  }
}

/** What can't be opened (a row that was changed by hand) is shown as nothing but stars: its owner can replace it. */
function maskedPhone(box: ContactBox, sealed: Buffer, personId: string): string {
  try {
    return maskPhone(phoneIn(box, sealed, personId))
  } catch {
    return '****'
  }
}

interface Myself {
  nickname: string | null
  personCode: string
  sealed: Buffer | null
  closesAt: Date | null
  regions: MeView['regions']
}

async function findMyself(db: Reader, personId: string, now: Date): Promise<Myself | undefined> {
  const { rows } = await sql<Myself>`
    select p.nickname, p.person_code as "personCode", f.sealed, c.due_at as "closesAt",
      (select coalesce(json_agg(held order by held."regionId"), '[]') from (
        select r.region_id as "regionId", r.kind, r.name,
          json_agg(json_build_object('role', g.role, 'placeId', g.place_id, 'placeName', g.place_name, 'endsAt',
            to_char(g.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by g.grant_id) as roles
        from role_grants g join regions r on g.region_id = any (r.path)
        where g.person_id = ${personId} and g.state = 'granted' and g.starts_at <= ${now} and g.ends_at > ${now}
          and r.kind <> 'community'
        group by r.region_id) held) as regions
    from people p left join phones f on f.person_id = p.person_id
      left join account_closings c on c.person_id = p.person_id
    where p.person_id = ${personId}`.execute(db)
  return rows[0]
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
      (select count(*) from memberships m where m.community_id = r.region_id and m.person_id = ${personId}
          and m.state = 'asked') as asked,
      (select count(*) from (select 1 from inbox_groups i where i.community_id = r.region_id
          and i.person_id = ${personId} and i.unread > 0 limit 100) unread) as unread
    from person_communities c join regions r on r.region_id = c.community_id
    where c.person_id = ${personId} order by r.region_id`.execute(db)
  return rows.map((row) => ({
    ...row,
    homes: row.homes.map(({ pathNames, ...home }) => ({ ...home, place: placeOfHome(pathNames) })),
    asked: Number(row.asked),
    unread: Number(row.unread),
    hasDesk: hasDesk({ roles: row.roles.map((held) => ({ ...held, isLead: false })) }),
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
