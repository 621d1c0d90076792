import { useState } from 'react'
import { dayInText } from '#core/calendar'
import { changeItemEndpoint, writeItemEndpoint, type ItemOwnerKind, type ItemView } from '#core/rounds'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { withPhone } from '@/parts/phone/with-phone'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { ITEM_WORDS } from './item-words'

interface Written {
  title: string
  promise: string
  dueOn: string
  ownerKind: ItemOwnerKind
  organisationId?: string | undefined
  isProject: boolean
  /** The topic it comes from; left out: none. */
  topicId?: string | undefined
}

const EMPTY: Written = { title: '', promise: '', dueOn: '', ownerKind: 'resident', isProject: false }

/** Which item is written: another one of a round, or one that is there. */
export interface WritingItem {
  communityId: string
  roundId: string
  /** Asks somebody; who may not takes it on themselves. */
  asks: boolean
  /** The item that is changed. */
  item?: ItemView
}

export interface NewItem {
  written: Written
  change: (part: Partial<Written>) => void
  /** What is wrong with a field. */
  errorAt: (field: keyof Written) => string | undefined
  /** What is wrong with none of them. */
  failure?: Failure | undefined
  send: () => void
  busy: boolean
}

const FIELDS = ['title', 'promise', 'dueOn', 'organisationId'] as const
const SHOWN = [...FIELDS, 'topicId'] as const

const asWritten = ({
  title,
  promise,
  dueOn,
  ownerKind,
  organisationId,
  isProject,
  topicId,
}: ItemView): Written => ({
  title,
  promise,
  dueOn,
  ownerKind,
  isProject,
  organisationId: organisationId ?? undefined,
  topicId: topicId ?? undefined,
})

/** 记下一件要办的事: the convener asks somebody, a neighbour takes it on; or 改一件. */
export function useNewItem(writing: WritingItem, onWritten: (item: ItemView) => void): NewItem {
  const { item, asks } = writing
  const [written, setWritten] = useState<Written>(item ? asWritten(item) : EMPTY)
  const [missing, setMissing] = useState<(typeof FIELDS)[number]>()
  const { submit, busy, failure, clear } = useSubmit(
    async (body: Written, key) => {
      const answer = await withPhone(() => withConsent(() => save(writing, body, key)))
      toast(ITEM_WORDS.done)
      return answer
    },
    (answer) => {
      if (!item) setWritten(EMPTY)
      onWritten(answer)
    },
  )
  const send = () => {
    const { organisationId, ...rest } = written
    const ofOrganisation = written.ownerKind === 'organisation'
    const body = {
      ...rest,
      title: written.title.trim(),
      promise: written.promise.trim(),
      dueOn: dayInText(written.dueOn) ?? '',
      ...(ofOrganisation ? { organisationId } : {}),
    }
    const asked = asks || item !== undefined
    const empty = FIELDS.find((field) =>
      field === 'organisationId' && !(asked && ofOrganisation) ? false : !body[field],
    )
    setMissing(empty)
    if (!empty) void submit(body)
  }
  return {
    written,
    change: (part) => {
      clear()
      setMissing(undefined)
      setWritten((now) => ({ ...now, ...part }))
    },
    errorAt: (field) => {
      if (field === missing) return ITEM_WORDS.missing[missing]
      return failure?.field === field ? failure.message : undefined
    },
    failure: SHOWN.some((field) => field === failure?.field) ? undefined : failure,
    send,
    busy,
  }
}

function save({ communityId, roundId, asks, item }: WritingItem, body: Written, key: string) {
  const params = { communityId, roundId }
  if (!item) return callEndpoint(writeItemEndpoint, { params, body: { ...body, takesOn: !asks }, key })
  return callEndpoint(changeItemEndpoint, {
    params: { ...params, itemId: item.itemId },
    body: { ...body, revision: item.revision },
    key,
  })
}
