import { kmeans } from 'ml-kmeans'
import { PCA } from 'ml-pca'
import { Random } from 'ml-random'
import {
  answeredEnough,
  OPINION_GROUP_AT_LEAST,
  OPINION_GROUPS_AT_MOST,
  OPINION_PEOPLE_AT_LEAST,
  type Opinion,
  type Stance,
} from '#core/rounds'
import { silhouette } from './silhouette'

/** People who think alike. */
export interface OpinionGroup {
  members: Opinion[]
  /** Where it lies in the picture: the mean of its members on the two axes that tell most, each from −1 to 1. */
  x: number
  y: number
}

/** Five groups lie apart on four axes; more of them would be noise. */
const AXES = OPINION_GROUPS_AT_MOST - 1
/** k-means is begun anew so often; the closest groups are kept. */
const STARTS = [1, 2, 3, 4, 5]
/** Against so many shuffles is a grouping held, and it must be better than each by so much. ○ */
const SHUFFLES = [1, 2, 3, 4, 5]
const BETTER_BY = 1.2

const VALUE: Record<Stance, number> = { agree: 1, pass: 0, disagree: -1 }

/**
 * 看法分成几组 (domain.md 6): principal components, k-means, as many groups as have the best silhouette, none under five. One group where
 * nothing tells people apart: a grouping counts only if it is clearer than what the same answers give when they are dealt out among
 * people at random. Undefined while too few people answered. The same answers give the same groups, whatever their order.
 */
export function groupOpinions(
  opinions: readonly Opinion[],
  statements: readonly string[],
): OpinionGroup[] | undefined {
  const statementIds = [...statements].sort()
  const people = opinions
    .filter((opinion) => answeredEnough(opinion, statementIds))
    .sort((one, other) => (one.personId < other.personId ? -1 : 1))
  if (people.length < OPINION_PEOPLE_AT_LEAST) return undefined
  const answers = people.map(({ stances }) =>
    statementIds.map((id) => {
      const stance = stances[id]
      return stance === undefined ? undefined : VALUE[stance]
    }),
  )
  const points = place(answers)
  const found = bestGrouping(points)
  const groupOf = found && isNoChance(answers, found) ? settled(points, found) : people.map(() => 0)
  return pictured(people, points, groupOf)
}

/** An answer per statement; undefined: none. */
type Answers = readonly (readonly (number | undefined)[])[]
type Points = number[][]

interface Grouping {
  groups: number
  groupOf: number[]
  score: number
}

/**
 * Each person as a point. What nobody said counts as the mean of the statement, and who answered few is moved out as far as
 * who answered all (as Polis does), so that silence doesn't make a group of its own.
 */
function place(answers: Answers): Points {
  const columns = answers[0]?.length ?? 0
  const means = Array.from({ length: columns }, (_, column) => {
    const said = answers.flatMap((row) => row[column] ?? [])
    return said.reduce((sum, value) => sum + value, 0) / Math.max(1, said.length)
  })
  const rows = answers.map((row) => {
    const said = row.filter((value) => value !== undefined).length
    const further = Math.sqrt(columns / said)
    return row.map((value, column) => (value === undefined ? 0 : (value - (means[column] ?? 0)) * further))
  })
  const nComponents = Math.min(AXES, columns, rows.length)
  return new PCA(rows, { method: 'covarianceMatrix' }).predict(rows, { nComponents }).to2DArray()
}

/** Undefined: there is no grouping without a group under five. */
function bestGrouping(points: Points): Grouping | undefined {
  const most = Math.min(OPINION_GROUPS_AT_MOST, Math.floor(points.length / OPINION_GROUP_AT_LEAST))
  let best: Grouping | undefined
  for (let groups = 2; groups <= most; groups += 1) {
    const grouping = groupInto(points, groups)
    if (smallestOf(grouping) < OPINION_GROUP_AT_LEAST) continue
    if (!best || grouping.score > best.score) best = grouping
  }
  return best
}

function groupInto(points: Points, groups: number): Grouping {
  const tries = STARTS.map((seed) => {
    const found = kmeans(points, groups, { seed })
    const spread = found.computeInformation(points).reduce((sum, { error, size }) => sum + error * size, 0)
    return { spread, groupOf: found.clusters }
  })
  const closest = tries.reduce((best, one) => (one.spread < best.spread ? one : best))
  return { groups, groupOf: closest.groupOf, score: silhouette(points, closest.groupOf) }
}

function smallestOf({ groups, groupOf }: Grouping): number {
  return Math.min(
    ...Array.from({ length: groups }, (_, group) => groupOf.filter((one) => one === group).length),
  )
}

/** So many groups lie apart on one axis fewer: what the others add is noise. Kept as they were where one would become too small. */
function settled(points: Points, found: Grouping): number[] {
  const { groups } = found
  const finer = groupInto(
    points.map((point) => point.slice(0, groups - 1)),
    groups,
  )
  return smallestOf(finer) < OPINION_GROUP_AT_LEAST ? found.groupOf : finer.groupOf
}

/** Each statement keeps its answers, but who gave which is left to chance: what groups are found then? */
function isNoChance(answers: Answers, { groups, score }: Grouping): boolean {
  return SHUFFLES.every((seed) => score > BETTER_BY * groupInto(place(shuffled(answers, seed)), groups).score)
}

function shuffled(answers: Answers, seed: number): Answers {
  const random = new Random(seed)
  const rows = answers.map((row) => [...row])
  for (let column = 0; column < (answers[0]?.length ?? 0); column += 1) {
    const holders = rows.filter((row) => row[column] !== undefined)
    for (let last = holders.length - 1; last > 0; last -= 1) {
      const [one, other] = [holders[last], holders[random.randInt(last + 1)]]
      if (one && other) [one[column], other[column]] = [other[column], one[column]]
    }
  }
  return rows
}

/** Groups from the largest to the smallest. */
function pictured(people: readonly Opinion[], points: Points, groupOf: readonly number[]): OpinionGroup[] {
  const reach = Math.max(...points.flatMap((point) => point.slice(0, 2).map(Math.abs))) || 1
  return Array.from({ length: Math.max(...groupOf) + 1 }, (_, group) => {
    const within = points.filter((_point, index) => groupOf[index] === group)
    const mean = (axis: number) =>
      within.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / within.length / reach
    return { members: people.filter((_one, index) => groupOf[index] === group), x: mean(0), y: mean(1) }
  }).sort((one, other) => other.members.length - one.members.length || other.x - one.x)
}
