import { useState } from 'react'
import { z } from 'zod/mini'
import { listDemandPlacesEndpoint, writeDemandEndpoint, type DemandPlaceKind } from '#core/votes'
import { useDraft } from '@/hooks/useDraft'
import { useLoad, type Loaded } from '@/hooks/useLoad'
import { usePersonId } from '@/hooks/usePersonId'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { withPhone } from '@/parts/phone/with-phone'
import { callEndpoint, type CallInput } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { redirect } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { NEW_DEMAND } from './words'

interface DemandPlace {
  placeId: string
  name: string
  kind: DemandPlaceKind
}

interface Written {
  placeId: string
  title: string
  text: string
}

const EMPTY: Written = { placeId: '', title: '', text: '' }
const kept = z.object({ placeId: z.string(), title: z.string(), text: z.string() })
const FIELDS = ['placeId', 'title', 'text'] as const

export interface NewDemand {
  places: Loaded<DemandPlace[]>
  written: Written
  change: (part: Partial<Written>) => void
  /** What is wrong with a field. */
  errorAt: (field: keyof Written) => string | undefined
  /** What is wrong with none of them. */
  failure?: Failure | undefined
  send: () => void
  busy: boolean
}

type Sent = Pick<CallInput<typeof writeDemandEndpoint>, 'params' | 'body'>

/** 写联名要求: what is written stays on this phone until it is sent. */
export function useNewDemand(communityId: string): NewDemand {
  const personId = usePersonId()
  const places = useLoad(async () => {
    const { items } = await callEndpoint(listDemandPlacesEndpoint, { params: { communityId } })
    return items
  }, [communityId])
  const draft = useDraft(
    personId ? `demand:${personId}:${communityId}` : undefined,
    EMPTY,
    (value) => kept.safeParse(value).data,
  )
  const [missing, setMissing] = useState<keyof Written>()
  const { submit, busy, failure, clear } = useSubmit(
    async (input: Sent, key) => {
      const answer = await withPhone(() =>
        withConsent(() => callEndpoint(writeDemandEndpoint, { ...input, key })),
      )
      draft.drop()
      toast(NEW_DEMAND.done)
      return answer
    },
    ({ demandId }) => redirect(ROUTES.demand, { communityId, demandId }),
  )
  const only = places.status === 'ready' && places.data.length === 1 ? places.data[0] : undefined
  const written = { ...draft.value, placeId: draft.value.placeId || (only?.placeId ?? '') }
  const send = () => {
    const body = { placeId: written.placeId, title: written.title.trim(), text: written.text.trim() }
    const empty = FIELDS.find((field) => !body[field])
    setMissing(empty)
    if (!empty) void submit({ params: { communityId }, body })
  }
  return {
    places,
    written,
    change: (part) => {
      clear()
      setMissing(undefined)
      draft.change(part)
    },
    errorAt: (field) => {
      if (missing === field) return NEW_DEMAND.missing[field]
      return failure?.field === field ? failure.message : undefined
    },
    failure: FIELDS.some((field) => field === failure?.field) ? undefined : failure,
    send,
    busy,
  }
}
