import type { Insertable } from 'kysely'
import type { MatterState } from '#core/matters'
import { newCode, newToken } from '#server/platform/crypto/index'
import { newId, type Tables } from '#server/platform/db/index'
import { hashToken } from '#server/platform/http/caller'
import type { Neighbourhood } from '../builders/neighbourhood'
import type { TestServer } from './test-server'

/** Makes many rows at once, each kind the way the server would, and answers their ids in the order of making. */
export interface ManyRows {
  matters(count: number, options: { reporterId: string; state?: MatterState }): Promise<string[]>
  messages(count: number, personId: string): Promise<string[]>
  places(names: readonly string[]): Promise<string[]>
  grids(names: readonly string[]): Promise<string[]>
  homes(count: number): Promise<string[]>
  communities(names: readonly string[]): Promise<string[]>
  memberships(
    people: readonly { personId: string; homeId: string }[],
    state: 'asked' | 'confirmed',
  ): Promise<string[]>
  persons(count: number): Promise<string[]>
  grants(count: number): Promise<string[]>
  doorCodes(count: number, issuedAt: Date): Promise<string[]>
  sessions(count: number, personId: string): Promise<string[]>
}

type Row<Table extends keyof Tables> = Insertable<Tables[Table]>

export function manyRows({ db, clock }: TestServer, place: Neighbourhood): ManyRows {
  const { community } = place
  const { communityId, estateId, buildingId, entranceId, gridId } = community
  const at = clock.now
  const times = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => make(index))
  const placed = (
    kind: 'building' | 'home' | 'grid',
    path: string[],
    name: string,
    placeId: string,
  ): Row<'places'> => ({
    community_id: communityId,
    place_id: placeId,
    parent_id: path[path.length - 1] ?? null,
    kind,
    name,
    sort_key: name.replace(/\d+/g, (digits) => digits.padStart(8, '0')),
    path: [communityId, ...path, placeId],
    path_names: JSON.stringify([{ placeId, kind, name }]),
    created_at: at,
  })
  return {
    matters: async (count, { reporterId, state = 'submitted' }) => {
      const rows = times(count, () => matterRow({ place, reporterId, state, at }))
      await db.insertInto('matters').values(rows).execute()
      const places = rows.flatMap(({ matter_id }) =>
        [communityId, estateId, buildingId].map((place_id) => ({
          community_id: communityId,
          place_id,
          matter_id,
        })),
      )
      await db.insertInto('matter_places').values(places).execute()
      return rows.map((row) => row.matter_id)
    },
    messages: async (count, personId) => {
      const rows = times(count, (): Row<'inbox_groups'> => ({
        community_id: communityId,
        person_id: personId,
        subject_kind: 'matter',
        subject_id: newId(),
        kind: 'matter_progress',
        about: '灯坏了',
        at,
        last_item_id: newId(),
        unread: 1,
        count: 1,
      }))
      await db.insertInto('inbox_groups').values(rows).execute()
      return rows.map((row) => row.last_item_id)
    },
    places: async (names) => {
      const rows = names.map((name) => placed('building', [estateId], name, newId()))
      await db.insertInto('places').values(rows).execute()
      return rows.map((row) => row.place_id)
    },
    grids: async (names) => {
      const rows = names.map((name) => placed('grid', [], name, newId()))
      await db.insertInto('places').values(rows).execute()
      return rows.map((row) => row.place_id)
    },
    homes: async (count) => {
      const rows = times(count, () => newId()).map((id) =>
        placed('home', [estateId, buildingId, entranceId], id, id),
      )
      await db.insertInto('places').values(rows).execute()
      return rows.map((row) => row.place_id)
    },
    communities: async (names) => {
      const above = [place.districtId, place.subdistrictId]
      const rows = names.map((name): Row<'regions'> => {
        const regionId = newId()
        return {
          region_id: regionId,
          parent_id: place.subdistrictId,
          kind: 'community',
          name,
          path: [...above, regionId],
          created_at: at,
        }
      })
      await db.insertInto('regions').values(rows).execute()
      return rows.map((row) => row.region_id)
    },
    persons: async (count) => {
      const rows = times(count, (): Row<'people'> => ({
        person_id: newId(),
        nickname: '某某',
        person_code: newCode(12),
        created_at: at,
      }))
      await db.insertInto('people').values(rows).execute()
      return rows.map((row) => row.person_id)
    },
    memberships: async (people, state) => {
      const rows = people.map(({ personId, homeId }): Row<'memberships'> => ({
        community_id: communityId,
        membership_id: newId(),
        person_id: personId,
        home_id: homeId,
        home_path: [communityId, estateId, buildingId, entranceId, homeId],
        home_name: '一户',
        relation: 'family',
        is_adult: true,
        state,
        asked_at: at,
        confirmed_at: state === 'confirmed' ? at : null,
      }))
      await db.insertInto('memberships').values(rows).execute()
      return rows.map((row) => row.membership_id)
    },
    grants: async (count) => {
      const holder = (await place.person()).personId
      const roles = ['grid_worker', 'community_staff', 'community_secretary'] as const
      const rows = times(count, (index): Row<'role_grants'> => ({
        region_id: communityId,
        grant_id: newId(),
        person_id: holder,
        role: roles[index % roles.length] ?? 'grid_worker',
        place_id: index % roles.length === 0 ? gridId : communityId,
        place_name: '一个地方',
        jurisdiction: [place.districtId, place.subdistrictId, communityId],
        official_name: '某某',
        is_lead: false,
        starts_at: at,
        ends_at: new Date(at.getTime() + 86_400_000),
        evidence: '文件',
        state: 'ended',
        proposed_by: holder,
        proposed_as: 'community_staff',
        created_at: at,
      }))
      await db.insertInto('role_grants').values(rows).execute()
      return rows.map((row) => row.grant_id)
    },
    doorCodes: async (count, issuedAt) => {
      const codes = times(count, () => newCode(26))
      const row = (code: string) => ({
        code,
        community_id: communityId,
        place_id: buildingId,
        issued_at: issuedAt,
        issued_by: newId(),
      })
      await db.insertInto('door_codes').values(codes.map(row)).execute()
      return codes
    },
    sessions: async (count, personId) => {
      const expiresAt = new Date(at.getTime() + 86_400_000)
      const rows = times(count, () => ({
        token_hash: hashToken(newToken()),
        session_id: newId(),
        person_id: personId,
        device: '浏览器',
        created_at: at,
        last_seen_at: at,
        expires_at: expiresAt,
      }))
      await db.insertInto('sessions').values(rows).execute()
      return rows.map((row) => row.session_id)
    },
  }
}

/** A matter of the building, held and handled by its grid. */
interface NewMatter {
  place: Neighbourhood
  reporterId: string
  state: MatterState
  at: Date
}

export function matterRow({ place, reporterId, state, at }: NewMatter): Row<'matters'> {
  const { communityId, estateId, buildingId, gridId } = place.community
  const led = state !== 'submitted' && state !== 'acknowledged'
  return {
    community_id: communityId,
    matter_id: newId(),
    place_id: buildingId,
    place_name: '湖光苑 3号楼',
    jurisdiction: [place.districtId, place.subdistrictId, communityId, estateId, buildingId, gridId],
    grid_id: gridId,
    reporter_id: reporterId,
    channel: 'resident',
    service_code: 'stair_lamp',
    title: '灯坏了',
    state,
    visibility: 'public',
    shown_as: 'resident',
    words_state: 'shown',
    level: 'grid',
    first_level: 'grid',
    lead_kind: led ? 'grid' : null,
    lead_place_id: led ? gridId : null,
    lead_name: led ? '第一网格' : null,
    handler_ids: [],
    outcome: state === 'resolved' ? 'fixed' : null,
    answered: false,
    submitted_at: at,
    changed_at: at,
    resolved_at: state === 'resolved' ? at : null,
    closed_at: state === 'closed' ? at : null,
    revision: 1,
  }
}
