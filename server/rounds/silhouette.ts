/**
 * How well points lie in their groups: the mean of (b − a) / max(a, b), where a is a point's mean distance to its own group and b
 * that to the nearest other (Rousseeuw 1987). From −1 to 1; a point alone in its group counts 0.
 */
export function silhouette(points: readonly (readonly number[])[], groupOf: readonly number[]): number {
  const groups = Math.max(...groupOf) + 1
  const sizes = new Array<number>(groups).fill(0)
  for (const group of groupOf) sizes[group] = (sizes[group] ?? 0) + 1
  const scores = points.map((point, index) => {
    const own = groupOf[index] ?? 0
    const away = new Array<number>(groups).fill(0)
    points.forEach((other, at) => {
      const group = groupOf[at] ?? 0
      away[group] = (away[group] ?? 0) + distance(point, other)
    })
    return scoreOf(away, sizes, own)
  })
  return scores.reduce((sum, score) => sum + score, 0) / points.length
}

function scoreOf(away: readonly number[], sizes: readonly number[], own: number): number {
  const among = (sizes[own] ?? 0) - 1
  if (among === 0) return 0
  const within = (away[own] ?? 0) / among
  const nearest = Math.min(
    ...away.flatMap((sum, group) => (group === own || !sizes[group] ? [] : [sum / sizes[group]])),
  )
  const most = Math.max(within, nearest)
  return most === 0 ? 0 : (nearest - within) / most
}

function distance(one: readonly number[], other: readonly number[]): number {
  let sum = 0
  for (let axis = 0; axis < one.length; axis += 1) sum += ((one[axis] ?? 0) - (other[axis] ?? 0)) ** 2
  return Math.sqrt(sum)
}
