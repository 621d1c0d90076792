import { useState } from 'react'
import {
  giveConsentEndpoint,
  readConsentsEndpoint,
  type ConsentAge,
  type ConsentDocument,
  type ConsentView,
} from '#core/people'
import { useLoad } from '@/hooks/useLoad'
import { useSubmit } from '@/hooks/useSubmit'
import { ApiError, callEndpoint } from '@/platform/call-endpoint'
import { CONSENT } from '../words'

interface Agreement {
  version: string
  age: ConsentAge
}

/** 同意: the notice in force, whose word it is, and saying so once. */
export function useConsentForm(document: ConsentDocument, onAgreed: () => void) {
  const notice = useLoad(() => loadNotice(document), [document])
  const [age, setAge] = useState<ConsentAge>()
  const [missing, setMissing] = useState<string>()
  const give = async (agreement: Agreement, key: string) => {
    try {
      await callEndpoint(giveConsentEndpoint, { body: { document, ...agreement }, key })
    } catch (error) {
      // The text changed while it was read: the new one takes its place, and the refusal says so.
      if (error instanceof ApiError && error.code === 'CONSENT_OUTDATED') await notice.refresh()
      throw error
    }
  }
  const { submit, busy, failure, clear } = useSubmit(give, onAgreed)
  return {
    notice,
    age,
    chooseAge: (next: ConsentAge) => {
      setAge(next)
      setMissing(undefined)
      clear()
    },
    missing,
    busy,
    failure,
    agree: ({ version }: ConsentView) => {
      if (age === undefined) setMissing(CONSENT.ageMissing)
      else void submit({ version, age })
    },
  }
}

async function loadNotice(document: ConsentDocument): Promise<ConsentView> {
  const { items } = await callEndpoint(readConsentsEndpoint, {})
  const found = items.find((one) => one.document === document)
  if (!found) throw new Error(`The server has no notice ${document}`)
  return found
}
