import {
  issueDoorCodeEndpoint,
  listDoorCodesEndpoint,
  replaceDoorCodeEndpoint,
  revokeDoorCodeEndpoint,
  type DoorCodeView,
} from '#core/places'
import { usePaged } from '@/hooks/usePaged'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { confirm, toast } from '@/platform/feedback'
import { CODES } from '../../words'

interface Act {
  act: 'issue' | 'replace' | 'revoke'
  code: string
}

const DONE = { issue: CODES.issued, replace: CODES.replaceDone, revoke: CODES.revokeDone }

/** The codes of a place, and what is done with them. */
export function useCodes(params: { communityId: string; placeId: string }) {
  const { state, more } = usePaged(
    (cursor) => callEndpoint(listDoorCodesEndpoint, { params, query: { cursor } }),
    [params.communityId, params.placeId],
  )
  const send = ({ act, code }: Act, key: string): Promise<unknown> => {
    if (act === 'issue') return callEndpoint(issueDoorCodeEndpoint, { params, key })
    const endpoint = act === 'replace' ? replaceDoorCodeEndpoint : revokeDoorCodeEndpoint
    return callEndpoint(endpoint, { params: { ...params, code }, key })
  }
  const { submit, busy, failure } = useSubmit(send, (_, { act }) => {
    toast(DONE[act])
    void state.refresh()
  })
  const replace = async ({ code }: DoorCodeView) => {
    const question = {
      title: CODES.replaceQuestion,
      text: CODES.replaceText,
      yes: CODES.replace,
      no: CODES.keep,
    }
    if (await confirm(question)) await submit({ act: 'replace', code })
  }
  const revoke = async ({ code }: DoorCodeView) => {
    const question = {
      title: CODES.revokeQuestion,
      text: CODES.revokeText,
      yes: CODES.revoke,
      no: CODES.keep,
    }
    if (await confirm({ ...question, danger: true })) await submit({ act: 'revoke', code })
  }
  return {
    state,
    more,
    busy,
    failure,
    issue: () => void submit({ act: 'issue', code: '' }),
    replace: (code: DoorCodeView) => void replace(code),
    revoke: (code: DoorCodeView) => void revoke(code),
  }
}
