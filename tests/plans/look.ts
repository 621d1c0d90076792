import type { AnswerOf, Endpoint } from '#core/contract'
import type { CallInput } from '../api/test-server'
import type { Database } from '#server/platform/db/index'

/** One community of the big district, its people, and how to call as one of them. */
export interface Seen {
  /** Its number, for `placeOf` and `personOf`. */
  community: number
  params: { communityId: string }
  resident: string
  /** Lives in the building of the head. */
  neighbour: string
  staff: string
  chief: string
  worker: string
  property: string
  head: string
  committee: string
  /** Calls as a person; the call must succeed. */
  ok<E extends Endpoint>(endpoint: E, personId: string, input: CallInput<E>): Promise<AnswerOf<E>>
  /** The first page of a list and, where there is one, the second. */
  pages<E extends Endpoint>(endpoint: E, personId: string, input: CallInput<E>): Promise<void>
  db: Database
  now: Date
}

/** Something that is done while every statement is listened to. */
export type Look = (seen: Seen) => Promise<unknown>

/** What is looked at of an area. */
export interface AreaPlans {
  /** Lists and pages, in the biggest community and in a small one. */
  reads?: Record<string, Look>
  /** Acts; they leave their rows behind. */
  writes?: Record<string, Look>
  /** Jobs, and what knows no community. */
  once?: Record<string, Look>
}

/** The same look for several people. */
export const asEach = (
  persons: Record<string, 'resident' | 'neighbour' | 'staff' | 'chief' | 'worker' | 'property' | 'head'>,
  name: (person: string) => string,
  look: (seen: Seen, personId: string) => Promise<unknown>,
): Record<string, Look> =>
  Object.fromEntries(
    Object.entries(persons).map(([person, key]) => [name(person), (seen) => look(seen, seen[key])]),
  )
