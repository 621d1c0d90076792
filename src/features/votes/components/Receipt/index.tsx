import { View } from '@tarojs/components'
import { momentInWords } from '#core/calendar'
import { comingVoteSteps, type MyVoter, type VoteView } from '#core/votes'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Icon } from '@/components/Icon'
import { Note } from '@/components/Note'
import { Track, type TrackStep } from '@/components/Track'
import { aria } from '@/components/aria'
import { switchTab } from '@/platform/navigation'
import type { Ballot } from '../../useBallot'
import { BALLOT_WORDS } from '../../words'

interface PartProps {
  vote: VoteView
  ballot: Ballot
}

/** 票收到了: that it came, not what was chosen; until when it may change, and what comes. */
export function Receipt({ vote, ballot }: PartProps) {
  const voter = ballot.voter
  return (
    <>
      <Card>
        <View className="result" {...aria({ role: 'status' })}>
          <Icon name="ok" className="result__icon" />
          <View>{BALLOT_WORDS.received}</View>
        </View>
        <View className="text text--gap">{vote.title}</View>
        {voter && <View className="text--small text--quiet">{BALLOT_WORDS.receivedFor(voter.name)}</View>}
        <Note gap icon="key">
          {BALLOT_WORDS.receiptLater}
        </Note>
      </Card>
      <Card>
        <Track first steps={stepsOf(vote, voter)} />
      </Card>
    </>
  )
}

function stepsOf({ state, closesAt }: VoteView, voter: MyVoter | undefined): TrackStep[] {
  const now = new Date()
  return [
    {
      id: 'sent',
      title: BALLOT_WORDS.sent,
      meta: voter?.castAt ? momentInWords(voter.castAt, now) : undefined,
      state: 'done',
    },
    {
      id: 'change',
      title: BALLOT_WORDS.stillChange,
      meta: BALLOT_WORDS.until(momentInWords(closesAt, now)),
      state: 'now',
    },
    // Where the vote is now is told by the step above, as what it means for this ballot.
    ...comingVoteSteps(state)
      .slice(1)
      .map((title, index): TrackStep => ({
        id: `coming-${index}`,
        title,
        state: 'next',
      })),
  ]
}

/** The next one for whom somebody votes comes before anything else. */
export function ReceiptFoot({ vote, ballot }: PartProps) {
  const next = vote.voters.find(({ voted, voterId }) => voted !== 'mine' && voterId !== ballot.voter?.voterId)
  return (
    <View className="acts">
      <View className="pair">
        <Button variant="secondary" onPress={() => ballot.start()}>
          {BALLOT_WORDS.change}
        </Button>
        {next ? (
          <Button block={false} className="grow pair__next" onPress={() => ballot.start(next.voterId)}>
            {BALLOT_WORDS.nextVoter(next.name)}
          </Button>
        ) : (
          <Button block={false} className="grow pair__next" onPress={() => switchTab('home')}>
            {BALLOT_WORDS.home}
          </Button>
        )}
      </View>
      <Button variant="quiet" block onPress={ballot.leave}>
        {BALLOT_WORDS.look}
      </Button>
    </View>
  )
}
