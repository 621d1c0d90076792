export {
  firstLevelOf,
  MATTER_KIND_LABELS,
  MATTER_KINDS,
  SERVICE_CODES,
  serviceOf,
  SERVICES,
  suggestService,
  type MatterKind,
  type Service,
  type ServiceCode,
} from './catalogue'
export * from './contract'
export { EMERGENCY_NUMBERS, soundsDangerous } from './danger'
export { decideInput, type ActInput } from './inputs'
export {
  ACT_LABELS,
  CLOSING_LABELS,
  isClosingAct,
  OUTCOME_LABELS,
  STATE_TONES,
  type ClosingAct,
  type Tone,
} from './labels'
export {
  actsFor,
  ANSWER_DAYS,
  answerEndsAt,
  canReport,
  decideAct,
  decideCloseUnconfirmed,
  hasDesk,
  officeFor,
  matterPolicy,
  TEAM_KINDS,
  TEAM_ROLES,
  type Matter,
  type Team,
  type TeamKind,
} from './policy'
export { canLead, teamName } from './teams'
export {
  comingSteps,
  entryInWords,
  factsOf,
  stateAfter,
  stateInWords,
  type Facts,
  type Standing,
  type TimelineEntry,
} from './words'
export {
  LEVELS,
  MATTER_ACT_NAMES,
  MATTER_ACTS,
  MATTER_STATES,
  OPEN_STATES,
  OUTCOMES,
  PERSON_ACTS,
  transitionOf,
  type Level,
  type MatterAct,
  type MatterState,
  type Outcome,
  type PersonAct,
} from './workflow'
