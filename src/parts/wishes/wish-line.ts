import { dayInWords } from '#core/calendar'
import {
  daysLeft,
  isBeingHelped,
  URGENT_DAYS,
  waitsForHelp,
  waitsForWord,
  wishStateInWords,
  type WishItem,
  type WishState,
} from '#core/wishes'
import type { IconName } from '@/components/Icon'
import type { StateProps } from '@/components/State'
import { WISH_CARD } from './words'

export interface WishLine {
  icon: IconName
  tone: NonNullable<StateProps['tone']>
  words: string
}

/** Colour is never alone: each state has its picture. */
const LOOKS: Record<WishState, Pick<WishLine, 'icon' | 'tone'>> = {
  submitted: { icon: 'eye', tone: 'quiet' },
  published: { icon: 'hand', tone: 'quiet' },
  claimed: { icon: 'hand', tone: 'go' },
  delivered: { icon: 'clock', tone: 'wait' },
  fulfilled: { icon: 'heart', tone: 'ok' },
  declined: { icon: 'info', tone: 'quiet' },
  withdrawn: { icon: 'no', tone: 'quiet' },
  expired: { icon: 'pause', tone: 'quiet' },
  merged: { icon: 'list', tone: 'quiet' },
}

/** So few homes short of enough, a card says how many are missing. */
const ALMOST = 2

/** The one thing about a wish that a list says: what waits for the reader, how urgent it is, who wants it too. */
export function wishLine(wish: WishItem, now: Date): WishLine {
  const { state, mine, helping, organisationHelps, replaceUntil, offersWaiting } = wish
  if (mine && offersWaiting > 0) return { icon: 'hand', tone: 'wait', words: WISH_CARD.offers(offersWaiting) }
  if (mine && waitsForWord(state)) return { icon: 'clock', tone: 'wait', words: WISH_CARD.askedMe }
  if (helping && isBeingHelped(state)) return { icon: 'hand', tone: 'go', words: WISH_CARD.helping }
  if (organisationHelps && isBeingHelped(state) && !mine)
    return replaceUntil
      ? { icon: 'hand', tone: 'wait', words: WISH_CARD.replace }
      : { icon: 'hand', tone: 'go', words: WISH_CARD.organisationHelps }
  if (!waitsForHelp(state))
    return { ...LOOKS[state], words: wishStateInWords({ ...wish, askedAgainAt: null }) }
  return waitingLine(wish, now)
}

function waitingLine({ wantedBy, seconds, secondsNeeded, submittedAt }: WishItem, now: Date): WishLine {
  const left = wantedBy === null ? undefined : daysLeft(wantedBy, now)
  if (left !== undefined && left <= URGENT_DAYS)
    return { icon: 'clock', tone: 'wait', words: left <= 0 ? WISH_CARD.lastDay : WISH_CARD.left(left) }
  if (seconds > 0) return { icon: 'users', tone: 'quiet', words: secondsLine(seconds, secondsNeeded) }
  const day = dayInWords(submittedAt, now)
  return {
    icon: 'calendar',
    tone: 'quiet',
    words: day === dayInWords(now, now) ? WISH_CARD.saidToday : WISH_CARD.said(day),
  }
}

function secondsLine(seconds: number, needed: number): string {
  const missing = needed - seconds
  if (missing <= 0) return WISH_CARD.enough(seconds)
  return missing <= ALMOST ? WISH_CARD.almost(seconds, missing) : WISH_CARD.seconds(seconds)
}
