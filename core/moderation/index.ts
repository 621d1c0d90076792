export { CONCERN_LABELS, CONCERNS, type Concern } from './concerns'
export * from './contract'
export {
  APPEAL_DAYS,
  appealEndsAt,
  appealLastDay,
  CASE_DECISIONS,
  CASE_SOURCES,
  CASE_STATES,
  decideAppeal,
  decideCase,
  decideReport,
  decisionLabel,
  DECISIONS_OF,
  isModerator,
  mayModerate,
  needsReason,
  TARGET_KINDS,
  THING_KINDS,
  type ThingKind,
  type CaseDecision,
  type CaseSource,
  type CaseState,
  type ModerationCase,
  type TargetKind,
} from './policy'
export {
  decideWords,
  WORDS_STATE_NOTES,
  WORDS_STATES,
  type CheckVerdict,
  type WordsState,
} from './words-state'
