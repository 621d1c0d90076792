import { sql } from 'kysely'
import { PAGE_SIZE } from '#core/contract'
import { DomainError } from '#core/errors'
import { hasDesk } from '#core/matters'
import { belongsHere } from '#core/places'
import { queryTerms, snippetOf, SEARCH_KINDS, type FoundItem, type SearchKind } from '#core/search'
import type { Context } from '#server/platform/context'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { markedTerms } from './entries'

/** A thing as its own area shows it to this caller. */
export interface Found {
  title: string
  /** Its text, of which a snippet is shown. */
  text: string
  placeName: string
  at: Date
}

/**
 * Reads things that were found, at most a page of them, and leaves out what this caller may not read now: the index is
 * never what decides. One query.
 */
export type SearchReader = (context: Context, ids: readonly string[]) => Promise<ReadonlyMap<string, Found>>

/** One reader per kind, given where the server is put together. Without one a kind is not shown. */
export type SearchReaders = Partial<Record<SearchKind, SearchReader>>

/** Entries that are walked through before the index of terms is asked. */
const NEWEST = 1_000

interface Hit {
  entryId: string
  kind: SearchKind
  subject: FoundItem['subject']
}

/** 搜索: what holds every term, newest first. Of what may not be read now nothing is said, so a page may be short. */
export async function search(
  context: Context,
  readers: SearchReaders,
  { q, cursor }: { q: string; cursor?: string | undefined },
) {
  if (!belongsHere(context.actor) && !hasDesk(context.actor)) throw new DomainError('NOT_ALLOWED')
  const after = decodeCursor(cursor, idCursor)?.[0]
  const terms = markedTerms(context.region.regionId, queryTerms(q))
  const hits = terms.length === 0 ? [] : await findHits(context, terms, after)
  const page = toPage(
    hits,
    PAGE_SIZE,
    (hit) => [hit.entryId],
    (hit) => hit,
  )
  const found = await readAll(context, readers, page.items)
  return {
    ...page,
    items: page.items.flatMap((hit): FoundItem[] => {
      const thing = found.get(hit.entryId)
      if (!thing) return []
      const { title, text, placeName, at } = thing
      return [{ ...hit, title, snippet: text ? snippetOf(text, q) : '', placeName, at: at.toISOString() }]
    }),
  }
}

async function readAll(
  context: Context,
  readers: SearchReaders,
  hits: readonly Hit[],
): Promise<Map<string, Found>> {
  const answers = await Promise.all(
    SEARCH_KINDS.map(async (kind): Promise<ReadonlyMap<string, Found>> => {
      const ids = hits.filter((hit) => hit.kind === kind).map(({ entryId }) => entryId)
      const reader = readers[kind]
      return reader && ids.length > 0 ? reader(context, ids) : new Map<string, Found>()
    }),
  )
  return new Map(answers.flatMap((answer) => [...answer]))
}

/**
 * What many entries hold is soon met by going back from the newest; that is tried first, over a bounded stretch of the
 * key. What is rarer is looked up in the GIN index, whose hits are then few enough to sort.
 */
async function findHits(context: Context, terms: string[], after: string | undefined): Promise<Hit[]> {
  const { db, region } = context
  const here = sql`community_id = ${region.regionId} ${after ? sql`and entry_id < ${after}` : sql``}`
  const holds = sql`terms @> ${terms}::text[] and ${mayFind(context)}`
  const newest = await sql<Hit>`
    select ${COLUMNS} from (select * from search_entries where ${here} order by entry_id desc limit ${NEWEST}) newest
    where ${holds} limit ${PAGE_SIZE + 1}`.execute(db)
  if (newest.rows.length > PAGE_SIZE) return newest.rows
  const { rows } = await sql<Hit>`
    with hits as materialized (
      select entry_id, kind, subject_kind, subject_id from search_entries where ${here} and ${holds}
    )
    select ${COLUMNS} from hits order by entry_id desc limit ${PAGE_SIZE + 1}`.execute(db)
  return rows
}

const COLUMNS = sql`entry_id as "entryId", kind, json_build_object('kind', subject_kind, 'id', subject_id) as subject`

/** What neighbours may find, and what staff may of the places they answer for. */
function mayFind({ actor }: Context) {
  const held = [...new Set(actor.roles.map(({ placeId }) => placeId))]
  return sql`(audience = 'neighbours' or place_path && ${held}::uuid[])`
}
