import type { MemberState, OrganisationKind, OrganisationState, VolunteerState } from '#core/organisations'
import type { Instant, InstantOrNull } from './columns'

interface Organisations {
  community_id: string
  organisation_id: string
  kind: OrganisationKind
  name: string
  does: string
  state: OrganisationState
  created_by: string
  created_at: Instant
  ended_at: InstantOrNull
  ended_reason: string | null
}

interface OrganisationMembers {
  community_id: string
  member_id: string
  organisation_id: string
  person_id: string
  state: MemberState
  /** For leads and staff only. */
  note: string | null
  reason: string | null
  asked_at: Instant
  decided_by: string | null
}

interface VolunteerRequests {
  community_id: string
  request_id: string
  person_id: string
  /** `ended` is never written: the grant says it. */
  state: Exclude<VolunteerState, 'ended'>
  /** For staff only. */
  note: string | null
  reason: string | null
  asked_at: Instant
  decided_by: string | null
  grant_id: string | null
}

/** Tables of organisations and volunteers. */
export interface OrganisationTables {
  organisations: Organisations
  organisation_members: OrganisationMembers
  volunteer_requests: VolunteerRequests
}
