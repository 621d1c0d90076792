import { useState } from 'react'
import { publishNoticeEndpoint, type NoticeView } from '#core/notices'
import { useDraft } from '@/hooks/useDraft'
import { useSubmit } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { usePhotos } from '@/parts/photos'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { redirect } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { PUBLISH } from '../../words'
import type { PublishPlace } from './places'

interface Draft {
  title: string
  text: string
}

const EMPTY: Draft = { title: '', text: '' }

/** 发通知: what is written stays on this phone until it is sent. */
export function usePublish(communityId: string, places: readonly PublishPlace[]) {
  const { value: draft, change, drop } = useDraft(`notice ${communityId}`, EMPTY, parseDraft)
  const [place, setPlace] = useState<PublishPlace | undefined>(places[0])
  const [pinDays, setPinDays] = useState<number>()
  const [missing, setMissing] = useState<Partial<Record<keyof Draft, string>>>({})
  const photos = usePhotos({ communityId })
  const send = async (input: Draft & { placeId: string; pinDays?: number }, key: string) => {
    const photoIds = await photos.arrived()
    return withConsent(() =>
      callEndpoint(publishNoticeEndpoint, { params: { communityId }, body: { ...input, photoIds }, key }),
    )
  }
  const { submit, busy, failure, clear } = useSubmit(send, ({ noticeId }: NoticeView) => {
    drop()
    photos.clear()
    toast(PUBLISH.sent)
    redirect(ROUTES.notice, { communityId, noticeId })
  })
  return {
    draft,
    place,
    pinDays,
    photos,
    missing,
    busy,
    failure,
    change: (part: Partial<Draft>) => {
      clear()
      setMissing({})
      change(part)
    },
    setPlace,
    setPinDays,
    send: () => {
      const left = {
        ...(draft.title.trim() ? {} : { title: PUBLISH.missingTitle }),
        ...(draft.text.trim() ? {} : { text: PUBLISH.missingText }),
      }
      setMissing(left)
      if (Object.keys(left).length > 0 || !place) return
      void submit({ ...draft, placeId: place.id, ...(pinDays === undefined ? {} : { pinDays }) })
    },
  }
}

export type PublishForm = ReturnType<typeof usePublish>

function parseDraft(kept: unknown): Partial<Draft> | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined
  const { title, text } = kept as Record<string, unknown>
  return {
    ...(typeof title === 'string' ? { title } : {}),
    ...(typeof text === 'string' ? { text } : {}),
  }
}
