import fc from 'fast-check'
import type { Actor, HeldRole } from '../../permissions'
import { NO_ROUND_STANDING, type Round, type RoundStanding } from '../round'
import { ROUND_STATES } from '../workflow'
import { NO_TOPIC_STANDING, TOPIC_STATES, type Topic, type TopicStanding } from './topic'

const PATH = ['community', 'estate', 'building']
const JURISDICTION = ['district', 'subdistrict', ...PATH, 'grid']

/** A round of the building, as one asker meets it. */
export const round = (more: Partial<Round> = {}, standing: Partial<RoundStanding> = {}): Round => ({
  communityId: 'community',
  placeId: 'building',
  jurisdiction: JURISDICTION,
  chosen: false,
  state: 'agenda',
  wordsState: 'shown',
  convenerId: 'head',
  convenerRole: 'building_head',
  convenerGone: false,
  nextConvenerId: null,
  idleAt: null,
  standing: { ...NO_ROUND_STANDING, ...standing },
  ...more,
})

/** A topic of that round, by `author`. */
export const topic = (more: Partial<Topic> = {}, standing: Partial<TopicStanding> = {}): Topic => ({
  topicId: 'topic',
  communityId: 'community',
  placeId: 'building',
  placeKind: 'building',
  jurisdiction: JURISDICTION,
  round: round(),
  authorId: 'author',
  homeId: 'home of author',
  state: 'open',
  wordsState: 'shown',
  seconds: 1,
  secondsNeeded: 3,
  metAt: null,
  proposalInto: null,
  outcome: null,
  standing: { ...NO_TOPIC_STANDING, ...standing },
  ...more,
})

/** Somebody who lives at `path`, a minor or not. */
export const living = (personId: string, path: string[] = PATH, isAdult = true): Actor => {
  const homeId = `home of ${personId}`
  return {
    personId,
    roles: [],
    homes: [{ homeId, path: [...path, homeId], relation: 'owner', isAdult, since: new Date(0) }],
  }
}

/** Somebody in office, without a home here. */
export const inOffice = (personId: string, role: HeldRole['role'], placeId: string): Actor => ({
  personId,
  roles: [{ role, placeId, isLead: false }],
  homes: [],
})

/** The same topic, met by somebody of its scope. */
export const metBy = (actor: Actor, more: Partial<Topic> = {}, standing?: Partial<TopicStanding>): Topic =>
  topic({ round: round({}, { homesInScope: actor.homes.map(({ homeId }) => homeId) }), ...more }, standing)

export const anyTopic = fc.record({
  state: fc.constantFrom(...TOPIC_STATES),
  wordsState: fc.constantFrom('waiting', 'shown', 'hidden', 'staff_only'),
  roundState: fc.option(fc.constantFrom(...ROUND_STATES), { nil: null }),
  proposed: fc.boolean(),
  isAuthor: fc.boolean(),
  isAdult: fc.boolean(),
  seconded: fc.boolean(),
})
