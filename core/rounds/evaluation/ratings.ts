/** 对照说好的，做到了没有. */
export const RATINGS = ['kept', 'partly', 'not_kept'] as const
export type Rating = (typeof RATINGS)[number]

export const RATING_LABELS: Record<Rating, string> = {
  kept: '做到了',
  partly: '做到一些',
  not_kept: '没做到',
}

export type RatingCounts = Record<Rating, number>

export const NO_RATINGS: RatingCounts = { kept: 0, partly: 0, not_kept: 0 }

/** How many rated. */
export function ratersOf(counts: RatingCounts): number {
  return RATINGS.reduce((sum, rating) => sum + counts[rating], 0)
}

/** 9 人评：做到了 6 人，做到一些 2 人，没做到 1 人. Counts only; nobody is told who said what. */
export function ratingsInWords(counts: RatingCounts): string {
  const raters = ratersOf(counts)
  if (raters === 0) return '还没有人评'
  return `${raters} 人评：${RATINGS.map((rating) => `${RATING_LABELS[rating]} ${counts[rating]} 人`).join('，')}`
}
