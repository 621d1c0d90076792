export {
  allowBrowserSignInEndpoint,
  askBrowserSignInEndpoint,
  BROWSER_CODE_LENGTH,
  BROWSER_CODE_MINUTES,
  browserCodeIn,
  finishBrowserSignInEndpoint,
} from './browser-sign-in'
export * from './contract'
export {
  canPropose,
  decideGrantAct,
  GRANT_ACT_NAMES,
  GRANT_ACTS,
  GRANT_STATE_LABELS,
  GRANT_STATES,
  grantableRoles,
  grantActsFor,
  mayReadGrant,
  proposingOffice,
  type Founding,
  type Grant,
  type GrantAct,
  type GrantProposal,
  type GrantState,
} from './grant'
export { GRANT_MAX_YEARS, GRANT_RULES, TWO_OFFICES } from './grant-rules'
export { RELATION_LABELS } from './labels'
export {
  decideMembershipAct,
  MEMBERSHIP_ACT_LABELS,
  MEMBERSHIP_ACT_NAMES,
  MEMBERSHIP_ACTS,
  MEMBERSHIP_STATE_LABELS,
  MEMBERSHIP_STATES,
  membershipActsFor,
  membershipPolicy,
  type Membership,
  type MembershipAct,
  type MembershipState,
} from './membership'
