import type { ThingKind } from '#core/moderation'
import { sql } from 'kysely'
import { termsOf, type SearchKind } from '#core/search'
import type { Transaction } from '#server/platform/db/index'

/** Who may find an entry at all; each hit is still asked for by its own policy before it is shown. */
export type SearchAudience = 'neighbours' | 'staff'

/** A thing as it is found. */
export interface SearchEntry {
  communityId: string
  kind: SearchKind
  /** The thing's own UUIDv7: its order is the order of what is found. */
  entryId: string
  /** What it opens: itself, or what a post belongs to. */
  subject: { kind: ThingKind; id: string }
  /** From the community down to the place, and the grids over it. Left out: that of the entry it belongs to. */
  placePath?: readonly string[]
  audience: SearchAudience
  /** Its words: title and text. Never what is encrypted, private, hidden or restricted. */
  words: readonly string[]
}

/** Hexadecimal digits of the community put before each term: the random end of its UUIDv7. */
const MARK_LENGTH = 8

/** GIN can't begin with the community; marked terms keep one community's words out of another's postings all the same. */
export function markedTerms(communityId: string, terms: readonly string[]): string[] {
  const mark = communityId.slice(-MARK_LENGTH)
  return terms.map((term) => `${mark}${term}`)
}

/** Makes a thing findable, or changes what it is found by, in the transaction that writes it. */
export async function indexForSearch(tx: Transaction, entry: SearchEntry): Promise<void> {
  const { communityId, kind, entryId, subject, placePath, audience } = entry
  const terms = markedTerms(communityId, termsOf(entry.words.join('\n')))
  await sql`
    insert into search_entries
      (community_id, entry_id, kind, subject_kind, subject_id, place_path, audience, terms)
    values (${communityId}, ${entryId}, ${kind}, ${subject.kind}, ${subject.id},
      coalesce(${placePath ? [...placePath] : null}::uuid[], (select place_path from search_entries
        where community_id = ${communityId} and entry_id = ${subject.id}), '{}'),
      ${audience}, ${terms}::text[])
    on conflict (community_id, entry_id) do update
      set place_path = excluded.place_path, audience = excluded.audience, terms = excluded.terms`.execute(tx)
}

/** The same for several new things at once, each with its own place. One statement. */
export async function indexNewForSearch(
  tx: Transaction,
  entries: readonly (SearchEntry & { placePath: readonly string[] })[],
): Promise<void> {
  if (entries.length === 0) return
  await tx
    .insertInto('search_entries')
    .values(
      entries.map(({ communityId, kind, entryId, subject, placePath, audience, words }) => ({
        community_id: communityId,
        entry_id: entryId,
        kind,
        subject_kind: subject.kind,
        subject_id: subject.id,
        place_path: [...placePath],
        audience,
        terms: markedTerms(communityId, termsOf(words.join('\n'))),
      })),
    )
    .execute()
}

/** Takes a thing out: hidden, deleted, withdrawn or no longer to be found. What isn't there stays so. */
export async function removeFromSearch(
  tx: Transaction,
  { communityId, entryId }: { communityId: string; entryId: string },
): Promise<void> {
  await tx
    .deleteFrom('search_entries')
    .where('community_id', '=', communityId)
    .where('entry_id', '=', entryId)
    .execute()
}

/** A thing answers to others now: it is found from their places, and so is what was said about it. */
export async function moveInSearch(
  tx: Transaction,
  communityId: string,
  subjectId: string,
  placePath: readonly string[],
): Promise<void> {
  await sql`
    update search_entries set place_path = ${[...placePath]}::uuid[]
    where community_id = ${communityId} and subject_id = ${subjectId}`.execute(tx)
}
