export { areaFigure, areaInWords, AREA_UNIT, countFigure } from './area'
export * from './arithmetic'
export * from './result-table'
export * from './turnout'
export {
  choiceIn,
  type Bulletin,
  type BulletinItem,
  type BulletinRollEntry,
  type BulletinSettings,
} from './bulletin-format'
export { certifierGap, certifyingRole, rollDecidingRoles, SECOND_ROLES, type CertifierGap } from './deciders'
export { decideChoices } from './choices'
export * from './contract'
export * from './contract-ballots'
export * from './contract-paper'
export * from './contract-places'
export * from './contract-demands'
export * from './contract-units'
export * from './contract-deliveries'
export * from './contract-proxies'
export * from './proxies'
export * from './bylaw-states'
export * from './bylaw-words'
export * from './bylaws'
export * from './contract-bylaws'
export * from './demands'
export * from './demand-words'
export { decidingCountOf, hasPassed, maySilenceCount, type DecidingCount } from './deciding'
export * from './deliveries'
export * from './delivery-words'
export * from './delivery-ways'
export type { ProxyNote } from './proxy-note'
export * from './proxy-words'
export {
  bindingOf,
  conveningOffice,
  decideConvene,
  electoratesFor,
  isConveningRole,
  JURISDICTION_PROFILES,
  OWNERS_PLACE_KINDS,
  rolesThatAskHomes,
  VOTE_PLACE_KINDS,
  type JurisdictionProfile,
} from './conveners'
export {
  decideAnswer,
  decideCast,
  decideCede,
  decideChange,
  decideObject,
  decideVoidGround,
  decideVoteAct,
  objectionsEndAt,
  voteActsFor,
  voteClockDueAt,
} from './decide'
export {
  decideCounting,
  decideReceive,
  decideReplaceTeller,
  decideReturn,
  decideSeeEnvelopes,
} from './decide-paper'
export {
  BALLOT_VOID_REASONS,
  disputedItems,
  settleBallots,
  type BallotVoidReason,
  type Channel,
  type Choices,
  type HandedIn,
} from './joint'
export {
  AMENDMENT_LABELS,
  BALLOT_STATUS_LABELS,
  VOTE_KIND,
  DISCLOSURE_LABELS,
  ELECTORATE_LABELS,
  LEFT_OUT_LABELS,
  OBJECTION_ABOUT_LABELS,
  OBJECTION_DECISION_LABELS,
  OPTION_LABELS,
  optionLabel,
  PASSED_LABELS,
  VOID_GROUND_LABELS,
  VOTE_ACT_LABELS,
  VOTE_LIST_LABELS,
} from './labels'
export { resultOfItem, tablesOfItem, type ItemResult } from './item-result'
export { makeBulletin, type RecordedBallot } from './make-bulletin'
export {
  decideKeyed,
  decideKeyEnvelope,
  envelopeStateOf,
  keyedAndOpen,
  keyedOf,
  KEYED_VOID_REASONS,
  settleEnvelope,
  waitsForTeller,
  type EnvelopeProgress,
  type EnvelopeState,
  type Keyed,
  type ReadBallot,
  type KeyedBySeat,
  type KeyedVoidReason,
} from './paper'
export { ABOVE_OVERDUE, voteOverdueAt } from './overdue'
export type { PaperOfVote } from './paper-view'
export {
  BALLOT_VOID_LABELS,
  ballotCode,
  ENVELOPE_STATE_LABELS,
  envelopeNumberIn,
  envelopesLeftInWords,
  readBallotCode,
  voidBallotInWords,
  voidBallotsInWords,
} from './paper-words'
export {
  closesAtAfterDelay,
  closesAtOf,
  CLOSING_HOUR,
  earliestOpening,
  isPossibleSpan,
  isTooFarAhead,
  leavesNotice,
  noticeDaysOf,
  opensAtOf,
  resultDueAt,
  resultObjectionsEndAt,
  ROLL_DECISION_DAYS,
  rollDecisionDueAt,
  rollObjectionsEndAt,
  voteRemindAt,
} from './periods'
export * from './print-words'
export * from './prints'
export { bulletinProblemInWords } from './problem-words'
export { isOfThePlace, votePolicy, voteOfficePlaces } from './policy'
export type { PublishedResult } from './recount'
export { DEVELOPER_KEY, homesRoll, ownersRoll, type RollHome, type RollUnit, type RollVoter } from './roll'
export { rollChangesInWords, type RolledVoter } from './roll-changes'
export { rollProblemInWords, type RollProblem } from './roll-problems'
export { countsArea, isDecision, meetsTurnout, type VoteRule } from './rules'
export { frozenHash, voteTextHash, type Sha256 } from './seal'
export type { BylawInForce, DeliveryNote, SilenceOfVote } from './silence-view'
export {
  REFUSED_SUBJECT_WORDS,
  ruleInWords,
  subjectOf,
  subjectsFor,
  VOTE_SUBJECTS,
  type VoteSubjectCode,
} from './subjects'
export { DECISION_OPTIONS } from './tally'
export {
  decideNewTeller,
  decidePickTellers,
  decideTellers,
  TELLER_ROLES,
  TELLER_SEAT_LABELS,
  TELLER_SEATS,
  TELLERS_NAMED,
  THIRD_SEAT,
  type TellerSeat,
} from './tellers'
export { castByInWords, toCastInWords, voteToCast, type VoteToCast } from './to-cast'
export {
  amendmentsOf,
  applicantInWords,
  decideConvenerOfUnit,
  decideUnanimous,
  isUnanimous,
  OUTSIDER_SIGNS,
  outsiderName,
  OUTSIDERS_IN_WORDS,
} from './unanimous'
export { verifyBulletin, type Verdict } from './verify-bulletin'
export type {
  Disclosure,
  Electorate,
  ObjectionAbout,
  VoidGround,
  Vote,
  VotePlace,
  VoteStanding,
} from './vote'
export {
  bindingInWords,
  comingVoteSteps,
  hashInGroups,
  shortHash,
  voteEntryInWords,
  objectionsOpenInWords,
  sealedInWords,
  seenInWords,
  voteNextInWords,
  voteShareInWords,
  voteStateInWords,
  voteUntilInWords,
  votingSpanInWords,
  weightInWords,
  type VoteProgress,
} from './words'
export {
  hasResult,
  hasTurnoutOnly,
  isUnderWay,
  isDraft,
  isGivenUp,
  isOpen,
  isVoid,
  STATES_OF_VOTE_LIST,
  VOTE_OTHER_STEPS,
  VOTE_OVERDUES,
  VOTE_PERSON_ACTS,
  voteStateAfter,
  voteTransition,
  VOTE_CLOCK_ACTS,
  type VoteAct,
  type VoteClockAct,
  type VoteOverdue,
  type VoteList,
  type VotePersonAct,
  type VoteState,
  type VoteStepName,
} from './workflow'
