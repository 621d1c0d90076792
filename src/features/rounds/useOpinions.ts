import { useState } from 'react'
import {
  answerStatementEndpoint,
  listStatementsEndpoint,
  readOpinionsEndpoint,
  withdrawStatementEndpoint,
  type OpinionsView,
  type Stance,
  type StatementView,
} from '#core/rounds'
import { useLoad, type Loaded } from '@/hooks/useLoad'
import { usePaged, type More } from '@/hooks/usePaged'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { callEndpoint } from '@/platform/call-endpoint'
import { confirm, toast } from '@/platform/feedback'
import { STATEMENT_WORDS } from './statement-words'
import type { RoundAddress } from './useRound'

export interface OpinionsPage {
  state: Loaded<OpinionsView>
  said: Said
}

export interface Said {
  state: Loaded<StatementView[]>
  more: More
  /** The statement whose answer is being changed. */
  changing?: StatementView
  open: (statement: StatementView) => void
  close: () => void
  answer: (stance: Stance) => void
  /** 不说了: asks first. */
  withdraw: (statement: StatementView) => void
  /** Why it couldn't be taken back. */
  notWithdrawn?: Failure
  busy: boolean
  failure?: Failure
}

/** 大家的看法, and everything that was said with one's own answers. */
export function useOpinions({ communityId, roundId }: RoundAddress): OpinionsPage {
  const params = { communityId, roundId }
  const state = useLoad(() => callEndpoint(readOpinionsEndpoint, { params }), [communityId, roundId])
  return { state, said: useSaid(params) }
}

function useSaid(params: RoundAddress): Said {
  const { state, more } = usePaged(
    (cursor) => callEndpoint(listStatementsEndpoint, { params, query: { cursor } }),
    [params.communityId, params.roundId],
  )
  const [changing, setChanging] = useState<StatementView>()
  const sending = useSubmit(
    ({ statementId, stance }: { statementId: string; stance: Stance }, key) =>
      withConsent(() =>
        callEndpoint(answerStatementEndpoint, { params: { ...params, statementId }, body: { stance }, key }),
      ),
    () => {
      setChanging(undefined)
      void state.refresh()
    },
  )
  const withdrawing = useSubmit(
    (statementId: string, key) =>
      callEndpoint(withdrawStatementEndpoint, { params: { ...params, statementId }, key }),
    () => {
      toast(STATEMENT_WORDS.withdrawn)
      void state.refresh()
    },
  )
  const withdraw = async ({ statementId }: StatementView) => {
    if (await confirm(STATEMENT_WORDS.withdrawAsk)) await withdrawing.submit(statementId)
  }
  return {
    state,
    more,
    withdraw: (statement) => void withdraw(statement),
    ...(withdrawing.failure ? { notWithdrawn: withdrawing.failure } : {}),
    ...(changing ? { changing } : {}),
    open: (statement) => {
      sending.clear()
      setChanging(statement)
    },
    close: () => setChanging(undefined),
    answer: (stance) => changing && void sending.submit({ statementId: changing.statementId, stance }),
    busy: sending.busy,
    ...(sending.failure ? { failure: sending.failure } : {}),
  }
}
