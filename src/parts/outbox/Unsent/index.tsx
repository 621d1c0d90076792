import { View } from '@tarojs/components'
import { useState } from 'react'
import { Blank } from '@/components/Blank'
import { Press } from '@/components/Press'
import { toast } from '@/platform/feedback'
import { redirect, switchTab } from '@/platform/navigation'
import { NetworkError, ReadableError } from '@/platform/readable-error'
import { ROUTES } from '@/routes'
import { changeLetter, sendLetter } from '../letter-acts'
import type { Waiting } from '../useOutbox'
import { OUTBOX } from '../words'

export interface UnsentProps {
  waiting: Waiting
  words: {
    /** There is no network. */
    offline: string
    /** The server is away. */
    away: string
    /** What was kept. */
    kept: string
  }
}

/** Instead of a form whose words did not get through and wait: what was kept, and the way to try again. */
export function Unsent({ waiting: { letter, error }, words }: UnsentProps) {
  const [busy, setBusy] = useState(false)
  const again = async () => {
    if (busy) return
    setBusy(true)
    const outcome = await sendLetter(letter)
    setBusy(false)
    // Why it was not taken stands there, with the way back to the words.
    if (outcome?.state === 'refused') redirect(ROUTES.outbox)
    // Another page of the site has sent it meanwhile, or it was thrown away there.
    if (outcome?.state !== 'gone') return
    toast(OUTBOX.gone)
    switchTab('home')
  }
  // Without a network, or with a server that is away: both end by themselves.
  const isAway = error instanceof ReadableError && !(error instanceof NetworkError)
  return (
    <Blank
      art="offline"
      title={isAway ? words.away : words.offline}
      text={isAway ? `${error.message}。${words.kept}` : words.kept}
      act={{
        words: busy ? OUTBOX.sending : OUTBOX.again,
        icon: 'retry',
        onPress: () => void again(),
      }}
      otherAct={{ words: OUTBOX.leave, onPress: () => switchTab('home') }}
    >
      <View className="kept">
        <View className="kept__body kept__body--alone">
          <View className="text--strong">{letter.label}</View>
          {letter.detail && <View className="text--small text--quiet">{letter.detail}</View>}
        </View>
        <Press className="link link--small" onPress={() => void changeLetter(letter, redirect)}>
          <View>{OUTBOX.change}</View>
        </Press>
      </View>
    </Blank>
  )
}
