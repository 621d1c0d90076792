import { useState } from 'react'
import { dateOf, dayInText } from '#core/calendar'
import { fenInText, writeLedgerEndpoint, type LedgerKind } from '#core/rounds'
import type { KeptPhoto } from '@/parts/photos'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { callEndpoint, type CallInput } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { LEDGER_WORDS } from './item-words'

export type LedgerParams = CallInput<typeof writeLedgerEndpoint>['params']

interface Entered {
  kind: LedgerKind
  amount: string
  what: string
  withWhom: string
  onDay: string
  photos: KeptPhoto[]
}

const FIELDS = ['fen', 'what', 'onDay'] as const
type Sent = Pick<CallInput<typeof writeLedgerEndpoint>, 'params' | 'body'>

export interface LedgerEntering {
  entered: Entered
  change: (part: Partial<Entered>) => void
  errorAt: (field: (typeof FIELDS)[number]) => string | undefined
  failure?: Failure | undefined
  send: (sent: { photoIds: string[] }) => Promise<boolean>
  busy: boolean
}

const fresh = (): Entered => ({
  kind: 'money_out',
  amount: '',
  what: '',
  withWhom: '',
  onDay: dateOf(new Date()),
  photos: [],
})

/** 记一笔: yuan become fen without a float on the way. */
export function useLedgerForm(params: LedgerParams, onDone: () => void): LedgerEntering {
  const [entered, setEntered] = useState(fresh)
  const [missing, setMissing] = useState<(typeof FIELDS)[number]>()
  const { submit, busy, failure, clear } = useSubmit(
    async (input: Sent, key) => {
      const answer = await withConsent(() => callEndpoint(writeLedgerEndpoint, { ...input, key }))
      toast(LEDGER_WORDS.done)
      return answer
    },
    () => {
      setEntered(fresh())
      onDone()
    },
  )
  const send = async ({ photoIds }: { photoIds: string[] }) => {
    const fen = entered.kind === 'gift' ? 0 : fenInText(entered.amount)
    const what = entered.what.trim()
    const onDay = dayInText(entered.onDay)
    const gaps = { fen: fen === undefined, what: !what, onDay: !onDay }
    const empty = FIELDS.find((field) => gaps[field])
    setMissing(empty)
    if (empty || fen === undefined || !onDay) return false
    const withWhom = entered.withWhom.trim()
    const body = { kind: entered.kind, fen, what, onDay, photoIds, ...(withWhom ? { withWhom } : {}) }
    return submit({ params, body })
  }
  return {
    entered,
    change: (part) => {
      clear()
      setMissing(undefined)
      setEntered((now) => ({ ...now, ...part }))
    },
    errorAt: (field) => {
      if (missing === field) return LEDGER_WORDS.missing[field]
      return failure?.field === field ? failure.message : undefined
    },
    failure: FIELDS.some((field) => field === failure?.field) ? undefined : failure,
    send,
    busy,
  }
}
