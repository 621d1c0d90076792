import { View } from '@tarojs/components'
import { momentInWords } from '#core/calendar'
import {
  bindingInWords,
  hasResult,
  isGivenUp,
  isOpen,
  isVoid,
  PASSED_LABELS,
  resultOfItem,
  voteStateInWords,
  voteUntilInWords,
  weightInWords,
  type VoteView,
} from '#core/votes'
import { Card } from '@/components/Card'
import { Icon } from '@/components/Icon'
import { Kind } from '@/components/Kind'
import { Note } from '@/components/Note'
import { State } from '@/components/State'
import { PAPER_WORDS } from '../../paper-words'
import { RESULT_WORDS, VOTE_WORDS } from '../../words'

interface PartProps {
  vote: VoteView
}

/** What it is about, where it stands, what one's own ballot counts for, and what the result is worth. */
export function VoteHead({ vote }: PartProps) {
  const { title, state, electorate, binding, voters, placeName } = vote
  const now = new Date()
  const until = voteUntilInWords(vote, now)
  return (
    <Card>
      <View className="feed__meta">
        <Kind icon="vote" tone="vote">
          {VOTE_WORDS.place(placeName)}
        </Kind>
        {hasResult(state) ? (
          <View className="feed__when">{RESULT_WORDS.closedAt(momentInWords(vote.closesAt, now))}</View>
        ) : (
          <State icon="clock" tone={isOpen(state) ? 'wait' : 'quiet'}>
            {until ?? voteStateInWords(state)}
          </State>
        )}
      </View>
      <Outcome vote={vote} />
      <View className="h1 wish__title">{title}</View>
      {!hasResult(state) &&
        voters.map((voter) => (
          <Note key={voter.voterId} gap icon="user" title={weightInWords(electorate, voter)}>
            {voter.name}
          </Note>
        ))}
      {isOpen(state) && <OwnEnvelopes vote={vote} />}
      <Note gap>{bindingInWords(binding, electorate)}</Note>
      {hasResult(state) && until && (
        <Note gap icon="calendar">
          {until}
        </Note>
      )}
      <Aside vote={vote} />
    </Card>
  )
}

/** 已收到纸质选票: of those for whom the reader votes; online still goes first. */
function OwnEnvelopes({ vote: { voters } }: PartProps) {
  return (
    <>
      {voters
        .filter(({ envelopeReceived }) => envelopeReceived)
        .map(({ voterId, name }) => (
          <Note
            key={voterId}
            gap
            icon="doc"
            title={voters.length > 1 ? `${PAPER_WORDS.ownReceived}：${name}` : PAPER_WORDS.ownReceived}
          >
            {PAPER_WORDS.ownText}
          </Note>
        ))}
    </>
  )
}

/** 通过 or 没通过 in one word, where one thing was decided; of several each has its own. */
function Outcome({ vote: { items, electorate, decidedBy, state } }: PartProps) {
  const [only] = items
  const result = items.length === 1 && only ? resultOfItem(only, { electorate, decidedBy }) : undefined
  return result?.passed === undefined ? null : <OneWord passed={result.passed} isVoid={isVoid(state)} />
}

export function OneWord({ passed, isVoid, small }: { passed: boolean; isVoid?: boolean; small?: boolean }) {
  const words = passed ? PASSED_LABELS.passed : PASSED_LABELS.failed
  const isYes = passed && !isVoid
  return (
    <View className={`result${isYes ? '' : ' result--no'}${small ? ' result--small' : ''}`}>
      <Icon name={isYes ? 'ok' : passed ? 'info' : 'no'} className="result__icon" />
      <View>{words}</View>
    </View>
  )
}

/** That it came to nothing, and why. */
function Aside({ vote: { state, timeline } }: PartProps) {
  if (!isGivenUp(state) && !isVoid(state)) return null
  const ending = isGivenUp(state) ? 'withdraw' : 'ask_void'
  const notes = timeline.filter(({ act, note }) => act === ending && note)
  const reason = notes[notes.length - 1]?.note
  return (
    <Note gap tone="wait" icon="alert" title={isGivenUp(state) ? VOTE_WORDS.withdrawn : VOTE_WORDS.voided}>
      {reason && VOTE_WORDS.because(reason)}
    </Note>
  )
}
