import { lastDayOf } from '../calendar'
import { allOf, anyOf, ALLOWED, not, refused, type Actor, type Decision, type Rule } from '../permissions'
import type { DeliveryHow } from './delivery-ways'
import { votePolicy } from './policy'
import type { Vote } from './vote'

/** Photos of the signature of who was handed a ballot. ○ */
export const DELIVERY_PHOTOS_AT_MOST = 2
/** Characters of the number under which a ballot was posted. */
export const DELIVERY_NUMBER_LENGTH = 40

/** The last days of notice ○: what others record then could not be contested any more before the roll is frozen. */
export const DELIVERY_CONTEST_DAYS = 3

/** Which of the roll a recorder looks through. */
export const DELIVERY_LISTS = ['missing', 'all'] as const
export type DeliveryList = (typeof DELIVERY_LISTS)[number]

/** What ends a proof: its voter never got it, or it was recorded wrongly. */
export const DELIVERY_ACT_NAMES = ['contest', 'take_back'] as const
export type DeliveryAct = (typeof DELIVERY_ACT_NAMES)[number]

/** A proof as the rules see it, for one asker. */
export interface Delivery {
  how: DeliveryHow
  byPersonId: string
  /** The asker votes for that voter by right. */
  isOwn: boolean
  hasEnded: boolean
}

interface Met {
  vote: Vote
  delivery: Delivery
}

const isOwn: Rule<Met> = (_actor, { delivery }) => delivery.isOwn
const recordedIt: Rule<Met> = (actor, { delivery }) => actor.personId === delivery.byPersonId
const convenes: Rule<Met> = (actor, { vote }) => actor.personId === vote.convenerId
const mayRecord: Rule<Met> = (actor, { vote }) => votePolicy.record_delivery(actor, vote)
/** What a voter said themselves nobody else takes back. */
const isTheirWord: Rule<Met> = (_actor, { delivery }) => delivery.how === 'acknowledged'

/** 送达权限. One sentence per act; the screen's buttons and the server's check both come from here. */
export const deliveryPolicy: Record<DeliveryAct, Rule<Met>> = {
  contest: isOwn,
  take_back: allOf<Met>(not(isTheirWord), mayRecord, anyOf<Met>(recordedIt, convenes)),
}

/** Permission first, then whether proofs are needed at all. */
function mayInVote(actor: Actor, vote: Vote, may: boolean): Decision {
  if (!votePolicy.follow(actor, vote)) return refused('NOT_FOUND')
  if (!may) return refused('NOT_ALLOWED')
  return vote.countsSilence ? ALLOWED : refused('VOTE_SILENCE_NOT_COUNTED')
}

/** Till the opening: then the roll is frozen with what was proved (domain.md 7). */
const inTime = ({ state }: Vote): Decision =>
  state === 'notice' ? ALLOWED : refused('VOTE_DELIVERY_NOT_NOW')

/** 看送到了哪些: who records it, and who decides about the roll. */
export function decideSeeDeliveries(actor: Actor, vote: Vote): Decision {
  return mayInVote(actor, vote, votePolicy.see_deliveries(actor, vote))
}

/**
 * 登记送达: by who goes from door to door, until some days before the opening; that they got it themselves by who votes for that
 * voter, until the opening.
 */
export function decideDeliver(
  actor: Actor,
  vote: Vote,
  { how, isOwn: own, now }: { how: DeliveryHow; isOwn: boolean; now: Date },
): Decision {
  const isTheirs = how === 'acknowledged'
  const may = mayInVote(actor, vote, isTheirs ? own : votePolicy.record_delivery(actor, vote))
  if (!may.allowed) return may
  const posted = inTime(vote)
  if (!posted.allowed || isTheirs) return posted
  return now < deliveriesEndAt(vote.opensAt) ? ALLOWED : refused('VOTE_DELIVERY_LATE')
}

/** Until when others record deliveries. */
const deliveriesEndAt = (opensAt: Date): Date => lastDayOf(opensAt, -DELIVERY_CONTEST_DAYS)

/** 凭证: a photo of the signature, or the number under which it was posted; of one's own word nothing. */
export function decideDeliveryProof({
  how,
  number,
  photos,
}: {
  how: DeliveryHow
  number: string | undefined
  photos: number
}): Decision {
  if (how === 'handed') {
    if (photos < 1 || photos > DELIVERY_PHOTOS_AT_MOST) return refused('VOTE_DELIVERY_PROOF', 'photoIds')
    return number ? refused('VOTE_DELIVERY_PROOF', 'number') : ALLOWED
  }
  if (photos > 0) return refused('VOTE_DELIVERY_PROOF', 'photoIds')
  return (how === 'posted') === Boolean(number) ? ALLOWED : refused('VOTE_DELIVERY_PROOF', 'number')
}

/** Permission first: who has nothing to do with it doesn't learn that there is one. */
export function decideDeliveryAct(
  actor: Actor,
  { vote, delivery }: Met,
  { act, reason }: { act: DeliveryAct; reason?: string | undefined },
): Decision {
  if (!votePolicy.follow(actor, vote)) return refused('NOT_FOUND')
  if (!delivery.isOwn && !votePolicy.see_deliveries(actor, vote)) return refused('NOT_FOUND')
  if (!deliveryPolicy[act](actor, { vote, delivery })) return refused('NOT_ALLOWED')
  if (delivery.hasEnded) return refused('STATE_CHANGED')
  const now = inTime(vote)
  if (!now.allowed) return now
  return act === 'take_back' && !reason ? refused('REASON_REQUIRED', 'reason') : ALLOWED
}

/** The buttons a page offers. The server asks `decideDeliveryAct` again. */
export function deliveryActsFor(actor: Actor, met: Met): DeliveryAct[] {
  return DELIVERY_ACT_NAMES.filter((act) => decideDeliveryAct(actor, met, { act, reason: 'any' }).allowed)
}
