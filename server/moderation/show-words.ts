import { CASE_SUBJECTS, decideWords, type CaseSubject, type WordsState } from '#core/moderation'
import { hasConsent, isVerified } from '#server/people/index'
import type { Transaction } from '#server/platform/db/index'
import type { ServerParts } from '#server/platform/http/parts'
import type { Target } from './case-repository'
import { openCase } from './open-case'

/** Words that are just being written. */
export interface NewWords {
  communityId: string
  target: Target
  authorId: string
  /** Everything its author wrote: title and text. */
  text: string
  /** What a moderator sees it stands at; left out: the beginning of the text. */
  about?: string
  /** What opens it; left out: the target itself. */
  subject?: { kind: CaseSubject; id: string }
  at: Date
}

/** Characters of the text that stand for its title. */
const ABOUT_LENGTH = 30

/**
 * Decides who may read new words besides their author, in the transaction that writes them: checks them, and opens a case
 * for a moderator when the check is not sure. Never for what is private or restricted: that isn't shown to neighbours
 * anyway, and must not reach a moderator.
 */
export async function showWords(
  tx: Transaction,
  words: NewWords,
  { contentCheck }: Pick<ServerParts, 'contentCheck'>,
): Promise<WordsState> {
  const { verdict, concerns } = contentCheck.check(words.text)
  const state = decideWords({ ...(await standingOf(tx, words.authorId)), check: verdict })
  if (state !== 'waiting') return state
  const { communityId, target, authorId, text, at } = words
  await openCase(tx, {
    communityId,
    source: 'check',
    target,
    subject: words.subject ?? subjectOf(target),
    about: words.about ?? Array.from(text).slice(0, ABOUT_LENGTH).join(''),
    authorId,
    original: text,
    concerns,
    at,
  })
  return state
}

/**
 * Whether neighbours see what somebody writes with an act, as a reason. Where the check isn't sure, staff alone do; no
 * moderator is asked, since it was written to them.
 */
export async function mayShowNote(
  tx: Transaction,
  { authorId, text }: Pick<NewWords, 'authorId' | 'text'>,
  { contentCheck }: Pick<ServerParts, 'contentCheck'>,
): Promise<boolean> {
  const { verdict } = contentCheck.check(text)
  return decideWords({ ...(await standingOf(tx, authorId)), check: verdict }) === 'shown'
}

/** The state that words get when a moderator lets neighbours see them: no more than their author allows and the law does. */
export async function stateWhenCleared(tx: Transaction, authorId: string): Promise<WordsState> {
  return decideWords({ ...(await standingOf(tx, authorId)), check: 'clear' })
}

async function standingOf(tx: Transaction, personId: string) {
  return {
    verified: await isVerified(tx, personId),
    consented: await hasConsent(tx, personId, 'public_words'),
  }
}

function subjectOf({ kind, id }: Target): { kind: CaseSubject; id: string } {
  const subject = CASE_SUBJECTS.find((one) => one === kind)
  if (!subject) throw new Error(`A ${kind} stands at something else: say at what`)
  return { kind: subject, id }
}
