import { z } from 'zod/mini'

const count = z.int()
const weight = z.object({ persons: count, area_centi_m2: count })

const outcome = {
  electorate: weight,
  participated: weight,
  approve: z.optional(weight),
  against: z.optional(weight),
  abstain: z.optional(weight),
  options: z.optional(z.record(z.string(), weight)),
  turnout_met: z.optional(z.boolean()),
  passed: z.optional(z.boolean()),
  elected: z.optional(z.array(z.string())),
}

/** The result of an item as the API answers it: `PublishedResult`, as the bulletin has it. */
export const publishedResult = z.object({ ...outcome, imputed: z.optional(z.object(outcome)) })
