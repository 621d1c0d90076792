import { ALLOWED, refused, type Actor, type Decision, type HeldHome } from '../permissions'
import { askAgainAt, contactClosesAt, contactEndsAt, deliveryEndsAt, replacementEndsAt } from './periods'
import { wishPolicy } from './policy'
import type { Wish } from './wish'
import { WISH_PERSON_ACTS, wishTransition, type WishDeed, type WishPersonAct } from './workflow'

type Condition = (wish: Wish) => Decision

const unless = (bad: boolean, code: Parameters<typeof refused>[0]): Decision =>
  bad ? refused(code) : ALLOWED

/** Enough homes want it too (domain.md 4). */
export function wantedByMany({ seconds, secondsNeeded }: Pick<Wish, 'seconds' | 'secondsNeeded'>): boolean {
  return seconds >= secondsNeeded
}

/** What the table of states alone doesn't say. */
const CONDITIONS: Partial<Record<WishPersonAct, Condition>> = {
  offer: ({ standing }) =>
    standing.offered ? refused('WISH_OFFERED_ALREADY') : unless(standing.unwanted, 'WISH_HELP_NOT_WANTED'),
  contact: ({ contactedAt }) => unless(contactedAt !== null, 'STATE_CHANGED'),
  take_over: ({ memberLeftAt }) => unless(memberLeftAt === null, 'STATE_CHANGED'),
  deliver: ({ memberLeftAt }) => unless(memberLeftAt !== null, 'STATE_CHANGED'),
  ask_merge: ({ proposal }) => unless(proposal !== null, 'WISH_MERGE_ASKED'),
  agree_merge: ({ proposal }) => unless(proposal === null, 'STATE_CHANGED'),
  refuse_merge: ({ proposal }) => unless(proposal === null, 'STATE_CHANGED'),
  become_matter: (wish) => unless(!wantedByMany(wish), 'WISH_SECONDS_MISSING'),
  become_topic: (wish) => unless(!wantedByMany(wish), 'WISH_SECONDS_MISSING'),
}

/** Permission first: a stranger learns nothing about the state. */
export function decideWishAct(actor: Actor, wish: Wish, act: WishPersonAct): Decision {
  if (!wishPolicy.read(actor, wish)) return refused('NOT_FOUND')
  if (!wishPolicy[act](actor, wish)) return refused('NOT_ALLOWED')
  if (!wishTransition(act).from.includes(wish.state)) return refused('STATE_CHANGED')
  return CONDITIONS[act]?.(wish) ?? ALLOWED
}

/** The buttons a page offers. The server asks `decideWishAct` again. */
export function wishActsFor(actor: Actor, wish: Wish): WishPersonAct[] {
  return WISH_PERSON_ACTS.filter((act) => decideWishAct(actor, wish, act).allowed)
}

/** 我也想要, once per home; and taking it back. */
export function decideSecond(actor: Actor, wish: Wish, wanted: boolean): Decision {
  if (!wishPolicy.read(actor, wish)) return refused('NOT_FOUND')
  if (!wishPolicy.second(actor, wish)) return refused('NOT_ALLOWED')
  if (wanted === wish.standing.seconded) return refused('STATE_CHANGED')
  if (wish.state !== 'published' && wish.state !== 'claimed') return refused('STATE_CHANGED')
  if (!wanted || homeToSecond(actor, wish)) return ALLOWED
  return refused(homesInScope(actor, wish).some(isSeconded(wish)) ? 'WISH_HOME_SECONDED' : 'WISH_OWN_HOME')
}

/** The home for which somebody may say that they want it too: no home counts twice, and the author's own never does. */
export function homeToSecond(actor: Actor, wish: Wish): HeldHome | undefined {
  const { authorsHomes } = wish.standing
  return homesInScope(actor, wish).find(
    (home) => !isSeconded(wish)(home) && !authorsHomes.includes(home.homeId),
  )
}

const homesInScope = ({ homes }: Actor, { scopePlaceId }: Wish): HeldHome[] =>
  homes.filter(({ path }) => path.includes(scopePlaceId))

const isSeconded =
  ({ standing }: Wish) =>
  ({ homeId }: HeldHome): boolean =>
    standing.secondedHomes.includes(homeId)

/** Places to which a wish was said that this one may be merged into: no narrower than its own (see `canMergeInto`). */
export function placesToMergeInto({ jurisdiction, scopePlaceId }: Wish): string[] {
  // From the district down to the building: what comes earlier holds what comes later.
  return jurisdiction.slice(0, jurisdiction.indexOf(scopePlaceId) + 1)
}

/**
 * Helper and author see each other's phone while they have to do with each other (domain.md 4). Masked again after: also
 * where nobody ever says that it is over. 还没有 opens it anew.
 */
export function decideReadContact(actor: Actor, wish: Wish, now: Date): Decision {
  if (!wishPolicy.read(actor, wish)) return refused('NOT_FOUND')
  const { state, askedAgainAt } = wish
  const over = state === 'delivered' && askedAgainAt !== null && now >= contactClosesAt(askedAgainAt)
  return over || !wishPolicy.read_contact(actor, wish) ? refused('NOT_ALLOWED') : ALLOWED
}

/** When the clock does it; null: there is nothing for it to do. */
export function clockDueAt(wish: Wish, act: WishDeed): Date | null {
  if (!wishTransition(act).from.includes(wish.state)) return null
  const { claimedAt, contactedAt, deliveredAt, askedAgainAt, memberLeftAt, standsUntil } = wish
  if (act === 'no_contact')
    return claimedAt && !contactedAt && !memberLeftAt ? contactEndsAt(claimedAt) : null
  if (act === 'no_delivery') return claimedAt ? deliveryEndsAt(claimedAt) : null
  if (act === 'member_gone') return memberLeftAt ? replacementEndsAt(memberLeftAt) : null
  if (act === 'ask_again') return deliveredAt && !askedAgainAt ? askAgainAt(deliveredAt) : null
  return standsUntil
}

/** Whether the clock may do it now. `ACT_NOT_POSSIBLE`: it is too early. */
export function decideWishClock(wish: Wish, act: WishDeed, now: Date): Decision {
  const due = clockDueAt(wish, act)
  if (!due) return refused('STATE_CHANGED')
  return unless(now < due, 'ACT_NOT_POSSIBLE')
}

/**
 * Two wishes are one: both wait for help, and the author agrees (domain.md 4). The other is said to all whom this one is
 * said to, if not to more: nobody who goes along meets what was kept for fewer.
 */
export function canMergeInto(wish: Wish, target: Wish): Decision {
  const open = target.state === 'published' || target.state === 'claimed'
  const heard = placesToMergeInto(wish).includes(target.scopePlaceId)
  return unless(!open || !heard || target.wordsState !== 'shown', 'MERGE_NOT_POSSIBLE')
}
