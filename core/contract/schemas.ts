import { z } from 'zod/mini'

/** Ids are UUIDv7 made by the server; any UUID is accepted as input and simply not found. */
export const id = z.uuid()

/** A UTC instant as ISO 8601 text with milliseconds. */
export const instant = z.iso.datetime()

// NUL can't be stored by PostgreSQL; the bidirectional controls can make a line read as what it is not (Unicode TR 36).
const UNWANTED =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g
/** Anything but blanks and marks that draw nothing by themselves (joiners, fillers, variation selectors, empty Braille). */
const SEEN = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u
const isHalfEmoji = (character: string): boolean => /^[\uD800-\uDFFF]$/.test(character)

/** Takes out control marks and broken halves of emoji, and the blanks around. What nobody could see is no text at all. */
export function cleanText(text: string): string {
  const clean = Array.from(text.replace(UNWANTED, ''))
    .filter((character) => !isHalfEmoji(character))
    .join('')
    .trim()
  return SEEN.test(clean) ? clean : ''
}

/** Length in Unicode characters: an emoji is one, not two; one joined from others (a family, a flag) counts as its parts. */
export function lengthOf(text: string): number {
  return Array.from(text).length
}

/** Required text of 1 to `max` characters after cleaning. */
export function requiredText(max: number) {
  return z.pipe(
    z.pipe(z.string().check(z.maxLength(max * 8, 'TEXT_TOO_LONG')), z.transform(cleanText)),
    z.string().check(
      z.minLength(1, 'TEXT_MISSING'),
      z.refine((text: string) => lengthOf(text) <= max, 'TEXT_TOO_LONG'),
    ),
  )
}

/** Text that may be left out; empty counts as left out. */
export function optionalText(max: number) {
  return z.optional(
    z.pipe(
      z.pipe(z.string().check(z.maxLength(max * 8, 'TEXT_TOO_LONG')), z.transform(cleanText)),
      z.string().check(z.refine((text: string) => lengthOf(text) <= max, 'TEXT_TOO_LONG')),
    ),
  )
}

/** An opaque place in a list, as the last answer gave it. */
export const cursor = z.optional(z.string().check(z.maxLength(512)))

/** One page of a keyset list; `nextCursor` is null on the last one. */
export function pageOf<Item extends z.ZodMiniType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) })
}

/** Rows of one page of any list. */
export const PAGE_SIZE = 20

/** What every error answer looks like. */
export const errorBody = z.object({
  code: z.string(),
  message: z.string(),
  field: z.optional(z.string()),
})
export type ErrorBody = z.output<typeof errorBody>

/** An answer that only says it is done. */
export const done = z.object({ done: z.literal(true) })
