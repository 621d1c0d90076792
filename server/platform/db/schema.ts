import type { ColumnType, Generated } from 'kysely'
import type { GrantState, MembershipState } from '#core/people'
import type { Relation, Role } from '#core/permissions'
import type { PlaceKind, RegionKind } from '#core/places'
import type { Instant, InstantOrNull } from './schema/columns'
import type { ActionTables } from './schema/action-items'
import type { BylawTables } from './schema/bylaws'
import type { DemandTables } from './schema/demands'
import type { ContactTables } from './schema/contacts'
import type { ImportTables } from './schema/imports'
import type { MatterTables } from './schema/matters'
import type { MessageTables } from './schema/messages'
import type { OrganisationTables } from './schema/organisations'
import type { MyDataTables } from './schema/my-data'
import type { PhotoTables } from './schema/photos'
import type { RoundTables } from './schema/rounds'
import type { SessionTables } from './schema/sessions'
import type { StatementTables } from './schema/statements'
import type { ThreadTables } from './schema/threads'
import type { VotePaperTables } from './schema/vote-paper'
import type { VoteProxyTables } from './schema/vote-proxies'
import type { VoteTables } from './schema/votes'
import type { WishTables } from './schema/wishes'

interface Deployment {
  singleton: Generated<boolean>
  district_id: string
  born_as: 'demo' | 'plain'
  ready_at: InstantOrNull
}

interface Regions {
  region_id: string
  parent_id: string | null
  kind: RegionKind
  name: string
  /** From the district down to the region itself. */
  path: string[]
  created_at: Instant
}

interface People {
  person_id: string
  nickname: string | null
  person_code: string
  created_at: Instant
  /** From then on nobody signs in as them; what remains is emptied or nameless. */
  closed_at: InstantOrNull
}

interface Identities {
  provider: 'wechat' | 'demo' | 'command'
  subject: string
  person_id: string
  created_at: Instant
}

interface Sessions {
  token_hash: Buffer
  session_id: string
  person_id: string
  device: string
  created_at: Instant
  last_seen_at: Instant
  expires_at: Instant
}

interface BrowserSignIns {
  code: string
  secret_hash: Buffer
  person_id: string | null
  expires_at: Instant
}

interface IdempotencyKeys {
  key_hash: Buffer
  request_hash: Buffer
  answer: Buffer | null
  created_at: Instant
}

interface DoorCodes {
  code: string
  community_id: string
  place_id: string
  issued_at: Instant
  issued_by: string
  revoked_at: InstantOrNull
  /** A new one took its place. */
  replaced: Generated<boolean>
}

interface PersonCommunities {
  person_id: string
  community_id: string
}

interface RoleGrants {
  region_id: string
  grant_id: string
  person_id: string
  role: Role
  place_id: string
  place_name: string
  /** From the district down to the place itself. */
  jurisdiction: string[]
  official_name: string
  is_lead: boolean
  /** Holds a vacant office until somebody is in it. */
  is_acting: Generated<boolean>
  starts_at: Instant
  ends_at: Instant
  evidence: string
  state: GrantState
  reason: string | null
  proposed_by: string
  proposed_as: Role
  decided_by: string | null
  created_at: Instant
}

interface Places {
  community_id: string
  place_id: string
  parent_id: string | null
  kind: PlaceKind
  name: string
  /** What the community calls it by; null for most. */
  number: ColumnType<string | null, string | null | undefined, string | null>
  sort_key: string
  /** From the community down to the place itself. */
  path: string[]
  /** Names and kinds of the same way, without the community. */
  path_names: ColumnType<PathName[], string, string>
  purpose: string | null
  ends_at: InstantOrNull
  /** Who takes over what a grid holds when it ends. */
  successor_id: string | null
  created_at: Instant
}

export interface PathName {
  placeId: string
  kind: PlaceKind
  name: string
}

interface GridCoverages {
  community_id: string
  coverage_id: string
  grid_id: string
  place_id: string
  kind: 'grid' | 'functional_grid'
  starts_at: Instant
  ends_at: InstantOrNull
  /** Grids whose dissolutions passed it on, the first one first. */
  came_from: Generated<string[]>
}

interface Memberships {
  community_id: string
  membership_id: string
  person_id: string
  home_id: string
  /** From the community down to the home. */
  home_path: string[]
  home_name: string
  relation: Relation
  is_adult: boolean
  note: string | null
  state: MembershipState
  reason: string | null
  asked_at: Instant
  confirmed_at: InstantOrNull
  decided_by: string | null
  objector_id: string | null
  ended_at: InstantOrNull
  ended_by: string | null
}

interface AuditEntries {
  community_id: string
  entry_id: string
  at: Instant
  act: string
  role: Role | null
  subject_kind: string
  subject_id: string
  person_id: string | null
  reason: string | null
  salt: Buffer | null
  /** SHA-256 over the salted erasable part (person and reason). */
  digest: Buffer
  seq: string | null
  prev: Buffer | null
  hash: Buffer | null
}

interface AuditChains {
  community_id: string
  seq: ColumnType<string, number | string, number | string>
  head: Buffer
}

export interface Tables
  extends
    MatterTables,
    PhotoTables,
    ContactTables,
    ThreadTables,
    MessageTables,
    ImportTables,
    MyDataTables,
    OrganisationTables,
    RoundTables,
    SessionTables,
    StatementTables,
    ActionTables,
    WishTables,
    VotePaperTables,
    VoteTables,
    VoteProxyTables,
    BylawTables,
    DemandTables {
  deployment: Deployment
  regions: Regions
  people: People
  identities: Identities
  sessions: Sessions
  browser_sign_ins: BrowserSignIns
  idempotency_keys: IdempotencyKeys
  door_codes: DoorCodes
  person_communities: PersonCommunities
  role_grants: RoleGrants
  places: Places
  grid_coverages: GridCoverages
  memberships: Memberships
  audit_entries: AuditEntries
  audit_chains: AuditChains
}
