import { z } from 'zod/mini'
import { id, instant } from '../contract'
import { DELIVERY_ACT_NAMES } from './deliveries'
import { DELIVERY_WAYS } from './delivery-ways'

/** Bylaws in force, with the clause that counts silence. */
export const bylawInForceView = z.object({
  bylawId: id,
  title: z.string(),
  clause: z.string(),
  adoptedOn: z.iso.date(),
})
export type BylawInForce = z.output<typeof bylawInForceView>

/** That a ballot reached one on the roll, as one reader meets it. */
export const deliveryNote = z.object({
  deliveryId: id,
  how: z.enum(DELIVERY_WAYS),
  /** Of what was posted. */
  number: z.nullable(z.string()),
  at: instant,
  /** Who recorded it, as they sign; null: who votes for that voter said so. */
  byName: z.nullable(z.string()),
  acts: z.array(z.enum(DELIVERY_ACT_NAMES)),
})
export type DeliveryNote = z.output<typeof deliveryNote>

/** Of a vote in which silence counts: by which bylaws, and how many of the roll the ballot reached. */
export const silenceOfVote = z.object({
  bylaw: bylawInForceView,
  delivered: z.int(),
  of: z.int(),
  /** Those for whom the reader votes by right. */
  own: z.array(z.object({ voterId: id, name: z.string(), delivery: z.nullable(deliveryNote) })),
})
export type SilenceOfVote = z.output<typeof silenceOfVote>
