import { View } from '@tarojs/components'
import {
  homesInWords,
  isRoundGivenUp,
  ROUND_KIND,
  ROUND_STATE_LABELS,
  type RoundPhase,
  type RoundView,
} from '#core/rounds'
import { WORDS_STATE_NOTES } from '#core/moderation'
import { Card } from '@/components/Card'
import { Kind } from '@/components/Kind'
import { Note } from '@/components/Note'
import { ROUND_WORDS } from '../../words'
import { PhaseSteps } from '../PhaseSteps'

export interface RoundHeadProps {
  round: RoundView
  shown: RoundPhase
  onShow: (phase: RoundPhase) => void
}

/** What is talked about, who convenes, how many homes take part, and which of the four steps it is in. */
export function RoundHead({ round, shown, onShow }: RoundHeadProps) {
  const { question, convenerName, placeName, homesTakingPart, text, wordsState, state } = round
  const note = wordsState && WORDS_STATE_NOTES[wordsState]
  const ended = isRoundGivenUp(state)
  const reason = round.timeline[round.timeline.length - 1]?.note
  return (
    <Card>
      <View className="feed__meta">
        <Kind icon="circle" tone="round">
          {ROUND_KIND}
        </Kind>
        <View className="feed__when">{homesInWords(homesTakingPart)}</View>
      </View>
      <View className="h1">{question}</View>
      <View className="text--small text--quiet">{ROUND_WORDS.convenes(convenerName, placeName)}</View>
      {text && <View className="text--pre text--gap">{text}</View>}
      {note && (
        <Note gap icon="eye" title={ROUND_WORDS.hidden}>
          {note}
        </Note>
      )}
      <View className="rule" />
      {ended ? (
        <Note tone="wait" icon="alert" title={ROUND_STATE_LABELS[state]}>
          {reason}
        </Note>
      ) : (
        <PhaseSteps round={round} shown={shown} onShow={onShow} />
      )}
    </Card>
  )
}
