import {
  readConsentsEndpoint,
  withdrawConsentEndpoint,
  type ConsentDocument,
  type ConsentView,
} from '#core/people'
import { useLoad } from '@/hooks/useLoad'
import { useSubmit } from '@/hooks/useSubmit'
import { askConsent } from '@/parts/consent/ask-consent'
import { callEndpoint } from '@/platform/call-endpoint'
import { confirm, toast } from '@/platform/feedback'
import { loadMe } from '@/platform/me'
import { CONSENTS } from '../../words'

/** 我的同意: what was agreed to, and taking it back. */
export function useConsents() {
  const state = useLoad(async () => (await callEndpoint(readConsentsEndpoint, {})).items, [])
  const send = (document: ConsentDocument, key: string) =>
    callEndpoint(withdrawConsentEndpoint, { params: { document }, key })
  const { submit, failure, clear } = useSubmit(send, ({ items }) => {
    state.replace(items)
    toast(CONSENTS.withdrawnNow)
    // With the consent to personal information goes the phone; where loading fails, the next page loads again.
    void loadMe().catch(() => undefined)
  })
  const withdraw = async ({ document, withdrawing }: ConsentView) => {
    const { question: title, withdraw: yes, keep: no } = CONSENTS
    if (await confirm({ title, text: withdrawing, yes, no, danger: true })) await submit(document)
  }
  const give = async ({ document }: ConsentView) => {
    clear()
    if (await askConsent(document)) await state.refresh()
  }
  return {
    state,
    failure,
    withdraw: (notice: ConsentView) => void withdraw(notice),
    give: (notice: ConsentView) => void give(notice),
  }
}
