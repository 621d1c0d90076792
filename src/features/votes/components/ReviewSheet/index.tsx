import { View } from '@tarojs/components'
import { momentInWords } from '#core/calendar'
import { bindingInWords, seenInWords, weightInWords, type VoteView } from '#core/votes'
import { Button } from '@/components/Button'
import { Facts } from '@/components/Facts'
import { FailureNote } from '@/components/FailureNote'
import { Icon } from '@/components/Icon'
import { Sheet } from '@/components/Sheet'
import type { Ballot } from '../../useBallot'
import { BALLOT_WORDS } from '../../words'
import { optionsInWords } from '../ByUnitSheet'

interface PartProps {
  vote: VoteView
  ballot: Ballot
}

/** 请核对，再交票: what was chosen, for whom, what it is worth, until when it may change, who will see it. */
export function ReviewSheet({ vote, ballot }: PartProps) {
  return (
    <Sheet open={ballot.reviewing} title={BALLOT_WORDS.reviewTitle} onClose={ballot.endReview}>
      {vote.items.map(({ itemId, title }) => (
        <View key={itemId}>
          <View className="text text--quiet">{title}</View>
          <Pick choice={ballot.picks[itemId]} />
        </View>
      ))}
      <Facts facts={factsOf(vote, ballot)} />
      {ballot.failure && <FailureNote failure={ballot.failure} gap />}
      <View className="sheet__acts">
        <Button busy={ballot.busy} busyWords={BALLOT_WORDS.sending} onPress={ballot.cast}>
          {BALLOT_WORDS.send}
        </Button>
        <Button variant="quiet" block onPress={ballot.endReview}>
          {BALLOT_WORDS.again}
        </Button>
      </View>
    </Sheet>
  )
}

/** Nothing while the sheet goes away: what was handed in is forgotten by then. */
function Pick({ choice }: { choice: Ballot['picks'][string] | undefined }) {
  if (choice === undefined) return null
  return (
    <View className="review__pick">
      <Icon name="ok" className="review__icon" />
      <View>{BALLOT_WORDS.picked(optionsInWords(choice))}</View>
    </View>
  )
}

function factsOf(vote: VoteView, { voter }: Ballot) {
  const { electorate, binding, closesAt } = vote
  const until = momentInWords(closesAt, new Date())
  return [
    ...(voter
      ? [
          {
            name: BALLOT_WORDS.who,
            value: BALLOT_WORDS.whoValue(voter.name, weightInWords(electorate, voter)),
          },
        ]
      : []),
    { name: BALLOT_WORDS.worth, value: bindingInWords(binding, electorate) },
    { name: BALLOT_WORDS.mayChange, value: BALLOT_WORDS.mayChangeValue(until) },
    { name: BALLOT_WORDS.seen, value: seenInWords(vote) },
  ]
}
