import { useState } from 'react'
import {
  answerStatementEndpoint,
  nextStatementEndpoint,
  readOpinionsEndpoint,
  writeStatementEndpoint,
  type RoundOpening,
  type Stance,
  type StatementView,
} from '#core/rounds'
import { useDraft } from '@/hooks/useDraft'
import { useLoad, type Loaded } from '@/hooks/useLoad'
import { useReturn } from '@/hooks/useReturn'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { STATEMENT_WORDS } from './statement-words'
import type { RoundAddress } from './useRound'

export type StatementsOnPage = NonNullable<RoundOpening['statements']>

export interface Statements {
  state: Loaded<StatementsOnPage>
  answer: (statement: StatementView, stance: Stance) => void
  busy: boolean
  failure?: Failure
  writing: Writing
}

/** 这句话，您怎么看: one after the other, and what all think as far as one may know. */
export function useStatements(
  { communityId, roundId }: RoundAddress,
  given: StatementsOnPage | undefined,
): Statements {
  const params = { communityId, roundId }
  const load = async (): Promise<StatementsOnPage> => {
    const [asked, opinions] = await Promise.all([
      callEndpoint(nextStatementEndpoint, { params }),
      callEndpoint(readOpinionsEndpoint, { params }),
    ])
    return { asked, opinions }
  }
  const state = useLoad(load, [communityId, roundId], given)
  useReturn(() => void state.refresh())
  const opinions = state.status === 'ready' ? state.data.opinions : undefined
  const sending = useSubmit(
    ({ statementId, stance }: { statementId: string; stance: Stance }, key) =>
      withConsent(() =>
        callEndpoint(answerStatementEndpoint, { params: { ...params, statementId }, body: { stance }, key }),
      ),
    (asked) => opinions && state.replace({ asked, opinions }),
  )
  return {
    state,
    answer: ({ statementId }, stance) => void sending.submit({ statementId, stance }),
    busy: sending.busy,
    failure: sending.failure,
    writing: useWriting({ communityId, roundId }),
  }
}

export interface Writing {
  open: boolean
  text: string
  start: () => void
  close: () => void
  change: (text: string) => void
  send: () => void
  busy: boolean
  failure?: Failure
}

const keptText = (kept: unknown): { text: string } | undefined => {
  const { text } = (kept ?? {}) as { text?: unknown }
  return typeof text === 'string' ? { text } : undefined
}

const NOTHING = { text: '' }

/** 补一句: kept on this phone until it is sent. */
function useWriting(params: RoundAddress): Writing {
  const [open, setOpen] = useState(false)
  const [missing, setMissing] = useState(false)
  const draft = useDraft(`statement-${params.roundId}`, NOTHING, keptText)
  const sending = useSubmit(
    async (text: string, key) => {
      const said = await withConsent(() =>
        callEndpoint(writeStatementEndpoint, { params, body: { text }, key }),
      )
      draft.drop()
      return said
    },
    ({ wordsState }) => {
      setOpen(false)
      toast(wordsState === 'shown' ? STATEMENT_WORDS.added : STATEMENT_WORDS.addedWaits)
    },
  )
  const { text } = draft.value
  const clear = () => {
    setMissing(false)
    sending.clear()
  }
  const lacking: Failure = { message: STATEMENT_WORDS.addMissing, field: 'text' }
  const failure = missing ? lacking : sending.failure
  return {
    open,
    text,
    start: () => setOpen(true),
    close: () => {
      clear()
      setOpen(false)
    },
    change: (next) => {
      clear()
      draft.change({ text: next })
    },
    send: () => (text.trim() ? void sending.submit(text.trim()) : setMissing(true)),
    busy: sending.busy,
    ...(failure ? { failure } : {}),
  }
}
