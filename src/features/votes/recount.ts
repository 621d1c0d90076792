import {
  bulletinProblemInWords,
  verifyBulletin,
  voteTextHash,
  type Bulletin,
  type Sha256,
  type Verdict,
  type VoteView,
} from '#core/votes'
import { RECOUNT_WORDS } from './roll-words'

type Results = Extract<Verdict, { ok: true }>['result']

/** What counting a record anew on this phone came to. */
export interface Recounted {
  /** All that was checked holds. */
  ok: boolean
  /** The file can't be counted at all. */
  unreadable: boolean
  /** What does not hold, in words. */
  problems: string[]
  /** What was counted, by item. */
  result: Results | undefined
}

/**
 * 自己算一遍: the record by itself, and whether it is the one whose hashes everybody was shown. The text is what the reader
 * sees on the page of the vote.
 */
export function recountOnPhone(bulletin: unknown, vote: VoteView, sha256: Sha256): Recounted {
  const verdict = verifyBulletin(JSON.stringify(bulletin), sha256)
  const titleOf = (itemId: string) => vote.items.find((item) => item.itemId === itemId)?.title ?? itemId
  const own = verdict.ok ? [] : verdict.problems.map((problem) => bulletinProblemInWords(problem, titleOf))
  const unreadable = !verdict.ok && !verdict.bulletin
  const other = unreadable ? [] : otherThanShown(bulletin as Bulletin, vote, sha256)
  const problems = [...new Set([...own, ...other])]
  return {
    ok: problems.length === 0,
    unreadable,
    problems,
    result: verdict.ok ? verdict.result : undefined,
  }
}

/** A record that holds by itself may still be another one than was published. */
function otherThanShown({ vote: frozen, head }: Bulletin, vote: VoteView, sha256: Sha256): string[] {
  return [
    ...(frozen.text_sha256 === voteTextHash(vote, sha256) ? [] : [RECOUNT_WORDS.notText]),
    ...(frozen.frozen_sha256 === vote.frozenSha256 ? [] : [RECOUNT_WORDS.notFrozen]),
    ...(head === vote.head ? [] : [RECOUNT_WORDS.notHead]),
  ]
}
