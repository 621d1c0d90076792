import { useState } from 'react'
import { dayInText } from '#core/calendar'
import { decideBylawPhotos, recordBylawEndpoint, type BylawView } from '#core/votes'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { useSendWithPhotos } from '@/parts/photos'
import { callEndpoint, type CallInput } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { RECORD_BYLAW } from '../../bylaw-words'
import type { OwnersPlace } from '../../owners-places'

/** What is written down; the day as it was typed. */
export interface BylawDraft {
  place: OwnersPlace | undefined
  title: string
  clause: string
  day: string
}

/** 备案规约: where, what it is called, the clause, the day, and photos, sent when they have arrived. */
export function useRecordBylaw(
  communityId: string,
  start: OwnersPlace | undefined,
  onDone: (bylaw: BylawView) => void,
) {
  const [draft, setDraft] = useState<BylawDraft>({ place: start, title: '', clause: '', day: '' })
  /** What is lacking is said once somebody wanted to send. */
  const [pressed, setPressed] = useState(false)
  const { submit, busy, failure, clear } = useSubmit(
    async (body: CallInput<typeof recordBylawEndpoint>['body'], key) => {
      const answer = await withConsent(() =>
        callEndpoint(recordBylawEndpoint, { params: { communityId }, body, key }),
      )
      toast(RECORD_BYLAW.sent)
      return answer
    },
    onDone,
  )
  const { photos, unsent, waiting, send } = useSendWithPhotos({
    communityId,
    send: ({ photoIds }) => submit({ ...bodyOf(draft), photoIds }),
  })
  const lacking = lackingIn(draft, photos.items.length)
  const refused = failure ?? (unsent ? { message: unsent, field: 'photoIds' } : undefined)
  return {
    photos,
    draft,
    busy: busy || waiting,
    failure: (pressed ? lacking : undefined) ?? refused,
    change: (part: Partial<BylawDraft>) => {
      clear()
      setPressed(false)
      setDraft({ ...draft, ...part })
    },
    send: () => {
      // Once it is sent its photos are gone, and nothing is lacking.
      setPressed(lacking !== undefined)
      if (!lacking) send()
    },
  }
}

const bodyOf = ({ place, title, clause, day }: BylawDraft) => ({
  placeId: place?.placeId ?? '',
  title: title.trim(),
  clause: clause.trim(),
  adoptedOn: dayInText(day) ?? '',
})

/** The first thing that is still to be done. */
function lackingIn(draft: BylawDraft, photos: number): Failure | undefined {
  const body = bodyOf(draft)
  const field = (['placeId', 'title', 'clause', 'adoptedOn'] as const).find((name) => !body[name])
  if (field) return { message: RECORD_BYLAW.missing[field], field }
  return decideBylawPhotos(photos).allowed
    ? undefined
    : { message: RECORD_BYLAW.missing.photoIds, field: 'photoIds' }
}

export type RecordingBylaw = ReturnType<typeof useRecordBylaw>
