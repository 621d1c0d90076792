import { useState } from 'react'
import { answerObjectionEndpoint, type Amendment, type ObjectionView } from '#core/votes'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { callEndpoint, type CallInput } from '@/platform/call-endpoint'
import { hideToast, toast } from '@/platform/feedback'
import { ANSWER_WORDS } from './roll-words'
import type { VoteAddress } from './useVote'

export type ObjectionDecision = NonNullable<ObjectionView['decision']>

export interface AnswerDraft {
  decision?: ObjectionDecision
  amendment: Amendment
  answer: string
}

export interface Answering {
  /** The objection whose sheet is open. */
  objection?: ObjectionView
  open: (objection: ObjectionView) => void
  close: () => void
  draft: AnswerDraft
  change: (part: Partial<AnswerDraft>) => void
  send: () => void
  busy: boolean
  failure?: Failure
}

const EMPTY: AnswerDraft = { amendment: 'none', answer: '' }

/** What an answer may change in the roll; what isn't upheld changes nothing, nor does one to the result. */
export function amendmentsFor(
  { amendments }: ObjectionView,
  decision: ObjectionDecision | undefined,
): Amendment[] {
  return decision === 'upheld' ? amendments : []
}

/** 答复异议: 成立 or not, why, and what it changes in the roll. */
export function useAnswer(
  { communityId, voteId }: VoteAddress,
  onDone: (objection: ObjectionView) => void,
): Answering {
  const [objection, setObjection] = useState<ObjectionView>()
  const [draft, setDraft] = useState<AnswerDraft>(EMPTY)
  const [missing, setMissing] = useState<Failure>()
  const { submit, busy, failure, clear } = useSubmit(
    async (input: Pick<CallInput<typeof answerObjectionEndpoint>, 'params' | 'body'>, key) => {
      const answer = await callEndpoint(answerObjectionEndpoint, { ...input, key })
      toast(ANSWER_WORDS.done)
      return answer
    },
    (answer) => {
      setObjection(undefined)
      onDone(answer)
    },
  )
  const fresh = () => {
    setMissing(undefined)
    clear()
  }
  const send = () => {
    if (!objection) return
    const { decision, amendment } = draft
    const answer = draft.answer.trim()
    const lacking = lackingIn(decision, answer)
    setMissing(lacking)
    if (lacking || !decision) return
    const may = amendmentsFor(objection, decision)
    void submit({
      params: { communityId, voteId, objectionId: objection.objectionId },
      body: { decision, answer, amendment: may.includes(amendment) ? amendment : 'none' },
    })
  }
  return {
    objection,
    open: (one) => {
      hideToast()
      fresh()
      // What was written stays as long as it is the same one.
      if (one.objectionId !== objection?.objectionId) setDraft(EMPTY)
      setObjection(one)
    },
    close: () => {
      fresh()
      setObjection(undefined)
    },
    draft,
    change: (part) => {
      fresh()
      setDraft({ ...draft, ...part })
    },
    send,
    busy,
    failure: missing ?? failure,
  }
}

function lackingIn(decision: ObjectionDecision | undefined, answer: string): Failure | undefined {
  if (!decision) return { message: ANSWER_WORDS.missingDecision, field: 'decision' }
  return answer ? undefined : { message: ANSWER_WORDS.missingReason, field: 'answer' }
}
