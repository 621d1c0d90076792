import { Text, View } from '@tarojs/components'
import { dateInWords, justBefore, momentInWords } from '#core/calendar'
import {
  comingVoteSteps,
  DISCLOSURE_LABELS,
  envelopesLeftInWords,
  hasResult,
  hasTurnoutOnly,
  isOpen,
  THIRD_SEAT,
  voteEntryInWords,
  voteNextInWords,
  voteStateInWords,
  voteUntilInWords,
  votingSpanInWords,
  type VoteView,
} from '#core/votes'
import { Card } from '@/components/Card'
import { Facts, type Fact } from '@/components/Facts'
import { Track, type TrackStep } from '@/components/Track'
import { PAPER_WORDS } from '../../paper-words'
import { VOTE_WORDS } from '../../words'

interface PartProps {
  vote: VoteView
}

/** Where it stands, who convenes it, from when until when, what comes next; and the way there. */
export function VoteStanding({ vote }: PartProps) {
  return (
    <Card gap>
      <Facts now facts={standingOf(vote)} />
      <Track steps={stepsOf(vote)} />
    </Card>
  )
}

function standingOf(vote: VoteView): Fact[] {
  const { facts } = VOTE_WORDS
  const { state, convenerName, disclosure, parkingCounts, certifiedBy, resultDueAt } = vote
  const next = voteNextInWords(vote)
  const isDue = resultDueAt !== null && ['notice', 'open', 'counting'].includes(state)
  return [
    { name: facts.state, value: <Text className="text--strong">{voteStateInWords(state)}</Text> },
    ...(next ? [{ name: facts.next, value: next }] : []),
    { name: facts.span, value: votingSpanInWords(vote, new Date()) },
    ...(isDue ? [{ name: facts.result, value: facts.by(dateInWords(justBefore(resultDueAt))) }] : []),
    { name: facts.convener, value: convenerName },
    ...paperOf(vote),
    ...(certifiedBy ? [{ name: facts.certified, value: certifiedBy }] : []),
    { name: facts.shown, value: DISCLOSURE_LABELS[disclosure], aside: true },
    ...(parkingCounts ? [{ name: facts.parking, value: facts.parkingCounts, aside: true }] : []),
  ]
}

/** Who counts what is on paper, and how many envelopes came. */
function paperOf({ paper, state }: VoteView): Fact[] {
  if (!paper) return []
  const named = paper.tellers.map(({ name }) => name)
  const third = paper.tellers.find(({ seat }) => seat === THIRD_SEAT)?.name ?? ''
  const two = named.filter((name) => name !== third)
  const count = paper.received
  const isOn = hasTurnoutOnly(state) || hasResult(state)
  return [
    { name: PAPER_WORDS.tellers, value: PAPER_WORDS.tellersValue(two, third) },
    ...(isOn
      ? [
          {
            name: PAPER_WORDS.received,
            value: isOpen(state)
              ? PAPER_WORDS.receivedValue(count)
              : [
                  PAPER_WORDS.receivedAfter(count),
                  ...(paper.left ? [envelopesLeftInWords(paper.left)] : []),
                ].join('，'),
          },
        ]
      : []),
  ]
}

function stepsOf(vote: VoteView): TrackStep[] {
  const now = new Date()
  const done = vote.timeline.map((entry): TrackStep => ({
    id: String(entry.seq),
    title: voteEntryInWords(entry),
    meta: (
      <>
        <View>{momentInWords(entry.at, now)}</View>
        {entry.note && <View className="track__note">{entry.note}</View>}
      </>
    ),
    state: 'done',
  }))
  // The head of the page says it of the other steps.
  const until = (isOpen(vote.state) && voteUntilInWords(vote, now)) || undefined
  const coming = comingVoteSteps(vote.state).map((title, index): TrackStep => ({
    id: `coming-${index}`,
    title,
    ...(index === 0 ? { meta: until, state: 'now' } : { state: 'next' }),
  }))
  return [...done, ...coming]
}
