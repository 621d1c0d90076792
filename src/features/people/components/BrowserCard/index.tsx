import { View } from '@tarojs/components'
import { useState } from 'react'
import { allowBrowserSignInEndpoint, BROWSER_CODE_LENGTH, browserCodeIn } from '#core/people'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Field } from '@/components/Field'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { SESSIONS } from '../../words'

/** 让一台电脑登录: types the code that the computer shows. */
export function BrowserCard({ onAllowed }: { onAllowed: () => void }) {
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState(false)
  const { submit, busy, failure, clear } = useSubmit(
    (typed: string, key) => callEndpoint(allowBrowserSignInEndpoint, { params: { code: typed }, key }),
    () => {
      setCode('')
      toast(SESSIONS.browserDone)
      onAllowed()
    },
  )
  const change = (next: string) => {
    setCode(next)
    setMissing(false)
    clear()
  }
  const send = () => {
    const typed = browserCodeIn(code)
    setMissing(typed.length !== BROWSER_CODE_LENGTH)
    if (typed.length === BROWSER_CODE_LENGTH) void submit(typed)
  }
  return (
    <Card gap>
      <Field
        label={SESSIONS.browser}
        hint={SESSIONS.browserHint}
        value={code}
        onChange={change}
        maxLength={BROWSER_CODE_LENGTH * 2}
        error={missing ? SESSIONS.browserMissing : failure?.message}
      />
      <View className="card__foot">
        <Button variant="secondary" block onPress={send} busy={busy} busyWords={SESSIONS.browserBusy}>
          {SESSIONS.browserAllow}
        </Button>
      </View>
    </Card>
  )
}
