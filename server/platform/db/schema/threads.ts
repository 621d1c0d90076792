import type { ShownAs } from '#core/matters'
import type {
  CaseDecision,
  CaseSource,
  CaseState,
  CaseSubject,
  Concern,
  TargetKind,
  WordsState,
} from '#core/moderation'
import type { Role } from '#core/permissions'
import type { PostKind, SubjectKind } from '#core/threads'
import type { Generated } from 'kysely'
import type { Instant, InstantOrNull } from './columns'

interface Posts {
  community_id: string
  post_id: string
  subject_kind: SubjectKind
  subject_id: string
  /** The post itself, or the one it answers. */
  root_id: string
  parent_post_id: string | null
  author_id: string
  shown_as: ShownAs
  official_role: Role | null
  /** As it signs: 张师傅（网格员）. */
  official_name: string | null
  unit_name: string | null
  kind: PostKind
  /** Null once its author deleted it. */
  text: string | null
  words_state: WordsState
  /** Neighbours saw it, if only once: then its end leaves a trace. */
  first_shown_at: InstantOrNull
  /** Whom it answers. */
  answered_id: string | null
  /** Who is named in it, as it shows. */
  mention_names: string[]
  /** Named persons who are told once neighbours see it. */
  untold_ids: string[]
  thanks_count: Generated<number>
  at: Instant
  deleted_at: InstantOrNull
}

interface PostThanks {
  community_id: string
  post_id: string
  person_id: string
  at: Instant
}

interface ThreadLocks {
  community_id: string
  subject_kind: SubjectKind
  subject_id: string
  locked_by: string
  by_name: string
  reason: string
  locked_at: Instant
}

interface PersonBlocks {
  community_id: string
  blocker_id: string
  block_id: string
  blocked_id: string
  /** How the blocked person was called where they were blocked: the list says no more than that. */
  shown_as: ShownAs
  at: Instant
}

interface ModerationCases {
  community_id: string
  case_id: string
  source: CaseSource
  target_kind: TargetKind
  target_id: string
  author_id: string
  /** Title of the thing the words stand at. */
  about: string
  subject_kind: CaseSubject
  subject_id: string
  /** The words as they were when the case was opened; kept whatever is decided. */
  original: string
  reasons: Concern[]
  report_count: Generated<number>
  state: CaseState
  decision: CaseDecision | null
  reason: string | null
  decided_by: string | null
  decided_at: InstantOrNull
  /** The words are hidden by this decision now. */
  in_force: Generated<boolean>
  appealed_case_id: string | null
  /** With an appeal: who decided what it is about. */
  hidden_by: string | null
  appeal_note: string | null
  /** Its author deleted the words: from then on no answer holds them. */
  target_gone: Generated<boolean>
  opened_at: Instant
}

interface ContentReports {
  community_id: string
  case_id: string
  target_kind: TargetKind
  target_id: string
  reporter_id: string
  category: Concern
  note: string | null
  at: Instant
}

/** Tables of threads and moderation. */
export interface ThreadTables {
  posts: Posts
  post_thanks: PostThanks
  thread_locks: ThreadLocks
  person_blocks: PersonBlocks
  moderation_cases: ModerationCases
  content_reports: ContentReports
}
