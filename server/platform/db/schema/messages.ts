import type { Generated } from 'kysely'
import type { InboxChoice, InboxKind, InboxSubject, InboxTopic } from '#core/inbox'
import type { WordsState, ThingKind } from '#core/moderation'
import type { Role } from '#core/permissions'
import type { SearchKind } from '#core/search'
import type { Instant, InstantOrNull } from './columns'

/** What was told, one row per person and message. */
interface InboxItems {
  community_id: string
  person_id: string
  item_id: string
  kind: InboxKind
  about: string
  subject_kind: InboxSubject
  subject_id: string
  at: Instant
  /** Kept back until then for who wants them once a day; null: it stands in the list. */
  held_until: InstantOrNull
  /** Its reader opened the thing while it was kept back: it is delivered as read. */
  seen: Generated<boolean>
}

/** What a list shows: the latest message about one thing. */
interface InboxGroups {
  community_id: string
  person_id: string
  subject_kind: InboxSubject
  subject_id: string
  kind: InboxKind
  about: string
  at: Instant
  last_item_id: string
  unread: number
  count: number
}

interface InboxChoices {
  community_id: string
  person_id: string
  topic: InboxTopic
  choice: InboxChoice
}

/** What search looks up; the thing itself is read where it stands. */
interface SearchEntries {
  community_id: string
  entry_id: string
  kind: SearchKind
  subject_kind: ThingKind
  subject_id: string
  /** From the community down to the place, and the grids over it. */
  place_path: string[]
  audience: 'neighbours' | 'staff'
  /** Each marked with the end of its community's id. */
  terms: string[]
}

interface Notices {
  community_id: string
  notice_id: string
  place_id: string
  place_name: string
  /** From the district down to the place, then the grids over it. */
  jurisdiction: string[]
  /** Places inside it where one may be in office, and the grids over them; empty for the community itself. */
  inside: Generated<string[]>
  author_id: string
  by_name: string
  unit_name: string
  role: Role
  title: string
  text: string
  words_state: WordsState
  /** On top until then; without a slot: as soon as residents see it and one of the three is free. */
  pinned_until: InstantOrNull
  /** 1 to 3: which of the place's three it has, as long as residents see it. */
  pin_slot: number | null
  published_at: Instant
  withdrawn_at: InstantOrNull
  withdrawn_reason: string | null
  /** The last membership whose person was told; null: nobody yet. */
  told_after: string | null
  /** When everybody there had been told. */
  told_at: InstantOrNull
  /** Its publisher opened it to everybody, signed in or not. */
  is_public: Generated<boolean>
}

interface NoticeReaders {
  community_id: string
  notice_id: string
  person_id: string
  read_at: InstantOrNull
}

/** Tables of grouped inbox, notices and search. */
export interface MessageTables {
  inbox_items: InboxItems
  inbox_groups: InboxGroups
  inbox_choices: InboxChoices
  search_entries: SearchEntries
  notices: Notices
  notice_readers: NoticeReaders
}
