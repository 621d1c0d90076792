import type { RawBuilder, SelectType, Selectable } from 'kysely'
import type { WordsChoice } from '#core/my-data'
import type { ContactBox } from '#server/platform/crypto/index'
import type { Database, Tables } from '#server/platform/db/index'

type TableName = keyof Tables & string
type ColumnName<Name extends TableName> = keyof Tables[Name] & string

/** Not in the archive, and why. */
export interface LeftOut {
  leftOut: string
}

/** In `data.json` as it is; the readable page has no use for it. */
export interface AsId {
  id: true
}

/** In both: under which heading, and how a value reads. Undefined: the value as it is (times as day and hour). */
export interface Shown<Value = unknown> {
  title: string
  words?: ((value: Value) => string) | undefined
}

/** What becomes of one column in the archive; text is a heading. */
export type ColumnInArchive<Value> = string | Shown<Value> | AsId | LeftOut

/** What stands in a row about a person, column by column: the compiler asks for every one there is. */
export interface PersonalTable<Name extends TableName> {
  table: Name
  /** Heading in the readable page. */
  title: string
  /** The columns that make a row theirs. */
  mine: readonly ColumnName<Name>[]
  /** A blind index of phones: rows under the phone that they have verified are theirs as well. */
  minePhone?: ColumnName<Name>
  /** Of those rows, which are about the person at all. */
  only?: (personId: string) => RawBuilder<boolean>
  /** A key within one person and community: rows are read in this order, page by page. */
  order: readonly ColumnName<Name>[]
  columns: { [Column in ColumnName<Name>]: ColumnInArchive<SelectType<Tables[Name][Column]>> }
  /** What `read` has to know besides the row: one value, asked in the same query. */
  beside?: RawBuilder<unknown>
  /** Takes the place of some columns: what is sealed is opened, what was written about others in an office is not. */
  read?: (row: Selectable<Tables[Name]>, reading: Reading) => Partial<Record<ColumnName<Name>, unknown>>
}

/** Whose archive is made, and what opens what is sealed. */
export interface Reading {
  personId: string
  contactBox: ContactBox
  beside?: unknown
}

/** The same, whatever its table. */
export interface AnyPersonalTable {
  table: TableName
  title: string
  mine: readonly string[]
  minePhone: string | undefined
  only: ((personId: string) => RawBuilder<boolean>) | undefined
  order: readonly string[]
  columns: Record<string, ColumnInArchive<never>>
  beside: RawBuilder<unknown> | undefined
  read: ((row: Record<string, unknown>, reading: Reading) => Record<string, unknown>) | undefined
}

/** Declares what an area stores about a person in one table. */
export function personalTable<Name extends TableName>(table: PersonalTable<Name>): AnyPersonalTable {
  return {
    beside: undefined,
    read: undefined,
    minePhone: undefined,
    only: undefined,
    ...table,
  } as unknown as AnyPersonalTable
}

/** YYYY-MM-DD: a date comes from the database as its midnight on this machine. */
export const dayOf = (midnight: Date): string => midnight.toLocaleDateString('sv-SE')

/** Why a column is in no archive: it is somebody else's, or tells nothing of the person. */
export const leftOut = (why: string): LeftOut => ({ leftOut: why })
/** Belongs to the handling, not to the person. */
export const WORK = leftOut('办事的人怎么分工、办到哪儿，写在那件事的进展里')
/** A number for programs. */
export const AS_ID: AsId = { id: true }
export const SOMEBODY_ELSE = leftOut('说的是别人')
export const ONLY_FOR_ORDER = leftOut('只给程序排先后、分类用，没有您的内容')

/** 注销: whose account goes, in one community. */
export interface Closing {
  communityId: string
  personId: string
  /** What they were called: to be taken out where names were kept. */
  nickname: string | null
  words: WordsChoice
  at: Date
}

/** A reference to a person: `table.column`. */
export type Reference = string

/**
 * What one area knows about persons. An area gives one `PersonalArea` and the registry (server/personal-data.ts) one
 * line; `PersonalAreas` is a total Record over PERSONAL_AREAS, so that the compiler asks for it, and
 * tests/api/my-data/schema.test.ts walks the whole schema: a column that may name a person and is in no area's lists
 * fails it. A new area (wishes, imports, votes …) therefore
 * 1. adds its name to PERSONAL_AREAS below, gives `export const wishData: PersonalArea = {…}` and its line;
 * 2. describes each table whose rows are somebody's by `personalTable`: that is the archive;
 * 3. lists every other column that names a person in `others`, with the reason why it is in no archive;
 * 4. empties in `forget` what goes with a closed account, and lists in `stays` each reference that remains, and why.
 */
export interface PersonalArea {
  tables: readonly AnyPersonalTable[]
  /** Columns that name a person and make no row theirs, with the reason. */
  others: Readonly<Record<Reference, string>>
  /** References that remain when the account is closed, with the reason. */
  stays: Readonly<Record<Reference, string>>
  /** Empties what goes, in this community. Is called again after having been killed: doing it twice does no harm. */
  forget?: (db: Database, closing: Closing) => Promise<void>
}

export const PERSONAL_AREAS = [
  'people',
  'organisations',
  'wishes',
  'votes',
  'rounds',
  'places',
  'matters',
  'threads',
  'moderation',
  'inbox',
  'notices',
  'photos',
  'imports',
  'audit',
  'myData',
] as const
export type PersonalAreas = Readonly<Record<(typeof PERSONAL_AREAS)[number], PersonalArea>>
