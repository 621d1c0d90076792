import type { Selectable } from 'kysely'
import { SERVICES, type Level, type MatterState, type ServiceCode, type TeamKind } from '#core/matters'
import type { GrantState, MembershipState } from '#core/people'
import type { Role } from '#core/permissions'
import { newCode, newToken } from '#server/platform/crypto/index'
import { newId, type Tables } from '#server/platform/db/index'
import { hashToken } from '#server/platform/http/caller'
import type { WechatServer } from '../../wechat/protocol-server'
import type { TestServer } from '../test-server'
import { matterRow } from '../many-rows'
import type { Cast } from './cast'

type StoredMatter = Omit<Selectable<Tables['matters']>, 'supports'>

interface NewMatter {
  state: MatterState
  level?: Level
  lead?: TeamKind
  more?: Partial<StoredMatter>
}

interface NewGrant {
  role: Role
  placeId: string
  regionId?: string
  state: GrantState
  proposedAs: Role
}

/** Sets the scene for one call: something of its own in a state that fits, so that only who asks decides the answer. */
export interface Stage extends Cast {
  server: TestServer
  wechat: WechatServer
  matter(options: NewMatter): Promise<string>
  membership(state: MembershipState): Promise<string>
  grant(options: NewGrant): Promise<string>
  doorCode(): Promise<string>
  building(): Promise<string>
  /** A grid that covers nothing yet; a functional one lasts a while. */
  grid(kind: 'grid' | 'functional_grid'): Promise<string>
  /** A home nobody asked for yet. */
  emptyHome(): Promise<string>
  session(personId: string): Promise<string>
  personCode(): Promise<string>
  /** Nobody of the cast has what an earlier chapter gave them: `the asker` no home, nobody an organisation, nobody is a volunteer. */
  clear(): Promise<void>
}

export function setStage(server: TestServer, wechat: WechatServer, cast: Cast): Stage {
  return {
    ...cast,
    server,
    wechat,
    matter: (options) => matter(server, cast, options),
    membership: (state) => membership(server, cast, state),
    grant: (options) => grant(server, cast, options),
    doorCode: () => doorCode(server, cast),
    building: () => place(server, cast, 'building'),
    grid: (kind) => grid(server, cast, kind),
    emptyHome: () => place(server, cast, 'home'),
    session: (personId) => session(server, personId),
    clear: () => clear(server, cast),
    personCode: async () => {
      const { personId } = await cast.place.person()
      return (
        await server.db
          .selectFrom('people')
          .select('person_code')
          .where('person_id', '=', personId)
          .executeTakeFirstOrThrow()
      ).person_code
    },
  }
}

async function clear({ db }: TestServer, { persons }: Cast): Promise<void> {
  const cast = Object.values(persons).map(({ personId }) => personId)
  await db.deleteFrom('memberships').where('person_id', '=', persons['the asker'].personId).execute()
  await db.deleteFrom('organisation_members').where('person_id', 'in', cast).execute()
  await db.deleteFrom('role_grants').where('person_id', 'in', cast).where('role', '=', 'volunteer').execute()
}

const SERVICE_AT: Record<Level, ServiceCode> = { grid: SERVICES[0].code, community: 'lift' }

/** A matter of the building, reported by `the reporter`, handled by those whose name says so. */
async function matter(
  { db, clock }: TestServer,
  { place, persons }: Cast,
  { state, level = 'grid', lead, more = {} }: NewMatter,
) {
  const { communityId, estateId, gridId } = place.community
  const matterId = newId()
  const leadPlaces: Record<TeamKind, string> = { grid: gridId, property: estateId, community: communityId }
  const handled = ['in_progress', 'resolved', 'closed'].includes(state)
  const handlers = [
    persons['grid_worker who handled'],
    persons['grid_chief who handled'],
    persons['community_staff who handled'],
  ]
  await db
    .insertInto('matters')
    .values({
      ...matterRow({ place, reporterId: persons['the reporter'].personId, state, at: clock.now }),
      matter_id: matterId,
      service_code: SERVICE_AT[level],
      level,
      lead_kind: lead ?? null,
      lead_place_id: lead ? leadPlaces[lead] : null,
      handler_ids: handled ? handlers.map(({ personId }) => personId) : [],
      ...ofState(state, clock.now),
      ...more,
    })
    .execute()
  return matterId
}

/** What a row of this state can't be without. */
function ofState(state: MatterState, now: Date): Partial<StoredMatter> {
  if (state === 'deferred') return { review_at: new Date(now.getTime() + 86_400_000) }
  if (state !== 'closed') return {}
  return { closed_at: now, closed_by: 'verify_passed', outcome: 'fixed', resolved_at: now }
}

/** `the asker` wants to be bound to the home; `objected`: somebody of that home objected. */
async function membership({ db, clock }: TestServer, { place, persons }: Cast, state: MembershipState) {
  const { communityId, estateId, buildingId, entranceId, homeId } = place.community
  const membershipId = newId()
  const askerId = persons['the asker'].personId
  await db.deleteFrom('memberships').where('person_id', '=', askerId).where('home_id', '=', homeId).execute()
  await db
    .insertInto('memberships')
    .values({
      community_id: communityId,
      membership_id: membershipId,
      person_id: askerId,
      home_id: homeId,
      home_path: [communityId, estateId, buildingId, entranceId, homeId],
      home_name: '湖光苑 3号楼 2单元 602 室',
      relation: 'family',
      is_adult: true,
      state,
      asked_at: new Date(clock.now.getTime() + 1000),
      objector_id: state === 'objected' ? persons['resident of the home'].personId : null,
    })
    .execute()
  return membershipId
}

async function grant(
  { db, clock }: TestServer,
  { place }: Cast,
  { role, placeId, regionId, state, proposedAs }: NewGrant,
) {
  const holder = await place.person()
  const proposer = await place.person()
  const grantId = newId()
  const region = regionId ?? place.community.communityId
  const above = await db
    .selectFrom('regions')
    .select('path')
    .where('region_id', '=', region)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('role_grants')
    .values({
      region_id: region,
      grant_id: grantId,
      person_id: holder.personId,
      role,
      place_id: placeId,
      place_name: '一个地方',
      jurisdiction: [...new Set([...above.path, placeId])],
      official_name: '新来的',
      is_lead: false,
      starts_at: clock.now,
      ends_at: new Date(clock.now.getTime() + 86_400_000),
      evidence: '文件',
      state,
      proposed_by: proposer.personId,
      proposed_as: proposedAs,
      created_at: clock.now,
    })
    .execute()
  return grantId
}

async function doorCode({ db, clock }: TestServer, { place, persons }: Cast): Promise<string> {
  const code = newCode(26)
  const { communityId, buildingId } = place.community
  const issuedBy = persons.administrator.personId
  await db
    .insertInto('door_codes')
    .values({
      code,
      community_id: communityId,
      place_id: buildingId,
      issued_at: clock.now,
      issued_by: issuedBy,
    })
    .execute()
  return code
}

/** A new building of the estate, or a home right in the building. */
async function place(
  { db, clock }: TestServer,
  { place: { community } }: Cast,
  kind: 'building' | 'home',
): Promise<string> {
  const { communityId, estateId, buildingId } = community
  const above = kind === 'building' ? [estateId] : [estateId, buildingId]
  const placeId = newId()
  const name = `新${placeId.slice(-12)}`
  await db
    .insertInto('places')
    .values({
      community_id: communityId,
      place_id: placeId,
      parent_id: above[above.length - 1] as string,
      kind,
      name,
      sort_key: name,
      path: [communityId, ...above, placeId],
      path_names: JSON.stringify([{ placeId, kind, name }]),
      created_at: clock.now,
    })
    .execute()
  return placeId
}

async function session({ db, clock }: TestServer, personId: string): Promise<string> {
  const sessionId = newId()
  const expiresAt = new Date(clock.now.getTime() + 86_400_000)
  await db
    .insertInto('sessions')
    .values({
      token_hash: hashToken(newToken()),
      session_id: sessionId,
      person_id: personId,
      device: '浏览器',
      created_at: clock.now,
      last_seen_at: clock.now,
      expires_at: expiresAt,
    })
    .execute()
  return sessionId
}

async function grid(
  { db, clock }: TestServer,
  { place: { community } }: Cast,
  kind: 'grid' | 'functional_grid',
) {
  const placeId = newId()
  const { communityId } = community
  await db
    .insertInto('places')
    .values({
      community_id: communityId,
      place_id: placeId,
      parent_id: null,
      kind,
      name: `网格${placeId.slice(-12)}`,
      sort_key: placeId,
      path: [communityId, placeId],
      path_names: '[]',
      purpose: kind === 'grid' ? null : '过冬',
      ends_at: kind === 'grid' ? null : new Date(clock.now.getTime() + 86_400_000),
      created_at: clock.now,
    })
    .execute()
  return placeId
}
