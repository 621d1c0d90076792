import { z } from 'zod/mini'
import { TELLER_SEATS } from './tellers'

const count = z.int()

/** 计票人的位子. */
export const tellerSeat = z.literal(TELLER_SEATS)

/** 纸质票 of a vote, as everybody who reads it may know: who counts, how many envelopes came; never what is in them. */
export const paperOfVote = z.object({
  /** With their office, as they sign; the last in reserve. */
  tellers: z.array(z.object({ seat: tellerSeat, name: z.string(), mine: z.boolean() })),
  received: count,
  /** While they are counted: how many are not settled yet. */
  left: z.nullable(count),
  /** After the close: how many were void. */
  voided: z.nullable(count),
})
export type PaperOfVote = z.output<typeof paperOfVote>
