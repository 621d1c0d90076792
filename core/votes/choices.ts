import { ALLOWED, refused, type Decision } from '../permissions'
import type { Choices } from './joint'

/** What is decided, as far as a choice needs it. */
export interface ChoosableItem {
  itemId: string
  options: readonly string[]
  /** How many options one may choose; null: exactly one. */
  maxChoices: number | null
}

/** Whether a ballot answers every item, and nothing else, with what there is to choose (formats/bulletin.md). */
export function decideChoices(items: readonly ChoosableItem[], choices: Choices): Decision {
  const known = new Set(items.map(({ itemId }) => itemId))
  const unknown = Object.keys(choices).find((itemId) => !known.has(itemId))
  if (unknown !== undefined) return refused('VOTE_CHOICE_WRONG', `choices.${unknown}`)
  const bad = items.find((item) => !answers(item, ownChoice(choices, item.itemId)))
  return bad ? refused('VOTE_CHOICE_WRONG', `choices.${bad.itemId}`) : ALLOWED
}

function ownChoice(choices: Choices, itemId: string): string | readonly string[] | undefined {
  return Object.prototype.hasOwnProperty.call(choices, itemId) ? choices[itemId] : undefined
}

function answers(
  { options, maxChoices }: ChoosableItem,
  choice: string | readonly string[] | undefined,
): boolean {
  if (choice === undefined) return false
  if (typeof choice === 'string') return options.includes(choice)
  if (maxChoices === null || choice.length > maxChoices) return false
  return new Set(choice).size === choice.length && choice.every((option) => options.includes(option))
}
