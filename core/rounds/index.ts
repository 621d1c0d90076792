export { roundCodeIn } from './code-in'
export {
  BOARD_LISTS,
  boardSilenceDueAt,
  decideBeginWith,
  decideConveneFor,
  decideDecline,
  decidePutUp,
  homeToPutUpFor,
  isOnBoard,
  readsBoard,
  type BoardList,
  type BoardTopic,
} from './board/board-topic'
export * from './board/contract'
export { BOARD_LABELS, BOARD_LIST_LABELS, BOARD_NAME } from './board/labels'
export { boardRuleInWords, boardStateInWords } from './board/words'
export { roundClockDueAt } from './clock'
export { commonGround, type Held, type Met } from './common-ground'
export * from './contract'
export { convenesRounds, conveningRoles, roundOffice } from './conveners'
export { decideInRound, decideRoundAct, roundActsFor } from './decide'
export { agendaGate, isGateMet, type AgendaFacts, type GateLine } from './gates'
export { PHASE_LABELS, ROUND_ACT_LABELS, ROUND_KIND, ROUND_LIST_LABELS, ROUND_STATE_LABELS } from './labels'
export * from './opening'
export {
  answeredEnough,
  OPINION_GROUP_AT_LEAST,
  OPINION_GROUPS_AT_MOST,
  OPINION_PEOPLE_AT_LEAST,
  STANCES,
  type Opinion,
  type Stance,
} from './opinions'
export { abandonedAt, HEAD_DAYS, headSilentAt, idleAt, isRoundTime, topicSecondsNeeded } from './periods'
export { mayLookForConvener, roundOfficePlaces, roundPolicy, stillConvenes, type RoundRight } from './policy'
export {
  isRoundPlace,
  NO_ROUND_STANDING,
  ROUND_PLACE_KINDS,
  type Round,
  type RoundPlaceKind,
  type RoundStanding,
} from './round'
export * from './scope/contract'
export { decideAnswerObjection, decideObject, homeToObject } from './scope/objections'
export * from './topics/contract'
export * from './sessions/contract'
export { MINUTES } from './sessions/minutes-words'
export { sessionsGate } from './sessions/gate'
export * from './statements/contract'
export { STANCE_LABELS } from './statements/labels'
export { nextStatement, type Askable } from './statements/next-statement'
export {
  asksForVote,
  decideOutcome,
  decideVoteDraft,
  hasOutcome,
  isDiscussed,
  mayDraftVote,
  OUTCOME_ASKS,
  OUTCOME_LABELS,
  OUTCOME_TEXT_LENGTH,
  outcomesGate,
} from './statements/outcome'
export {
  answersOf,
  groupName,
  isPictureDue,
  OPINION_CHANGES_AT_LEAST,
  percentOf,
  type StoredPicture,
} from './statements/picture'
export {
  decideAnswer,
  decideStatements,
  decideWithdrawStatement,
  isAsked,
  isStatementReadable,
  isStatementsPhase,
  STATEMENT_LENGTH,
  STATEMENTS_AT_MOST,
  STATEMENTS_EACH_AT_MOST,
  type Statement,
} from './statements/statement'
export {
  decideEditNote,
  decideSession,
  decideStrikeNote,
  isDiscussing,
  sessionActsFor,
  sessionOffersAt,
  type SessionAct,
} from './sessions/policy'
export {
  isPossibleSlot,
  isSessionOver,
  SESSION_PAGE,
  SESSIONS_AT_MOST,
  type DiscussionSession,
  type SessionState,
} from './sessions/session'
export {
  ARRIVED,
  MOVE_HERE,
  notesInWords,
  ONLINE,
  SESSION_ACT_LABELS,
  sessionFactsInWords,
  slotInWords,
} from './sessions/words'
export {
  canMergeTopics,
  decideProposeTopic,
  decideSecondTopic,
  decideTopicAct,
  gathersTopics,
  homesToSecond,
  isTalkedAbout,
  ownSecondsOf,
  standingAfter,
  topicActsFor,
} from './topics/decide'
export { SECOND_LABELS, TOPIC_ACT_LABELS, TOPIC_KIND } from './topics/labels'
export { homesOfScope, topicPolicy } from './topics/policy'
export {
  NO_TOPIC_STANDING,
  TOPIC_ORIGINS,
  TOPIC_OUTCOMES,
  TOPIC_STATES,
  type Topic,
  type TopicOrigin,
  type TopicOutcome,
  type TopicStanding,
  type TopicState,
} from './topics/topic'
export { topicSecondsInWords, topicStateInWords } from './topics/words'
export { TOPIC_ACT_NAMES, topicTransition, type TopicAct } from './topics/workflow'
export { homesInWords, phaseInWords, roundEntryInWords, scopeInWords, type RoundEntry } from './words'
export {
  hasReached,
  isRoundGivenUp,
  isRoundOpen,
  isToldStep,
  namesSomebody,
  phaseOf,
  phaseShownFirst,
  ROUND_ACT_NAMES,
  ROUND_LISTS,
  ROUND_PERSON_ACTS,
  ROUND_PHASES,
  ROUND_STATES,
  roundStateAfter,
  roundTransition,
  STATES_OF_ROUND_LIST,
  type RoundAct,
  type RoundClockAct,
  type RoundList,
  type RoundPersonAct,
  type RoundPhase,
  type RoundState,
  type RoundStepName,
  type RoundToldStep,
} from './workflow'
export * from './evaluation/contract'
export {
  NO_RATINGS,
  RATING_LABELS,
  RATINGS,
  ratersOf,
  ratingsInWords,
  type Rating,
  type RatingCounts,
} from './evaluation/ratings'
export {
  itemLine,
  ledgerInWords,
  ledgerLine,
  peopleInWords,
  REPORT_HEADINGS,
  REPORT_WORDS,
  sessionLine,
  topicLine,
} from './evaluation/report-words'
export * from './items/contract'
export { actionGate, evaluationGate } from './items/gates'
export type { Item } from './items/item'
export {
  ITEM_ACT_ASKS,
  ITEM_ACT_LABELS,
  ITEM_LINK_LABELS,
  ITEM_OWNER_LABELS,
  ITEM_STATE_LABELS,
  itemOwnerInWords,
  itemPromiseWas,
  itemStepInWords,
  LEDGER_KIND_LABELS,
} from './items/labels'
export {
  AMOUNT_FEN_AT_MOST,
  balanceFen,
  counterFen,
  fenInText,
  fenInWords,
  isCorrectable,
  LEDGER_KINDS,
  signedFen,
  type LedgerKind,
} from './items/ledger'
export { isPastDue, isPossibleDue, ITEM_REMINDERS, itemRemindedAt, type ItemReminder } from './items/periods'
export {
  decideFollowUp,
  decideItemAct,
  decideItemRight,
  decideLedger,
  decideLesson,
  decideRate,
  decideReadReport,
  decideWriteItem,
  hasReport,
  ITEM_OFFICES,
  itemActsFor,
  itemPolicy,
} from './items/policy'
export {
  isItemOpen,
  isItemTime,
  ITEM_ACT_NAMES,
  ITEM_LINK_KINDS,
  ITEM_OWNER_KINDS,
  itemTransition,
  type ItemAct,
  type ItemLinkKind,
  type ItemOwnerKind,
  type ItemState,
  type ItemStepName,
} from './items/workflow'
