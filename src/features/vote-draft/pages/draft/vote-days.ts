import { dateOf, lastDayOf, startOfDay } from '#core/calendar'
import {
  earliestOpening,
  isPossibleSpan,
  isTooFarAhead,
  noticeDaysOf,
  type Electorate,
  type VotePlaceView,
} from '#core/votes'
import type { Written } from './vote-draft'

/** Voting is proposed to end so many days after its first one. */
const PROPOSED_DAYS = 7

/** A day so many days after another; days in Asia/Shanghai. */
export const dayAfter = (day: string, days: number): string => dateOf(lastDayOf(startOfDay(day), days))

interface Planned {
  communityId: string
  place: VotePlaceView
  electorate: Electorate
}

const timed = ({ communityId, place, electorate }: Planned) => ({
  communityId,
  placeId: place.placeId,
  rules: [electorate === 'owners' ? ('owners_ordinary' as const) : ('households' as const)],
})

/** How long notice is given before voting opens. */
export const noticeDays = (planned: Planned): number => noticeDaysOf(timed(planned))

/** The first day that leaves the days of notice: as the server said, or later when the page stayed open overnight. */
export function earliestDay(planned: Planned, now: Date): string {
  const { place, electorate } = planned
  const said = electorate === 'owners' ? place.earliest.owners : place.earliest.other
  const today = earliestOpening(timed(planned), now)
  return said > today ? said : today
}

/** First and last day of voting: what was chosen, else what is proposed. */
export function daysOf(
  { opensOn, closesOn }: Written,
  earliest: string,
): { opensOn: string; closesOn: string } {
  const first = opensOn ?? earliest
  return { opensOn: first, closesOn: closesOn ?? dayAfter(first, PROPOSED_DAYS) }
}

/** Days on which voting may open: so many from the earliest on, as far ahead as one may announce it. */
export function openingDays(earliest: string, count: number, now: Date): string[] {
  return from(earliest, count).filter((day) => !isTooFarAhead(day, now))
}

/** Days on which voting may end. */
export function closingDays(opensOn: string, count: number): string[] {
  return from(opensOn, count).filter((day) => isPossibleSpan(opensOn, day))
}

const from = (day: string, count: number) => Array.from({ length: count }, (_, index) => dayAfter(day, index))
