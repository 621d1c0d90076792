import { useState } from 'react'
import { removePhoneEndpoint, type MeView } from '#core/people'
import { useLoad } from '@/hooks/useLoad'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { isWeapp } from '@/platform/device'
import { confirm, toast } from '@/platform/feedback'
import { loadMe, setMe } from '@/platform/me'
import { PHONE } from '../../words'

/** 手机号: the one that is bound, changing and removing it. */
export function usePhone() {
  const state = useLoad(async () => (await loadMe()).phone, [])
  const [changing, setChanging] = useState(false)
  const [bySms, setBySms] = useState(!isWeapp)
  const show = (me: MeView, sentence: string) => {
    setMe(me)
    state.replace(me.phone)
    setChanging(false)
    toast(sentence)
  }
  const { submit, failure } = useSubmit(
    (_: undefined, key) => callEndpoint(removePhoneEndpoint, { key }),
    (me) => show(me, PHONE.removed),
  )
  const remove = async () => {
    const { removeQuestion: title, removeText: text, remove: yes, keep: no } = PHONE
    if (await confirm({ title, text, yes, no, danger: true })) await submit(undefined)
  }
  return {
    state,
    failure,
    changing,
    /** Whether the way by message is open, and opening it. */
    bySms: [bySms, () => setBySms(true)] as const,
    change: () => setChanging(true),
    remove: () => void remove(),
    bound: (me: MeView) => show(me, PHONE.done),
  }
}
