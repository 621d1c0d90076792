import { useState } from 'react'
import { z } from 'zod/mini'
import { actOnVoteEndpoint, type VoidGround, type VotePersonAct, type VoteView } from '#core/votes'
import { useDraft, type Draft } from '@/hooks/useDraft'
import type { Loaded } from '@/hooks/useLoad'
import { usePersonId } from '@/hooks/usePersonId'
import { useSendAct } from '@/hooks/useSendAct'
import type { Failure } from '@/hooks/useSubmit'
import { callEndpoint, type CallInput } from '@/platform/call-endpoint'
import { hideToast, toast } from '@/platform/feedback'
import { asksReason } from './act-plan'
import { DONE_WORDS, SHEET_WORDS } from './act-words'
import { VOTE_WORDS } from './words'

export interface VoteActs {
  /** Opens the sheet of an act: each says first what it leads to. */
  press: (act: VotePersonAct) => void
  asking?: VotePersonAct
  close: () => void
  note: string
  change: (note: string) => void
  ground?: VoidGround
  chooseGround: (ground: VoidGround) => void
  /** Sends the act whose sheet is open. */
  send: () => void
  busy: boolean
  failure?: Failure
}

/** Acting on a vote: what is missing is said before it is sent, and who is too late sees how things stand. */
export function useVoteActs(state: Loaded<VoteView>): VoteActs {
  const [asking, setAsking] = useState<VotePersonAct>()
  const [ground, setGround] = useState<VoidGround>()
  const [missing, setMissing] = useState<Failure>()
  const vote = state.status === 'ready' ? state.data : undefined
  const draft = useNote(vote?.voteId, asking)
  const close = () => {
    setMissing(undefined)
    submit.clear()
    setAsking(undefined)
  }
  const submit = useSendAct(state, {
    // What was written for it is forgotten once it is done.
    send: async (input: Sent, key) => {
      const answer = await callEndpoint(actOnVoteEndpoint, { ...input, key })
      draft.drop()
      toast(DONE_WORDS[input.body.act])
      return answer
    },
    close: () => setAsking(undefined),
    stale: VOTE_WORDS.stale,
  })
  const changed = () => {
    setMissing(undefined)
    submit.clear()
  }
  const send = () => {
    if (!vote || !asking) return
    const note = draft.value.note.trim()
    const lacking = lackingIn(asking, note, ground)
    setMissing(lacking)
    if (lacking) return
    const { communityId, voteId, revision } = vote
    const body = { act: asking, revision, note, ...(asking === 'ask_void' ? { ground } : {}) }
    void submit.submit({ params: { communityId, voteId }, body })
  }
  return {
    press: (act) => {
      hideToast()
      changed()
      setAsking(act)
    },
    asking,
    close,
    note: draft.value.note,
    change: (note) => {
      changed()
      draft.change({ note })
    },
    ground,
    chooseGround: (chosen) => {
      changed()
      setGround(chosen)
    },
    send,
    busy: submit.busy,
    failure: missing ?? submit.failure,
  }
}

type Sent = Pick<CallInput<typeof actOnVoteEndpoint>, 'params' | 'body'>

function lackingIn(act: VotePersonAct, note: string, ground: VoidGround | undefined): Failure | undefined {
  if (act === 'ask_void' && !ground) return { message: SHEET_WORDS.groundMissing, field: 'ground' }
  if (asksReason(act) && !note) return { message: SHEET_WORDS.reasonMissing, field: 'note' }
  return undefined
}

interface Note {
  note: string
}
const EMPTY: Note = { note: '' }
const keptNote = z.object({ note: z.string() })

/** One for each person, vote and act; it stays when the sheet is put away or the page is left. */
function useNote(voteId: string | undefined, asking: VotePersonAct | undefined): Draft<Note> {
  const personId = usePersonId()
  const key = personId && voteId && asking && `vote-act:${personId}:${voteId}:${asking}`
  return useDraft<Note>(key || undefined, EMPTY, (kept) => {
    const { success, data } = keptNote.safeParse(kept)
    return success ? data : undefined
  })
}
