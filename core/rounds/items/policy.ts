import {
  ALLOWED,
  allOf,
  anyOf,
  holds,
  not,
  refused,
  type Actor,
  type Decision,
  type Role,
  type Rule,
} from '../../permissions'
import { roundPolicy } from '../policy'
import type { Round } from '../round'
import { hasReached, type RoundState } from '../workflow'
import type { Item } from './item'
import {
  isItemOpen,
  isItemTime,
  ITEM_ACT_NAMES,
  itemTransition,
  type ItemAct,
  type ItemOwnerKind,
} from './workflow'

/** Offices whose holders act for a body. A neighbour and an organisation's member act without one. */
export const ITEM_OFFICES: Record<ItemOwnerKind, readonly Role[]> = {
  resident: [],
  council: ['building_head', 'council_member'],
  organisation: [],
  grid: ['grid_worker', 'grid_chief'],
  property: ['property_staff'],
}

const convenes: Rule<Item> = (actor, { round }) => roundPolicy.convene(actor, round)
const isAuthor: Rule<Item> = (actor, { authorId }) => actor.personId === authorId
const isTaken: Rule<Item> = (_actor, { ownerId }) => ownerId !== null
const isNamedOwner: Rule<Item> = (actor, { ownerId }) => actor.personId === ownerId
const isForResident: Rule<Item> = (_actor, { ownerKind }) => ownerKind === 'resident'
const isProject: Rule<Item> = (_actor, item) => item.isProject
const isShown: Rule<Item> = (_actor, { wordsState }) => wordsState === 'shown'
const readsRound: Rule<Item> = (actor, { round }) => roundPolicy.read(actor, round)
const isMember: Rule<Item> = (_actor, { inOrganisation }) => inOrganisation
const isModerator: Rule<Item> = (actor, { round }) => holds('community_staff')(actor, round)

/** 大人: who lives in its scope and is of age. */
export const isAdultInScope: Rule<Round> = (actor, { standing }) =>
  actor.homes.some(({ homeId, isAdult }) => isAdult && standing.homesInScope.includes(homeId))

/** May act for who is asked: a grown-up neighbour for themselves, a member for their body. */
const isOfOwner: Rule<Item> = (actor, { ownerKind, inOrganisation, round }) => {
  if (ownerKind === 'resident') return roundPolicy.take_part(actor, round) && isAdultInScope(actor, round)
  if (ownerKind === 'organisation') return inOrganisation
  return holds(...ITEM_OFFICES[ownerKind])(actor, round)
}

/** 承办人: a neighbour alone as long as they live there, or whoever is in the body that took it on, not who was. */
const owns = allOf<Item>(isTaken, isOfOwner, anyOf<Item>(isNamedOwner, not(isForResident)))
const handlers = anyOf<Item>(owns, convenes)

export type ItemRight = 'read' | 'change' | 'link' | 'keep_ledger' | 'rate'

/** 行动的权限. One sentence per act; the screen's buttons and the server's check both come from here. */
export const itemPolicy: Record<ItemAct | ItemRight, Rule<Item>> = {
  /** With the round; an organisation that is asked reads what it is asked for. */
  read: allOf<Item>(anyOf<Item>(readsRound, isMember), anyOf<Item>(isShown, isAuthor, owns, isModerator)),
  accept: allOf<Item>(not(isTaken), isOfOwner),
  /** Who was asked may say no, and who took it on may give it back. */
  hand_back: anyOf<Item>(owns, allOf<Item>(not(isTaken), not(isForResident), isOfOwner)),
  report: handlers,
  finish: handlers,
  give_up: handlers,
  reopen: handlers,
  /** Who put it down is a neighbour who took it on, or convened then. */
  change: anyOf<Item>(convenes, allOf<Item>(isAuthor, owns)),
  link: handlers,
  keep_ledger: allOf<Item>(isProject, handlers),
  /** By grown-up neighbours who took part; who did it doesn't rate it (domain.md 3: the handler never verifies). */
  rate: allOf<Item>(
    (actor, { round }) => round.standing.tookPart && isAdultInScope(actor, round),
    not(isNamedOwner),
    isShown,
  ),
}

const inAction = ({ round }: Item): boolean => isItemTime(round.state)

/** Permission first: who may not read of it doesn't learn that there is one. */
export function decideItemAct(actor: Actor, item: Item, act: ItemAct): Decision {
  if (!itemPolicy.read(actor, item)) return refused('NOT_FOUND')
  if (!itemPolicy[act](actor, item)) return refused('NOT_ALLOWED')
  return inAction(item) && itemTransition(act).from.includes(item.state) ? ALLOWED : refused('STATE_CHANGED')
}

/** The buttons a page offers. The server asks `decideItemAct` again. */
export function itemActsFor(actor: Actor, item: Item): ItemAct[] {
  return ITEM_ACT_NAMES.filter((act) => decideItemAct(actor, item, act).allowed)
}

/** 记下一件要办的事: by the convener, or by a grown-up neighbour who takes it on at once. */
export function decideWriteItem(
  actor: Actor,
  round: Round,
  { ownerKind, takesOn }: { ownerKind: ItemOwnerKind; takesOn: boolean },
): Decision {
  if (!roundPolicy.read(actor, round)) return refused('NOT_FOUND')
  if (!isItemTime(round.state)) return refused('STATE_CHANGED')
  const itself = roundPolicy.take_part(actor, round) && isAdultInScope(actor, round)
  if (takesOn) return ownerKind === 'resident' && itself ? ALLOWED : refused('NOT_ALLOWED')
  return roundPolicy.convene(actor, round) ? ALLOWED : refused('NOT_ALLOWED')
}

/** 改写、连上别的事: while it is open. */
export function decideItemRight(actor: Actor, item: Item, right: 'change' | 'link'): Decision {
  if (!itemPolicy.read(actor, item)) return refused('NOT_FOUND')
  if (!itemPolicy[right](actor, item)) return refused('NOT_ALLOWED')
  return inAction(item) && isItemOpen(item.state) ? ALLOWED : refused('STATE_CHANGED')
}

/** 记账: until the round is over, for receipts come late. */
export function decideLedger(actor: Actor, item: Item): Decision {
  if (!itemPolicy.read(actor, item)) return refused('NOT_FOUND')
  if (!itemPolicy.keep_ledger(actor, item)) return refused('NOT_ALLOWED')
  const { state } = item.round
  return state === 'action' || state === 'evaluation' ? ALLOWED : refused('STATE_CHANGED')
}

/** 评一评: changeable until the round is over. */
export function decideRate(actor: Actor, item: Item): Decision {
  if (!itemPolicy.read(actor, item)) return refused('NOT_FOUND')
  if (!itemPolicy.rate(actor, item)) return refused('NOT_ALLOWED')
  return item.round.state === 'evaluation' ? ALLOWED : refused('STATE_CHANGED')
}

/** 经验教训: by who lives in the scope, the convener, and whoever took part. */
export function decideLesson(actor: Actor, round: Round): Decision {
  if (!roundPolicy.read(actor, round)) return refused('NOT_FOUND')
  const may =
    roundPolicy.take_part(actor, round) || roundPolicy.convene(actor, round) || round.standing.tookPart
  if (!may) return refused('NOT_ALLOWED')
  return round.state === 'evaluation' ? ALLOWED : refused('STATE_CHANGED')
}

/** Whether there is a report: from the evaluation on, and of a round that was abandoned. */
export const hasReport = (state: RoundState): boolean =>
  hasReached(state, 'evaluation') || state === 'abandoned'

/** 报告: from the evaluation on; of a round that was given up as well (domain.md 6). */
export function decideReadReport(actor: Actor, round: Round): Decision {
  if (!roundPolicy.read(actor, round)) return refused('NOT_FOUND')
  return hasReport(round.state) ? ALLOWED : refused('STATE_CHANGED')
}

/** 接着谈: what stayed open, by who may convene there; once the round is over. */
export function decideFollowUp(actor: Actor, round: Round): Decision {
  if (!roundPolicy.read(actor, round)) return refused('NOT_FOUND')
  return round.state === 'closed' || round.state === 'abandoned' ? ALLOWED : refused('STATE_CHANGED')
}
