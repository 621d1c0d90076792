import { useState } from 'react'
import {
  actOnGrantEndpoint,
  GRANT_ACTS,
  listGrantsEndpoint,
  type GrantAct,
  type GrantView,
} from '#core/people'
import { ROLE_LABELS } from '#core/permissions'
import { usePaged } from '@/hooks/usePaged'
import { useReturn } from '@/hooks/useReturn'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { confirm, toast } from '@/platform/feedback'
import { OFFICES } from '../../words'

interface Act {
  grant: GrantView
  act: GrantAct
  reason?: string
}

/** 职务: those of a region that the reader may see, and what may be done to each. */
export function useOffices(regionId: string) {
  const { state, more } = usePaged(
    (cursor) => callEndpoint(listGrantsEndpoint, { params: { regionId }, query: { cursor } }),
    [regionId],
  )
  useReturn(() => void state.refresh())
  const acts = useActs((changed) => {
    if (state.status === 'ready')
      state.replace(state.data.map((one) => (one.grantId === changed.grantId ? changed : one)))
    toast(OFFICES.done)
  })
  return { state, more, ...acts }
}

/** Acts with a reason open a sheet, the others ask once. */
function useActs(onDone: (changed: GrantView) => void) {
  const [asked, setAsked] = useState<Act>()
  const { submit, busy, failure, clear } = useSubmit(actOn, (changed: GrantView) => {
    setAsked(undefined)
    onDone(changed)
  })
  const press = async (grant: GrantView, act: GrantAct) => {
    clear()
    if (GRANT_ACTS[act].needsReason) {
      setAsked({ grant, act })
      return
    }
    const question = OFFICES.confirmQuestion(grant.officialName, ROLE_LABELS[grant.role])
    if (await confirm({ ...question, yes: OFFICES.acts[act], no: OFFICES.keep })) await submit({ grant, act })
  }
  return {
    asked,
    busy,
    failure,
    press: (grant: GrantView, act: GrantAct) => void press(grant, act),
    sendReason: (reason: string) => void (asked && submit({ ...asked, reason })),
    putAway: () => {
      setAsked(undefined)
      clear()
    },
  }
}

function actOn({ grant: { regionId, grantId }, act, reason }: Act, key: string) {
  return callEndpoint(actOnGrantEndpoint, { params: { regionId, grantId }, body: { act, reason }, key })
}
