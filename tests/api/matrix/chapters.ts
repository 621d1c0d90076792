import { DEMANDS } from './chapter-demands'
import type { Chapter } from './call'
import { CONSENT_AND_PHONE } from './chapter-contact'
import { GRANT_ACTS, GRANTS_ABOVE, GRANTS_IN_COMMUNITIES } from './chapter-grants'
import { ACTS_AT_GRID_LEVEL } from './chapter-matter-acts'
import { AT_THE_DESK, MATTERS as SEEING_MATTERS } from './chapter-matters'
import { MATTERS_ABOVE_AND_PRIVATE } from './chapter-matters-above'
import { MEMBERSHIPS } from './chapter-memberships'
import { MY_DATA } from './chapter-my-data'
import { IMPORTS } from './chapter-imports'
import { INBOX_SETTINGS, NOTICES } from './chapter-notices'
import { MODERATION } from './chapter-moderation'
import { ORGANISATIONS, VOLUNTEERS } from './chapter-organisations'
import { PHOTOS } from './chapter-photos'
import { GRIDS, PLACES } from './chapter-places'
import { BOARD } from './chapter-board'
import { BYLAWS } from './chapter-bylaws'
import { DELIVERIES } from './chapter-deliveries'
import { PROXIES } from './chapter-proxies'
import { EVALUATION, LEDGERS, ROUND_ITEMS } from './chapter-round-items'
import { ROUNDS } from './chapter-rounds'
import { LEFT_OUT, TOPICS } from './chapter-topics'
import { SESSIONS } from './chapter-sessions'
import { SELF, SIGNING_IN } from './chapter-self'
import { OUTCOMES, STATEMENTS } from './chapter-statements'
import { THREADS } from './chapter-threads'
import { ACTS_ON_VOTES, BALLOTS_AND_OBJECTIONS, CONVENING } from './chapter-vote-acts'
import { VOTES_ON_PAPER } from './chapter-vote-paper'
import { RECORD_OF_VOTES, RESULTS_OF_VOTES, SEEING_VOTES } from './chapter-votes'
import { WISHES } from './chapter-wishes'

/**
 * Every chapter, one line per area, in halves that run in processes of their own. A new area's chapters go into
 * `AND_MORE`.
 */
export const PEOPLE_AND_PLACES: readonly Chapter[] = [
  SIGNING_IN,
  SELF,
  CONSENT_AND_PHONE,
  MY_DATA,
  PLACES,
  GRIDS,
  MEMBERSHIPS,
  GRANTS_IN_COMMUNITIES,
  GRANTS_ABOVE,
  GRANT_ACTS,
]
export const MATTERS: readonly Chapter[] = [
  SEEING_MATTERS,
  AT_THE_DESK,
  ...ACTS_AT_GRID_LEVEL,
  ...MATTERS_ABOVE_AND_PRIVATE,
]
export const AND_MORE: readonly Chapter[] = [
  NOTICES,
  INBOX_SETTINGS,
  MODERATION,
  THREADS,
  PHOTOS,
  ORGANISATIONS,
  VOLUNTEERS,
  WISHES,
  IMPORTS,
  SEEING_VOTES,
  RESULTS_OF_VOTES,
  RECORD_OF_VOTES,
  VOTES_ON_PAPER,
  CONVENING,
  ACTS_ON_VOTES,
  BALLOTS_AND_OBJECTIONS,
  PROXIES,
  BYLAWS,
  DEMANDS,
  DELIVERIES,
  ROUNDS,
  TOPICS,
  LEFT_OUT,
  SESSIONS,
  STATEMENTS,
  OUTCOMES,
  BOARD,
  ROUND_ITEMS,
  LEDGERS,
  EVALUATION,
]
