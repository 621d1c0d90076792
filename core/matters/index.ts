export {
  firstLevelOf,
  MATTER_KIND_LABELS,
  MATTER_KINDS,
  matterKindOf,
  SERVICE_CODES,
  serviceOf,
  SERVICES,
  suggestService,
  type MatterKind,
  type Service,
  type ServiceCode,
} from './catalogue'
export {
  changesByClock,
  changesByDissolution,
  changesOf,
  newMatter,
  type Changes,
  type Doing,
  type Succession,
} from './changes'
export * from './contract'
export * from './contract-desk'
export * from './contract-same'
export { EMERGENCY_NUMBERS, HOTLINES, soundsDangerous } from './danger'
export {
  actsFor,
  canMergeAtAll,
  decideAct,
  decideCloseUnconfirmed,
  decideMergeInto,
  decideReviewDue,
} from './decide'
export {
  decideInput,
  decideReviewDay,
  deferralNeedsGrant,
  namesDay,
  namesTeam,
  type ActInput,
} from './inputs'
export {
  canJoin,
  canLeave,
  homeToJoinWith,
  MANY_HOMES,
  MANY_REOPENINGS,
  RETURNS_TO_ARBITRATION,
} from './joining'
export {
  ACT_LABELS,
  CHANNEL_LABELS,
  CLOSING_LABELS,
  isClosingAct,
  OUTCOME_LABELS,
  STATE_TONES,
  type ClosingAct,
  type Tone,
} from './labels'
export {
  authorOf,
  CHANNELS,
  isMember,
  STAFF_CHANNELS,
  TEAM_KINDS,
  TEAM_ROLES,
  type Channel,
  type Matter,
  type StaffChannel,
  type Team,
  type TeamKind,
} from './matter'
export { officeAbove, triageOffice, type Office } from './offices'
export {
  ANSWER_DAYS,
  answerEndsAt,
  DEFERRAL_DAYS,
  DEFERRAL_MAX_DAYS,
  reinspectFrom,
  reviewStartsAt,
  SECOND_THOUGHT_DAYS,
} from './periods'
export {
  canRecord,
  canReport,
  canResolveOnSpot,
  channelsOf,
  handlesOnSpot,
  hasDesk,
  matterPolicy,
  officeFor,
  settlesOnSpot,
  type MatterRight,
} from './policy'
export { canLead, TEAM_KIND_LABELS, teamName } from './teams'
export { entryInWords, type TimelineEntry } from './timeline'
export {
  isPatrolOnly,
  NAMED_TRIAGE_ROLES,
  namedTriageOf,
  servicesNamedFor,
  VISIBILITIES,
  visibilityOf,
  type Visibility,
} from './visibility'
export { comingSteps, factsOf, stateInWords, type Facts, type Standing } from './words'
export {
  isOpen,
  LEVELS,
  MATTER_ACT_NAMES,
  MATTER_ACTS,
  MATTER_STATES,
  OPEN_STATES,
  OUTCOMES,
  PERSON_ACTS,
  stateAfter,
  transitionOf,
  type ClockAct,
  type Level,
  type MatterAct,
  type MatterState,
  type Outcome,
  type PersonAct,
} from './workflow'
export { keepableHome, keepableMatter, keepableMatters } from './keepable'
