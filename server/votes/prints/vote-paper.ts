import type { VoteView } from '#core/votes'

/** How objections of one kind were decided. */
export interface ObjectionCounts {
  upheld: number
  dismissed: number
  open: number
}

/** Somebody on the roll, as a list or a ballot names them. */
export interface PaperVoter {
  /** 编号: the place on the roll, from one. */
  number: number
  name: string
  areaCentiM2: number
}

type Head = Pick<
  VoteView,
  'voteId' | 'title' | 'placeName' | 'electorate' | 'binding' | 'disclosure' | 'closesAt'
>
/** Never a ballot, never a voter's name. */
export type VoteOnPaper = Omit<VoteView, 'voters' | 'may' | 'acts' | 'draft' | 'timeline'>

/** What is drawn. Instants as ISO text: it goes to another thread. */
export type VotePaper = { community: string; printedAt: string } & (
  | { print: 'result'; vote: VoteOnPaper; objections: Record<'roll' | 'result', ObjectionCounts> }
  | { print: 'missing'; vote: Head; voters: readonly PaperVoter[] }
  | { print: 'ballots'; vote: Head & Pick<VoteView, 'items'>; voters: readonly PaperVoter[] }
)
