import { z } from 'zod/mini'
import { instant } from '../contract'
import { VOTE_RULE_NAMES } from './rules'

/** 选票状态. Only `counted` takes part. */
export const BALLOT_STATUSES = ['counted', 'replaced', 'disputed', 'void'] as const
export const SECRECIES = ['named', 'secret'] as const
/** Whether a result of owners binds, or only advises, under the law of the place. */
export const BINDINGS = ['binding', 'advisory'] as const

const text = z.string().check(z.minLength(1))
const hash = z.string()
const count = z.int().check(z.minimum(0))
const weight = z.looseObject({ persons: count, area_centi_m2: count })

const item = z.looseObject({
  id: text,
  title: z.string(),
  rule: z.enum(VOTE_RULE_NAMES),
  options: z.array(text).check(z.minLength(1)),
  max_choices: z.optional(z.int().check(z.minimum(1))),
  seats: z.optional(z.int().check(z.minimum(1))),
})

const voter = z.looseObject({
  voter: text,
  units: z.array(z.looseObject({ unit: text, area_centi_m2: count })),
  delivered: z.optional(z.boolean()),
})

const ballot = z.looseObject({
  seq: z.int(),
  voter: z.optional(text),
  channel: z.optional(text),
  choices: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  status: z.enum(BALLOT_STATUSES),
  receipt: text,
  prev: hash,
  hash,
})

/** What every result of an item has; the rest depends on its rule. */
const result = z.looseObject({
  electorate: weight,
  participated: weight,
  approve: z.optional(weight),
  against: z.optional(weight),
  abstain: z.optional(weight),
  options: z.optional(z.record(z.string(), weight)),
  turnout_met: z.optional(z.boolean()),
  passed: z.optional(z.boolean()),
  elected: z.optional(z.array(z.string())),
})
export type BulletinResult = z.output<typeof result>

/** The bylaws by which silence counts, where settings record them. */
export const recordedBylaws = z.looseObject({ title: text, clause: text, adopted_on: z.iso.date() })

/**
 * `linli-bulletin/1`, the published record of a vote (formats/bulletin.md): its fields. What belongs together in them is
 * asked by `nonsenseIn`. What else stands in the file is kept, since its hashes cover it.
 */
export const bulletinFormat = z.looseObject({
  format: z.literal('linli-bulletin/1'),
  vote: z.looseObject({
    id: text,
    community: z.string(),
    title: z.string(),
    text_sha256: hash,
    frozen_sha256: hash,
    secrecy: z.enum(SECRECIES),
    binding: z.enum(BINDINGS),
    opened_at: instant,
    closed_at: instant,
    settings: z.looseObject({
      imputed_majority: z.boolean(),
      parking_counts: z.boolean(),
      // The format does not name it: whatever stands there, it is a bulletin.
      bylaws: z.optional(z.unknown()),
    }),
  }),
  items: z.array(item),
  roll: z.array(voter),
  roll_size: z.optional(count),
  participated: z.optional(count),
  ballots: z.array(ballot),
  head: hash,
  result: z.record(z.string(), z.looseObject({ ...result.shape, imputed: z.optional(result) })),
})
export type Bulletin = z.output<typeof bulletinFormat>
export type BulletinItem = Bulletin['items'][number]
export type BulletinBallot = Bulletin['ballots'][number]
export type BulletinRollEntry = Bulletin['roll'][number]
export type BulletinSettings = Bulletin['vote']['settings']

const { hasOwnProperty: hasOwn } = Object.prototype

/** What stands in the record itself under this name: a file may call an item `constructor`. */
export function ownOf<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return hasOwn.call(record, name) ? record[name] : undefined
}

/** What a ballot chose in an item; undefined: it takes no part in it. */
export function choiceIn({ choices }: BulletinBallot, itemId: string): readonly string[] | undefined {
  const choice = ownOf(choices, itemId)
  return typeof choice === 'string' ? [choice] : choice
}
