import { ownOf, type BALLOT_STATUSES } from './bulletin-format'

export type BallotStatus = (typeof BALLOT_STATUSES)[number]

/** 废票, why. The last is found by the count: no two of the three who opened it read the same. */
export const BALLOT_VOID_REASONS = ['blank', 'unreadable', 'marked', 'too_many', 'differ'] as const
export type BallotVoidReason = (typeof BALLOT_VOID_REASONS)[number]

/** How a ballot came in; the first has precedence (domain.md 7: online over paper, one's own over the proxy's). */
export const CHANNELS = ['online', 'paper', 'proxy'] as const
export type Channel = (typeof CHANNELS)[number]

/** What is chosen, by item. An item that is left out takes no part. */
export type Choices = Record<string, string | string[]>

/** A ballot as it was handed in for one voter of the roll: a home, an owner, co-owners. */
export interface HandedIn {
  ballotId: string
  /** Who handed it in; null on paper, where it is of the home as such. */
  casterId: string | null
  channel: Channel
  /** When, in milliseconds. */
  at: number
  choices: Choices
  /** 废票. On paper, and what is wrong with it: it stands as what its voter handed in, and takes no part. */
  voidReason?: BallotVoidReason | null
}

/** The same ballot with what it counts for. `disputed`: what it chose in items that take no part. */
export interface SettledBallot {
  ballotId: string
  status: BallotStatus
  choices: Choices
  disputed?: Choices
}

/**
 * 合投一票. All ballots of one voter together, in the order they came. What has precedence stands, of each caster the last, of
 * all only the named caster's if there is one. Where those that stand choose the same in an item, it counts, once;
 * where they differ, it is disputed and takes no part until identical ballots or a named voter settle it (domain.md 7).
 */
export function settleBallots(
  handed: readonly HandedIn[],
  itemIds: readonly string[],
  namedCasterId: string | null,
): SettledBallot[] {
  const ordered = inOrder(handed)
  const standing = standingAmong(ordered, namedCasterId)
  const first = standing[0]
  if (first === undefined) return []
  if (isVoidBallot(first))
    return ordered.map((ballot) => ({
      ballotId: ballot.ballotId,
      status: ballot === first ? ('void' as const) : ('replaced' as const),
      choices: ballot.choices,
    }))
  const disputed = differingItems(standing, itemIds)
  const agreed = itemIds.filter((itemId) => !disputed.includes(itemId))
  const counts = disputed.length === 0 || Object.keys(chosenIn(first, agreed)).length > 0
  const stands = new Set(standing)
  return ordered.map((ballot): SettledBallot => {
    const { ballotId, choices } = ballot
    if (!stands.has(ballot)) return { ballotId, status: 'replaced', choices }
    if (!counts) return { ballotId, status: 'disputed', choices }
    if (ballot !== first) {
      const isSame = differingItems([first, ballot], itemIds).length === 0
      return { ballotId, status: isSame ? 'replaced' : 'disputed', choices }
    }
    const counted = { ballotId, status: 'counted', choices: chosenIn(first, agreed) } as const
    return disputed.length === 0 ? counted : { ...counted, disputed: chosenIn(first, disputed) }
  })
}

/** The items that take no part as things stand, in the order given. */
export function disputedItems(
  handed: readonly HandedIn[],
  itemIds: readonly string[],
  namedCasterId: string | null,
): string[] {
  return differingItems(standingAmong(inOrder(handed), namedCasterId), itemIds)
}

/** Ballots that no other replaces, in the order they have. */
function standingAmong(ordered: readonly HandedIn[], namedCasterId: string | null): HandedIn[] {
  const channel = CHANNELS.find((one) => ordered.some((ballot) => ballot.channel === one))
  const lastOf = new Map<string | null, HandedIn>()
  for (const ballot of ordered) if (ballot.channel === channel) lastOf.set(ballot.casterId, ballot)
  const named = namedCasterId === null ? undefined : lastOf.get(namedCasterId)
  return named ? [named] : ordered.filter((ballot) => lastOf.get(ballot.casterId) === ballot)
}

/** By time; at the same moment by id, so that nothing hangs on the order in which they are read. */
const inOrder = (ballots: readonly HandedIn[]): HandedIn[] =>
  [...ballots].sort((one, other) => one.at - other.at || (one.ballotId < other.ballotId ? -1 : 1))

/** Only paper is void, and of one voter there is one on paper. */
const isVoidBallot = ({ voidReason }: HandedIn): boolean => Boolean(voidReason)

/** The items in which not all ballots are as the first. */
export function differingItems(
  [first, ...others]: readonly Pick<HandedIn, 'choices'>[],
  itemIds: readonly string[],
): string[] {
  if (first === undefined) return []
  return itemIds.filter((itemId) => {
    const choice = ownOf(first.choices, itemId)
    return others.some(({ choices }) => !isSameChoice(choice, ownOf(choices, itemId)))
  })
}

/** Options are a set, in whatever order they stand, and one option is a list of one. Leaving out is a choice of its own. */
function isSameChoice(one: Choices[string] | undefined, other: Choices[string] | undefined): boolean {
  if (one === other) return true
  if (one === undefined || other === undefined) return false
  const [these, those] = [setOf(one), setOf(other)]
  return these.size === those.size && [...these].every((option) => those.has(option))
}

const setOf = (choice: Choices[string]): Set<string> =>
  new Set(typeof choice === 'string' ? [choice] : choice)

function chosenIn({ choices }: HandedIn, itemIds: readonly string[]): Choices {
  return Object.fromEntries(
    itemIds.flatMap((itemId) => {
      const choice = ownOf(choices, itemId)
      return choice === undefined ? [] : [[itemId, choice]]
    }),
  )
}
