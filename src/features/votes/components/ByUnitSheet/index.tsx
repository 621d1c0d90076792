import { listByUnitEndpoint, optionLabel, type VoteView, voidBallotInWords } from '#core/votes'
import type { AnswerOf } from '#core/contract'
import { Blank } from '@/components/Blank'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import { Sheet } from '@/components/Sheet'
import { SkeletonRows } from '@/components/Skeleton'
import { usePaged } from '@/hooks/usePaged'
import { callEndpoint } from '@/platform/call-endpoint'
import { BALLOT_WORDS, BY_UNIT_WORDS, LINK_WORDS } from '../../words'

export interface ByUnitSheetProps {
  open: boolean
  vote: VoteView
  onClose: () => void
}

/** 各家选了什么: where that was said before anybody voted. */
export function ByUnitSheet({ open, vote, onClose }: ByUnitSheetProps) {
  return (
    <Sheet open={open} title={LINK_WORDS.byUnit} onClose={onClose}>
      <Rows vote={vote} />
    </Sheet>
  )
}

function Rows({ vote }: Pick<ByUnitSheetProps, 'vote'>) {
  const { communityId, voteId } = vote
  const { state, more } = usePaged(
    (cursor) => callEndpoint(listByUnitEndpoint, { params: { communityId, voteId }, query: { cursor } }),
    [communityId, voteId],
  )
  return (
    <FourFaces
      state={state}
      skeleton={<SkeletonRows />}
      errorTitle={BY_UNIT_WORDS.failed}
      isEmpty={(rows) => rows.length === 0}
      empty={<Blank art="window" title={BY_UNIT_WORDS.empty} />}
    >
      {(rows) => (
        <>
          {rows.map(({ voterId, name, choices, voidReason }) => (
            <Item
              key={voterId}
              title={name}
              text={voidReason ? voidBallotInWords(voidReason) : choicesInWords(vote, choices)}
            />
          ))}
          <MoreButton more={more} />
        </>
      )}
    </FourFaces>
  )
}

type Choices = AnswerOf<typeof listByUnitEndpoint>['items'][number]['choices']

function choicesInWords({ items }: VoteView, choices: Choices): string {
  if (!choices) return BY_UNIT_WORDS.none
  const said = items.map(({ itemId, title }) => {
    const options = optionsInWords(choices[itemId])
    return items.length === 1 ? options : BY_UNIT_WORDS.choice(title, options)
  })
  return said.join('；')
}

/** One option, or several; an item that takes no part is missing. */
export function optionsInWords(choice: string | readonly string[] | undefined): string {
  if (choice === undefined) return BY_UNIT_WORDS.skipped
  const options = typeof choice === 'string' ? [choice] : choice
  return options.length === 0 ? BALLOT_WORDS.nothing : options.map(optionLabel).join(BALLOT_WORDS.between)
}
