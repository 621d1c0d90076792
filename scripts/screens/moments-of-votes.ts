import { OPTION_LABELS } from '#core/votes'
import { BALLOT_WORDS } from '../../src/features/votes/words'
import type { Actor } from '../../tests/h5/actor'
import { addressesOf, type Things } from '../../tests/h5/pages'
import { inSheet, type Picture } from './picture'

/** Chooses in both items of the vote that is open. */
async function choose(one: Actor, things: Things): Promise<void> {
  await one.opens(addressesOf(things).vote as string)
  await one.press(BALLOT_WORDS.start)
  await one.sees(BALLOT_WORDS.item(1, 2))
  const radios = one.visitor.page.getByRole('radio', { name: OPTION_LABELS.approve })
  for (const item of [0, 1]) await radios.nth(item).click()
}

async function review(one: Actor, things: Things): Promise<void> {
  await choose(one, things)
  await one.press(BALLOT_WORDS.review)
  await one.sees(BALLOT_WORDS.reviewTitle)
}

/** One ballot, from the first choice to its receipt. */
export const MOMENTS_OF_VOTES: Picture[] = [
  { name: 'vote-choose', who: '阿梅', go: choose },
  { name: 'vote-review', who: '阿梅', go: review },
  { name: 'vote-review-care', who: '阿梅', look: { care: true }, go: review },
  {
    name: 'vote-receipt',
    who: '阿梅',
    go: async (one, things) => {
      await review(one, things)
      await inSheet(one, BALLOT_WORDS.send)
      await one.sees(BALLOT_WORDS.received)
    },
  },
]
