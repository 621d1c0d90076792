import { View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { DRAFT } from '../../../../draft-words'
import { DRAFT_STEPS, type DraftStep } from '../../vote-draft'

/** Which question this is, of how many. Read out when it changes. */
export function StepHead({ step }: { step: DraftStep }) {
  return (
    <View className="section section--first" {...aria({ live: 'polite' })}>
      <View className="section__title" {...aria({ role: 'heading', level: 2 })}>
        {DRAFT.steps[step]}
      </View>
      <View className="section__count">{DRAFT.step(DRAFT_STEPS.indexOf(step) + 1, DRAFT_STEPS.length)}</View>
    </View>
  )
}
