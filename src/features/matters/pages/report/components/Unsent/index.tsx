import { View } from '@tarojs/components'
import { useState } from 'react'
import { Blank } from '@/components/Blank'
import { Press } from '@/components/Press'
import { changeLetter, sendLetter } from '@/parts/outbox'
import { redirect, switchTab } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { REPORT_WORDS } from '../../../../report-words'
import type { Unsent as Reason } from '../../useReport'

export interface UnsentProps {
  reason: Reason
}

/** It did not get through and waits: what was kept, and the way to try again. */
export function Unsent({ reason: { title, text, letter } }: UnsentProps) {
  const [busy, setBusy] = useState(false)
  const again = async () => {
    if (busy) return
    setBusy(true)
    const outcome = await sendLetter(letter)
    setBusy(false)
    // Why it was not taken stands there, with the way back to the words.
    if (outcome?.state === 'refused') redirect(ROUTES.outbox)
  }
  return (
    <Blank
      art="offline"
      title={title}
      text={text}
      act={{
        words: busy ? REPORT_WORDS.sending : REPORT_WORDS.again,
        icon: 'retry',
        onPress: () => void again(),
      }}
      otherAct={{ words: REPORT_WORDS.later, onPress: () => switchTab('home') }}
    >
      <View className="kept">
        <View className="kept__body kept__body--alone">
          <View className="text--strong">{letter.label}</View>
          {letter.detail && <View className="text--small text--quiet">{letter.detail}</View>}
        </View>
        <Press className="link link--small" onPress={() => void changeLetter(letter, redirect)}>
          <View>{REPORT_WORDS.edit}</View>
        </Press>
      </View>
    </Blank>
  )
}
