import { z } from 'zod/mini'
import { KEY_DAYS } from '#core/contract'

const letterPhoto = z.object({
  id: z.string(),
  /** Where it lies on this phone. */
  file: z.optional(z.string()),
  /** What it became on the server, where, and when. */
  sent: z.optional(
    z.object({ photoId: z.string(), thumbUrl: z.string(), communityId: z.string(), at: z.number() }),
  ),
  /** Under which it is sent until it has arrived. */
  key: z.optional(z.string()),
})
export type LetterPhoto = z.output<typeof letterPhoto>

const letter = z.object({
  /** The Idempotency-Key: whatever happens to phone and network, it happens once. */
  key: z.string(),
  /** What it is, for the reader: 「报事：楼道灯不亮」. */
  label: z.string(),
  /** Where, and what else tells it from others. */
  detail: z.optional(z.string()),
  /** The thing or list that it belongs to: there it is shown as 等待发送. */
  about: z.string(),
  communityId: z.string(),
  /** Filled in, without `/api`. */
  path: z.string(),
  body: z.record(z.string(), z.unknown()),
  /** By the field of the body that takes their ids: `photoIds`, `onSpot.photoIds`. */
  photos: z.record(z.string(), z.array(letterPhoto)),
  /** What was written, to be taken up again: the draft it came from, and the page with its form. */
  draft: z.object({ key: z.string(), value: z.unknown() }),
  page: z.object({ route: z.string(), query: z.record(z.string(), z.string()) }),
  writtenAt: z.number(),
  /** When the words first went out with nobody knowing whether they arrived; left out: they never left the phone. */
  triedAt: z.optional(z.number()),
  /** Why the server did not take it, in words: it waits for its writer. */
  refused: z.optional(z.string()),
  /** The life of the page whose files it names; left out where files outlive it. */
  life: z.optional(z.string()),
})

/** Something a person has sent, as it waits on this phone to arrive. */
export type Letter = z.output<typeof letter>

/** Some time is left for the way: what the phone still calls young must be young on the server. */
const YOUNG_MS = (KEY_DAYS - 1) * 86_400_000

/** Too old to be sent without asking: under its key the server no longer knows whether it has it. */
export function isOld({ writtenAt }: Letter, now: number): boolean {
  return now - writtenAt > YOUNG_MS
}

/** Whether it goes out by itself. */
export function goesOut(one: Letter, now: number): boolean {
  return one.refused === undefined && !isOld(one, now)
}

/** What is kept, as far as it is still understood. */
export function parseLetters(kept: unknown): Letter[] {
  return Array.isArray(kept) ? kept.flatMap((one) => letter.safeParse(one).data ?? []) : []
}

/** The body with the ids of its photos in place. */
export function bodyOf({ body, photos }: Letter): Record<string, unknown> {
  return Object.entries(photos).reduce(
    (filled, [field, items]) =>
      withField(
        filled,
        field.split('.'),
        items.flatMap(({ sent }) => (sent ? [sent.photoId] : [])),
      ),
    body,
  )
}

function withField(
  body: Record<string, unknown>,
  [name = '', ...rest]: string[],
  ids: string[],
): Record<string, unknown> {
  const inner = (body[name] ?? {}) as Record<string, unknown>
  return { ...body, [name]: rest.length > 0 ? withField(inner, rest, ids) : ids }
}
