import { sql } from 'kysely'
import {
  itemLine,
  ledgerLine,
  NO_RATINGS,
  REPORT_HEADINGS,
  sessionLine,
  topicLine,
  type LedgerKind,
  type ReportLine,
} from '#core/rounds'
import type { Database, Transaction } from '#server/platform/db/index'
import { ratingsOf } from '../items/ratings'
import type { RoundRow } from '../repository'
import { listStandingNotes } from '../sessions/note-repository'
import { listSessionsMetBy } from '../sessions/repository'

/** Lines of one section, and entries of one ledger: nobody prints more. */
const LINES_AT_MOST = 300

/** What a section is made from: the round, whose words everybody in its scope may read. */
export interface ReportReading {
  db: Database | Transaction
  row: RoundRow
}

/** One part of the report. A loader shows only words that neighbours may read, and nobody's answers. */
export interface SectionLoader {
  heading: string
  load(reading: ReportReading): Promise<ReportLine[]>
}

const topics: SectionLoader = {
  heading: REPORT_HEADINGS.topics,
  load: async ({ db, row }) => {
    const rows = await db
      .selectFrom('topics')
      .select(['title', 'seconds', 'outcome', 'outcome_text'])
      .where('community_id', '=', row.community_id)
      .where('round_id', '=', row.round_id)
      .where('state', '=', 'open')
      .where('words_state', '=', 'shown')
      .orderBy('topic_id')
      .limit(LINES_AT_MOST)
      .execute()
    return rows.map((topic) => topicLine({ ...topic, outcomeText: topic.outcome_text }))
  },
}

const sessions: SectionLoader = {
  heading: REPORT_HEADINGS.sessions,
  load: async ({ db, row }) => {
    // Everybody reads the same report: nothing here depends on who is asked for.
    const held = await listSessionsMetBy(db, row, { personId: row.convener_id })
    const ids = held.map(({ session_id }) => session_id)
    const notes = await listStandingNotes(db, row, ids)
    return held.map((session) => {
      const own = notes.filter(({ sessionId }) => sessionId === session.session_id)
      return sessionLine({
        topic: session.topic_title,
        startsAt: session.starts_at.toISOString(),
        where: session.place,
        hostName: session.host_name,
        people: session.people,
        notes: own.filter(({ struck }) => !struck),
        struck: own.filter(({ struck }) => struck).length,
      })
    })
  },
}

const items: SectionLoader = {
  heading: REPORT_HEADINGS.items,
  load: async ({ db, row }) => {
    const rows = await db
      .selectFrom('action_items as i')
      .leftJoin('item_steps as s', (join) =>
        join
          .onRef('s.community_id', '=', 'i.community_id')
          .onRef('s.item_id', '=', 'i.item_id')
          .onRef('s.seq', '=', 'i.revision')
          .on('s.words_state', '=', 'shown'),
      )
      .selectAll('i')
      .select('s.note as last_words')
      .where('i.community_id', '=', row.community_id)
      .where('i.round_id', '=', row.round_id)
      .where('i.words_state', '=', 'shown')
      .orderBy('i.item_id')
      .limit(LINES_AT_MOST)
      .execute()
    const ids = rows.map(({ item_id }) => item_id)
    const rated = await ratingsOf(db, row.community_id, ids, null)
    return rows.map((item) =>
      itemLine({
        title: item.title,
        promise: item.promise,
        state: item.state,
        ownerKind: item.owner_kind,
        ownerName: item.owner_name ?? item.organisation_name,
        taken: item.owner_id !== null,
        dueOn: item.due_on,
        lastWords: item.last_words,
        ratings: rated.get(item.item_id)?.ratings ?? NO_RATINGS,
      }),
    )
  },
}

interface MoneyRow {
  item_id: string
  title: string
  kind: LedgerKind
  amount_fen: number
  what: string
  with_whom: string | null
  on_day: string
  corrects: boolean
  money_in: string
  money_out: string
}

/** Every entry stands there with its correction; the sums are over all of them, however many are shown. */
const money: SectionLoader = {
  heading: REPORT_HEADINGS.money,
  load: async ({ db, row }) => {
    const { rows } = await sql<MoneyRow>`
      select e.item_id, i.title, e.kind, e.amount_fen, e.what, e.with_whom, e.on_day, e.corrects is not null as corrects,
        coalesce(sum(e.amount_fen) filter (where e.kind = 'money_in') over of_item, 0) as money_in,
        coalesce(-sum(e.amount_fen) filter (where e.kind = 'money_out') over of_item, 0) as money_out
      from ledger_entries e join action_items i on i.community_id = e.community_id and i.item_id = e.item_id
      where i.community_id = ${row.community_id} and i.round_id = ${row.round_id} and i.words_state = 'shown'
      window of_item as (partition by e.item_id)
      order by e.item_id, e.entry_id limit ${LINES_AT_MOST}`.execute(db)
    const ids = [...new Set(rows.map(({ item_id }) => item_id))]
    return ids.map((itemId) => ledgerOf(rows.filter(({ item_id }) => item_id === itemId)))
  },
}

function ledgerOf(entries: readonly MoneyRow[]): ReportLine {
  const [first] = entries
  const inFen = Number(first?.money_in ?? 0)
  const outFen = Number(first?.money_out ?? 0)
  return ledgerLine({
    title: first?.title ?? '',
    inFen,
    outFen,
    balanceFen: inFen - outFen,
    entries: entries.map((entry) => ({
      onDay: entry.on_day,
      kind: entry.kind,
      amountFen: entry.amount_fen,
      what: entry.what,
      withWhom: entry.with_whom,
      corrects: entry.corrects,
    })),
  })
}

const lessons: SectionLoader = {
  heading: REPORT_HEADINGS.lessons,
  load: async ({ db, row }) => {
    const rows = await db
      .selectFrom('round_lessons')
      .select(['text', 'by_name'])
      .where('community_id', '=', row.community_id)
      .where('round_id', '=', row.round_id)
      .where('words_state', '=', 'shown')
      .orderBy('lesson_id')
      .limit(LINES_AT_MOST)
      .execute()
    return rows.map(({ text, by_name }) => ({ words: text, more: by_name ? [by_name] : [] }))
  },
}

/** The report, part by part, in this order: what another part of a round has to say is one line more here. */
export const REPORT_SECTIONS: readonly SectionLoader[] = [topics, sessions, items, money, lessons]
