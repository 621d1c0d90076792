import { View } from '@tarojs/components'
import { Blank } from '@/components/Blank'
import { Press } from '@/components/Press'
import { switchTab } from '@/platform/navigation'
import { SAY_WORDS } from '../../../../say-words'
import type { SayForm, Unsent as Reason } from '../../useSayWish'

export interface UnsentProps {
  form: SayForm
  reason: Reason
}

/** It did not get through: what was kept, and the way to try again. */
export function Unsent({ form: { draft, send, edit }, reason }: UnsentProps) {
  return (
    <Blank
      art="offline"
      title={reason.title}
      text={reason.text}
      act={{ words: SAY_WORDS.again, icon: 'retry', onPress: send }}
      otherAct={{ words: SAY_WORDS.later, onPress: () => switchTab('home') }}
    >
      <View className="kept">
        <View className="kept__body kept__body--alone">
          <View className="text--strong wish__title">{draft.title}</View>
        </View>
        <Press className="link link--small" onPress={edit}>
          <View>{SAY_WORDS.edit}</View>
        </Press>
      </View>
    </Blank>
  )
}
