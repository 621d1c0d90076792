import { useState } from 'react'
import {
  askPhoneCodeEndpoint,
  confirmPhoneEndpoint,
  mobileIn,
  PHONE_CODE_LENGTH,
  type MeView,
} from '#core/people'
import { messageOf } from '#core/errors'
import { useSubmit } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { callEndpoint } from '@/platform/call-endpoint'

/** 短信绑定: first the number, then the code that came to it. */
export function useTypedPhone(onBound: (me: MeView) => void) {
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [sentTo, setSentTo] = useState<string>()
  const [wrong, setWrong] = useState<string>()
  const asking = useSubmit(
    (typed: string, key) =>
      withConsent(() => callEndpoint(askPhoneCodeEndpoint, { body: { phone: typed }, key })),
    (sent) => {
      setSentTo(sent.sentTo)
      setCode('')
    },
  )
  const confirming = useSubmit(
    (typed: string, key) =>
      withConsent(() => callEndpoint(confirmPhoneEndpoint, { body: { code: typed }, key })),
    onBound,
  )
  const clear = () => {
    setWrong(undefined)
    asking.clear()
    confirming.clear()
  }
  const send = () => {
    clear()
    if (mobileIn(phone) === undefined) setWrong(messageOf('PHONE_INVALID'))
    else void asking.submit(phone)
  }
  const confirm = () => {
    clear()
    if (code.trim().length < PHONE_CODE_LENGTH) setWrong(messageOf('PHONE_CODE_INVALID'))
    else void confirming.submit(code)
  }
  return {
    phone,
    changePhone: (next: string) => {
      setPhone(next)
      clear()
    },
    code,
    changeCode: (next: string) => {
      setCode(next)
      clear()
    },
    sentTo,
    otherPhone: () => {
      setSentTo(undefined)
      clear()
    },
    send,
    confirm,
    sending: asking.busy,
    confirming: confirming.busy,
    error: wrong ?? asking.failure?.message ?? confirming.failure?.message,
  }
}
