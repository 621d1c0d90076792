import {
  listSessionsEndpoint,
  revokeOtherSessionsEndpoint,
  revokeSessionEndpoint,
  type SessionItem,
} from '#core/people'
import { usePaged } from '@/hooks/usePaged'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { confirm, toast } from '@/platform/feedback'
import { SESSIONS } from '../../words'

/** 登录的设备: where one is signed in, and ending it there. */
export function useSessions() {
  const { state, more } = usePaged((cursor) => callEndpoint(listSessionsEndpoint, { query: { cursor } }), [])
  const revoke = (sessionId: string, key: string) =>
    callEndpoint(revokeSessionEndpoint, { params: { sessionId }, key })
  const { submit, failure } = useSubmit(revoke, (_, ended) => {
    if (state.status === 'ready') state.replace(state.data.filter(({ sessionId }) => sessionId !== ended))
    toast(SESSIONS.done)
  })
  const end = async ({ sessionId }: SessionItem) => {
    const question = {
      title: SESSIONS.question,
      text: SESSIONS.questionText,
      yes: SESSIONS.end,
      no: SESSIONS.keep,
    }
    if (await confirm(question)) await submit(sessionId)
  }
  const others = useSubmit(
    (_: undefined, key) => callEndpoint(revokeOtherSessionsEndpoint, { key }),
    () => {
      state.retry()
      toast(SESSIONS.othersDone)
    },
  )
  const endOthers = async () => {
    const { othersQuestion: title, othersText: text, endOthers: yes, keep: no } = SESSIONS
    if (await confirm({ title, text, yes, no })) await others.submit(undefined)
  }
  return {
    state,
    more,
    failure: failure ?? others.failure,
    end: (session: SessionItem) => void end(session),
    endOthers: () => void endOthers(),
  }
}
