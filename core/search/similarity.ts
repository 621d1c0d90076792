import { bigramsOf, isHan, runsOf } from './terms'
import { FILLERS, PLACE_WORDS, SAME_WORDS } from './thesaurus'

/** What a title is compared by. */
export interface Units {
  /** Each piece, and how much it says about what is the matter. */
  weights: ReadonlyMap<string, number>
  /** What is said to be wrong, in whatever words. */
  troubles: ReadonlySet<string>
}

/** Where it is says little: similar matters are looked for at one place anyway. */
const PLACE_WEIGHT = 0.25
/** Broken, in whatever words: says less than what is broken. */
const STATE_WEIGHT = 1
/** One says what is wrong and the other doesn't; both do and mean something else. */
const ONE_TROUBLE_FACTOR = 0.65
const OTHER_TROUBLE_FACTOR = 0.5

/** Single characters and neighbouring pairs of its Chinese, its other words, and what people say in several ways as one. */
export function unitsOf(title: string): Units {
  const weights = new Map<string, number>()
  const troubles = new Set<string>()
  let rest = runsOf(title).join(' ')
  for (const [words, meaning] of SAME_WORDS) {
    rest = rest.replace(words, () => {
      weights.set(meaning, STATE_WEIGHT)
      troubles.add(meaning)
      return ' '
    })
  }
  rest = rest.replace(PLACE_WORDS, (word) => {
    weights.set(word, PLACE_WEIGHT)
    return ' '
  })
  for (const run of runsOf(rest.replace(FILLERS, ''))) {
    if (!isHan(run)) weights.set(run, PLACE_WEIGHT)
    else for (const unit of [...Array.from(run), ...bigramsOf(run)]) weights.set(unit, 1)
  }
  return { weights, troubles }
}

const weightOf = ({ weights }: Units): number =>
  [...weights.values()].reduce((sum, weight) => sum + weight, 0)

/** The same lamp may be broken or be stolen: two troubles without a common one are rather two matters. */
function troubleFactor({ troubles: one }: Units, { troubles: other }: Units): number {
  if (one.size === 0 && other.size === 0) return 1
  if (one.size === 0 || other.size === 0) return ONE_TROUBLE_FACTOR
  return [...one].some((trouble) => other.has(trouble)) ? 1 : OTHER_TROUBLE_FACTOR
}

/** 0 to 1: how much two titles have in common (Dice, weighted). Two empty ones have nothing. */
export function unitSimilarity(one: Units, other: Units): number {
  const shared = [...one.weights].reduce(
    (sum, [unit, weight]) => sum + (other.weights.has(unit) ? weight : 0),
    0,
  )
  return shared === 0 ? 0 : (troubleFactor(one, other) * 2 * shared) / (weightOf(one) + weightOf(other))
}

/** 0 to 1: how alike two titles are. */
export function similarity(one: string, other: string): number {
  return unitSimilarity(unitsOf(one), unitsOf(other))
}
