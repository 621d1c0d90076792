export {
  allowBrowserSignInEndpoint,
  askBrowserSignInEndpoint,
  BROWSER_CODE_LENGTH,
  BROWSER_CODE_MINUTES,
  browserCodeIn,
  finishBrowserSignInEndpoint,
} from './browser-sign-in'
export {
  AGREE,
  canAgree,
  CONSENT_AGE_LABELS,
  CONSENT_AGES,
  CONSENT_DOCUMENTS,
  CONSENT_REFUSALS,
  documentRefusedBy,
  NOTICES,
  type ConsentAge,
  type ConsentDocument,
  type Notice,
} from './consent'
export { CONTACT_SUBJECTS, type ContactSubject } from './contact'
export * from './contract'
export * from './contract-contact'
export * from './contract-me'
export {
  canGrantOnRequest,
  canPropose,
  decideGrantAct,
  GRANT_ACT_NAMES,
  GRANT_ACTS,
  GRANT_STATE_LABELS,
  GRANT_STATES,
  grantableRoles,
  grantActsFor,
  decideActing,
  mayBeActing,
  mayReadGrant,
  proposingOffice,
  type Founding,
  type Grant,
  type GrantAct,
  type GrantProposal,
  type GrantState,
} from './grant'
export { ACTING_MAX_MONTHS, GRANT_MAX_YEARS, GRANT_RULES, TWO_OFFICES } from './grant-rules'
export { RELATION_LABELS } from './labels'
export {
  decideMembershipAct,
  ENDING_ACTS,
  MEMBERSHIP_ACT_LABELS,
  MEMBERSHIP_ACT_NAMES,
  MEMBERSHIP_ACTS,
  MEMBERSHIP_STATE_LABELS,
  MEMBERSHIP_STATES,
  membershipActsFor,
  membershipPolicy,
  OFFICES_OF_RESIDENTS,
  type Membership,
  type MembershipAct,
  type MembershipState,
} from './membership'
export {
  callerPhone,
  callerPhoneIn,
  maskPhone,
  mobileIn,
  PHONE_CODE_LENGTH,
  PHONE_CODE_MINUTES,
  PHONE_CODE_SENDS,
  PHONE_CODE_TRIES,
  PHONE_CODE_WAIT_SECONDS,
  PHONE_CODES_A_DAY,
} from './phone'
