export { wishChanges, type WishDoing } from './changes'
export * from './contract'
export {
  canMergeInto,
  decideReadContact,
  clockDueAt,
  decideSecond,
  decideWishAct,
  decideWishClock,
  homeToSecond,
  placesToMergeInto,
  wantedByMany,
  wishActsFor,
} from './decide'
export {
  isServiceOfWish,
  WISH_KIND_CODES,
  WISH_KINDS,
  wishKindIn,
  wishKindName,
  type WishKind,
} from './kinds'
export { CONSENT_WAY_LABELS, WISH_ACT_LABELS, WISH_LIST_LABELS, WISH_SCOPE_LABELS } from './labels'
export { asksForMoney } from './money'
export {
  CONTACT_DAYS,
  contactEndsAt,
  daysLeft,
  DELIVERY_DAYS,
  isPossibleDay,
  othersForgottenBefore,
  offerLapsesAt,
  remindAt,
  replacementEndsAt,
  secondsNeeded,
  standsUntil,
  SECONDS_AT_MOST,
  URGENT_DAYS,
} from './periods'
export {
  canSubmitWish,
  isStaffOfWishes,
  mayBrowseWishes,
  mayGoOnHelping,
  readsCommunityWishes,
  speaksForNeighbours,
  wishOfficePlaces,
  wishPolicy,
  type WishRight,
} from './policy'
export { comingWishSteps, isStepForAll, wishEntryInWords, type WishEntry } from './timeline'
export {
  CONSENT_WAYS,
  MERGE_KINDS,
  NO_STANDING,
  WISH_SCOPES,
  type ConsentWay,
  type MergeKind,
  type MergeProposal,
  type Wish,
  type WishHelper,
  type WishScope,
  type WishStanding,
} from './wish'
export {
  NO_MONEY,
  secondsInWords,
  wishNextInWords,
  wishStateInWords,
  wishUntilInWords,
  type WishProgress,
} from './words'
export {
  FINAL_STATES,
  isBeingHelped,
  isShownState,
  waitsForHelp,
  waitsForWord,
  isTogether,
  needsLatest,
  RESTING_STATES,
  STATES_OF_LIST,
  WISH_ACT_NAMES,
  WISH_ACTS,
  WISH_CLOCK_ACTS,
  WISH_DEEDS,
  WISH_LISTS,
  WISH_PERSON_ACTS,
  WISH_STATES,
  wishStateAfter,
  wishTransition,
  type WishAct,
  type WishClockAct,
  type WishDeed,
  type WishList,
  type WishPersonAct,
  type WishState,
} from './workflow'
