import type { BylawState, DeliveryHow } from '#core/votes'
import type { Day, Instant, InstantOrNull } from './columns'

interface Bylaws {
  community_id: string
  bylaw_id: string
  place_id: string
  place_name: string
  /** The way down to the place. */
  jurisdiction: string[]
  title: string
  /** What they say of silence, word for word. */
  clause: string
  adopted_on: Day
  state: BylawState
  recorded_by: string
  recorded_name: string
  recorded_at: Instant
  /** The second official, who put them in force or refused to. */
  decided_by: string | null
  decided_name: string | null
  decided_at: InstantOrNull
  ended_by: string | null
  ended_name: string | null
  ended_at: InstantOrNull
  /** Why they were refused or ended. */
  reason: string | null
}

interface VoteDeliveries {
  community_id: string
  vote_id: string
  delivery_id: string
  voter_id: string
  how: DeliveryHow
  /** The number of what was posted. */
  note: string | null
  at: Instant
  by_person: string
  /** Of who delivered it, as they sign; null: the voter's own word. */
  by_name: string | null
  ended_at: InstantOrNull
  ended_by: string | null
  ended_name: string | null
  end_reason: string | null
}

/** Tables of bylaws and of what was delivered. */
export interface BylawTables {
  bylaws: Bylaws
  vote_deliveries: VoteDeliveries
}
