import { OPINION_GROUP_AT_LEAST, STANCES, type Opinion, type Stance } from './opinions'

/** How many of a group said what to one statement. */
export type Stand = { statementId: string } & Record<Stance, number>

/** On what side most of a group are. */
export interface Held extends Stand {
  side: 'agree' | 'disagree'
}

/** Where all groups are on one side, with how many of each, in the order of the groups. */
export interface Met extends Held {
  byGroup: Stand[]
}

interface CommonGround {
  /** What each group holds that the others don't hold as much, the most telling first. In the order of the groups. */
  holds: Held[][]
  /** 大家都这么看: on which side most of every group are. `agree` and so on are of all of them. */
  meets: Met[]
}

/** A group holds a statement when so many of a hundred of its answers are on one side. ○ */
const MOST_IN_HUNDRED = 60
/** As many as fit on a phone. ○ */
const HOLDS_AT_MOST = 3
const MEETS_AT_MOST = 5

/**
 * What groups hold, and where all of them meet (domain.md 6). To a statement that fewer than five of a group answered, the group
 * is silent: nobody shall guess who said what.
 */
export function commonGround(
  groups: readonly (readonly Opinion[])[],
  statementIds: readonly string[],
): CommonGround {
  const stands = statementIds.map((statementId) => ({
    all: standOn(statementId, groups.flat()),
    byGroup: groups.map((group) => standOn(statementId, group)),
  }))
  return {
    holds: groups.map((_, index) => holdsOf(stands, index)),
    meets: groups.length === 0 ? [] : meetsOf(stands),
  }
}

interface StandsOn {
  all: Stand
  byGroup: readonly Stand[]
}

function standOn(statementId: string, opinions: readonly Opinion[]): Stand {
  const said = (stance: Stance) => opinions.filter(({ stances }) => stances[statementId] === stance).length
  return { statementId, agree: said('agree'), disagree: said('disagree'), pass: said('pass') }
}

function holdsOf(stands: readonly StandsOn[], index: number): Held[] {
  return stands
    .flatMap(({ all, byGroup }) => {
      const stand = byGroup[index]
      const side = stand && sideOf(stand)
      if (!stand || !side) return []
      const others = without(all, stand)
      // Where nobody else answered, nothing tells this group from them.
      if (answersTo(others) === 0 || byGroup.every((one) => sideOf(one) === side)) return []
      return [{ held: { ...stand, side }, telling: likely(stand, side) / likely(others, side) }]
    })
    .sort((one, other) => other.telling - one.telling || byId(one.held, other.held))
    .slice(0, HOLDS_AT_MOST)
    .map(({ held }) => held)
}

function meetsOf(stands: readonly StandsOn[]): Met[] {
  return stands
    .flatMap(({ all, byGroup }) => {
      const [first, ...rest] = byGroup.map(sideOf)
      return first && rest.every((side) => side === first)
        ? [{ ...all, side: first, byGroup: [...byGroup] }]
        : []
    })
    .sort((one, other) => likely(other, other.side) - likely(one, one.side) || byId(one, other))
    .slice(0, MEETS_AT_MOST)
}

/** Undefined: the group is divided, or too few of it answered. */
function sideOf(stand: Stand): Held['side'] | undefined {
  const answers = answersTo(stand)
  if (answers < OPINION_GROUP_AT_LEAST) return undefined
  return (['agree', 'disagree'] as const).find((side) => stand[side] * 100 >= MOST_IN_HUNDRED * answers)
}

const answersTo = (stand: Stand): number => STANCES.reduce((sum, stance) => sum + stand[stance], 0)

const without = (all: Stand, { agree, disagree, pass }: Stand): Stand => ({
  ...all,
  agree: all.agree - agree,
  disagree: all.disagree - disagree,
  pass: all.pass - pass,
})

/** Share of a side with one answer for and one against added (Laplace), so that few answers tell little. */
const likely = (stand: Stand, side: Held['side']): number => (stand[side] + 1) / (answersTo(stand) + 2)

const byId = (one: Stand, other: Stand): number => (one.statementId < other.statementId ? -1 : 1)
