import { sql } from 'kysely'
import { DomainError } from '#core/errors'
import type { HeldHome } from '#core/permissions'
import { digestOf } from '#server/platform/crypto/index'
import type { ActingRole, Caller, RegionInScope } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'

/** A session lives this long after it was last used, in days. */
export const SESSION_DAYS = 30
const DAY_MS = 86_400_000
const TOKEN = /^[A-Za-z0-9_-]{43}$/

export interface Session {
  sessionId: string
  personId: string
}

/** The hash under which a token is stored. */
export function hashToken(token: string): Buffer {
  return digestOf('session', token)
}

/** The session behind an Authorization header. Throws SESSION_MISSING, SESSION_EXPIRED or SESSION_ENDED. */
export async function findSession(
  db: Database,
  authorization: string | undefined,
  now: Date,
): Promise<Session> {
  const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1]
  if (!token) throw new DomainError('SESSION_MISSING')
  if (!TOKEN.test(token)) throw new DomainError('SESSION_EXPIRED')
  const row = await db
    .selectFrom('sessions')
    .select(['session_id', 'person_id', 'last_seen_at', 'expires_at'])
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst()
  if (!row) throw new DomainError((await wasEnded(db, token)) ? 'SESSION_ENDED' : 'SESSION_EXPIRED')
  if (row.expires_at <= now) throw new DomainError('SESSION_EXPIRED')
  if (now.getTime() - row.last_seen_at.getTime() > DAY_MS) await prolong(db, token, now)
  return { sessionId: row.session_id, personId: row.person_id }
}

async function wasEnded(db: Database, token: string): Promise<boolean> {
  const row = await db
    .selectFrom('ended_sessions')
    .select('expires_at')
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst()
  return row !== undefined
}

async function prolong(db: Database, token: string, now: Date): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ last_seen_at: now, expires_at: new Date(now.getTime() + SESSION_DAYS * DAY_MS) })
    .where('token_hash', '=', hashToken(token))
    .execute()
}

/** A caller outside any region: signed in, without power. */
export function callerAnywhere(session: Session): Caller {
  return { ...session, roles: [], homes: [] }
}

interface RegionRow {
  regionId: string
  kind: RegionInScope['kind']
  name: string
  path: string[]
  roles: ActingRole[]
  homes: (Omit<HeldHome, 'since'> & { since: string })[]
}

/** The region and what the person holds there, in one query; undefined when there is no such region. */
export async function findCallerIn(
  db: Database | Transaction,
  session: Session,
  regionId: string,
  now: Date,
): Promise<{ region: RegionInScope; actor: Caller } | undefined> {
  const { rows } = await sql<RegionRow>`
    select r.region_id as "regionId", r.kind, r.name, r.path,
      (select coalesce(json_agg(json_build_object('role', g.role, 'placeId', g.place_id, 'isLead', g.is_lead,
          'officialName', g.official_name, 'isActing', g.is_acting) order by g.grant_id), '[]')
        from role_grants g
        where g.person_id = ${session.personId} and g.region_id = any (r.path) and g.state = 'granted'
          and g.starts_at <= ${now} and g.ends_at > ${now}) as roles,
      (select coalesce(json_agg(json_build_object('homeId', m.home_id, 'path', m.home_path, 'relation', m.relation,
          'isAdult', m.is_adult, 'since', m.confirmed_at) order by m.membership_id), '[]')
        from memberships m
        where m.community_id = r.region_id and m.person_id = ${session.personId} and m.state = 'confirmed') as homes
    from regions r where r.region_id = ${regionId}`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  const homes = row.homes.map((home) => ({ ...home, since: new Date(home.since) }))
  return {
    region: { regionId: row.regionId, kind: row.kind, name: row.name, path: row.path },
    actor: { ...session, roles: row.roles, homes },
  }
}
