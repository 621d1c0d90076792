import { pinyin } from 'pinyin-pro'
import { unitSimilarity, unitsOf, type Units } from '#core/search'

/**
 * From here on two titles are offered as one matter. Chosen on one half of the pairs in tests/similar; the other half
 * and the whole are measured by the test beside this file.
 */
export const SIMILAR_FROM = 0.45
/** What only sounds alike counts a little less than what is written alike. */
const SOUND_FACTOR = 0.95

export interface Similar {
  id: string
  /** 0 to 1. */
  score: number
}

/** 楼到灯 sounds like 楼道灯: the same units in syllables without tones, as pinyin keyboards mistype them. */
function soundsOf({ weights, troubles }: Units): Units {
  const sounds = new Map<string, number>()
  for (const [unit, weight] of weights) {
    sounds.set(pinyin(unit, { toneType: 'none' }), weight)
  }
  return { weights: sounds, troubles }
}

interface Compared {
  written: Units
  heard: Units
}

function compared(title: string): Compared {
  const written = unitsOf(title)
  return { written, heard: soundsOf(written) }
}

function likenessOf(one: Compared, other: Compared): number {
  return Math.max(
    unitSimilarity(one.written, other.written),
    SOUND_FACTOR * unitSimilarity(one.heard, other.heard),
  )
}

/** How alike two titles are, typos of pinyin keyboards forgiven. 0 to 1. */
export function likeness(one: string, other: string): number {
  return likenessOf(compared(one), compared(other))
}

/** 我也遇到了: the candidates that may be the same matter as what is being typed, the likeliest first. */
export function rankSimilar(title: string, candidates: readonly { id: string; title: string }[]): Similar[] {
  const typed = compared(title)
  return candidates
    .map((candidate) => ({ id: candidate.id, score: likenessOf(typed, compared(candidate.title)) }))
    .filter(({ score }) => score >= SIMILAR_FROM)
    .sort((one, other) => other.score - one.score)
}
