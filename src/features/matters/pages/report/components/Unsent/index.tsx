import { View } from '@tarojs/components'
import { Blank } from '@/components/Blank'
import { Press } from '@/components/Press'
import { switchTab } from '@/platform/navigation'
import { REPORT_WORDS } from '../../../../report-words'
import type { ReportForm, Unsent as Reason } from '../../useReport'

export interface UnsentProps {
  form: ReportForm
  reason: Reason
}

/** It did not get through: what was kept, and the way to try again. */
export function Unsent({ form: { draft, send, edit }, reason }: UnsentProps) {
  return (
    <Blank
      art="offline"
      title={reason.title}
      text={reason.text}
      act={{ words: REPORT_WORDS.again, icon: 'retry', onPress: send }}
      otherAct={{ words: REPORT_WORDS.later, onPress: () => switchTab('home') }}
    >
      <View className="kept">
        <View className="kept__body kept__body--alone">
          <View className="text--strong">{draft.title}</View>
          <View className="text--small text--quiet">
            {[draft.place?.name, draft.floor].filter(Boolean).join(' · ')}
          </View>
        </View>
        <Press className="link link--small" onPress={edit}>
          <View>{REPORT_WORDS.edit}</View>
        </Press>
      </View>
    </Blank>
  )
}
