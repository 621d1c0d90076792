import type { Role } from '#core/permissions'
import type { TellerSeat } from '#core/votes'
import type { Instant, InstantOrNull } from './columns'

interface VoteTellers {
  community_id: string
  vote_id: string
  person_id: string
  seat: TellerSeat
  /** As they sign. */
  name: string
  role: Role
  named_at: Instant
  replaced_at: InstantOrNull
}

interface VoteEnvelopes {
  community_id: string
  vote_id: string
  voter_id: string
  /** The voter's place on the roll, from 1: printed on the ballot. */
  number: number
  received_by: string
  received_at: Instant
  settled_at: InstantOrNull
}

interface VoteEnvelopeEntries {
  community_id: string
  vote_id: string
  voter_id: string
  seat: TellerSeat
  person_id: string
  /** What the teller read, sealed for this envelope and seat alone. */
  read_sealed: Buffer
  keyed_at: Instant
}

/** Tables of votes on paper. */
export interface VotePaperTables {
  vote_tellers: VoteTellers
  vote_envelopes: VoteEnvelopes
  vote_envelope_entries: VoteEnvelopeEntries
}
