/**
 * Who sees a person's words besides the author (domain.md 5 and 8). `waiting`: staff, until a moderator decided.
 * `staff_only`: staff, because the author's phone isn't verified or the author didn't agree to being read by neighbours.
 */
export const WORDS_STATES = ['waiting', 'shown', 'hidden', 'staff_only'] as const
export type WordsState = (typeof WORDS_STATES)[number]

/** What a check says of a text. It never refuses: whoever is not sure asks a person. */
export type CheckVerdict = 'clear' | 'unsure'

interface Standing {
  /** The author's phone is verified [Cybersecurity Law 26]. */
  verified: boolean
  /** The author agreed that neighbours read their words (domain.md 10). */
  consented: boolean
  check: CheckVerdict
}

/** Who sees words when they are written, or when a moderator lets them be seen. */
export function decideWords({ verified, consented, check }: Standing): WordsState {
  if (!verified || !consented) return 'staff_only'
  return check === 'clear' ? 'shown' : 'waiting'
}

/** What the author is told of words that neighbours don't see; null where they do. */
export const WORDS_STATE_NOTES: Record<WordsState, string | null> = {
  shown: null,
  waiting: '社区看过以后，邻居才看得到',
  hidden: '社区收起来了，邻居看不到',
  staff_only: '只有社区和办事的人看得到',
}
