import { View } from '@tarojs/components'
import {
  hasReached,
  PHASE_LABELS,
  phaseInWords,
  phaseOf,
  ROUND_PHASES,
  type RoundPhase,
  type RoundView,
} from '#core/rounds'
import { aria } from '@/components/aria'
import { classes } from '@/components/classes'
import { Icon } from '@/components/Icon'
import { Press } from '@/components/Press'
import { ROUND_WORDS } from '../../words'

export interface PhaseStepsProps {
  round: RoundView
  /** The phase that is looked at. */
  shown: RoundPhase
  onShow: (phase: RoundPhase) => void
}

/** The four phases: which are over, which is on, and the way back to the minutes of one that is over. */
export function PhaseSteps({ round, shown, onShow }: PhaseStepsProps) {
  return (
    <View className="steps" {...aria({ role: 'group', label: phaseInWords(round.state) })}>
      {ROUND_PHASES.map((phase, index) => (
        <Step key={phase} phase={phase} index={index} round={round} shown={shown} onShow={onShow} />
      ))}
    </View>
  )
}

function Step({
  phase,
  index,
  round: { state },
  shown,
  onShow,
}: PhaseStepsProps & { phase: RoundPhase; index: number }) {
  const now = phaseOf(state) === phase
  const done = hasReached(state, phase) && !now
  const look = classes('steps__item', done && 'steps__item--done', now && 'steps__item--now')
  const before = index === 0 ? 'steps__line--none' : (done || now) && 'steps__line--done'
  const after = index === ROUND_PHASES.length - 1 ? 'steps__line--none' : done && 'steps__line--done'
  const body = (
    <>
      <View className="steps__mark" {...aria({ hidden: true })}>
        <View className={classes('steps__line', before)} />
        <View className="steps__dot">{done ? <Icon name="check" size="s" /> : String(index + 1)}</View>
        <View className={classes('steps__line', after)} />
      </View>
      <View className={classes('steps__label', shown === phase && !now && 'steps__label--shown')}>
        {PHASE_LABELS[phase]}
      </View>
    </>
  )
  if (!done && !now) return <View className={look}>{body}</View>
  // The phase that is on is called by what is read on it; the way back to one that is over says so.
  return (
    <Press
      className={look}
      label={done ? ROUND_WORDS.seePhase(PHASE_LABELS[phase]) : undefined}
      onPress={() => onShow(phase)}
    >
      {body}
    </Press>
  )
}
