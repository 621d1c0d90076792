import { useState } from 'react'
import { publishNoticeEndpoint, type NoticeView } from '#core/notices'
import { useDraft } from '@/hooks/useDraft'
import { usePersonId } from '@/hooks/usePersonId'
import { useSubmit } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { parseKeptPhotos, usePhotos, type KeptPhoto } from '@/parts/photos'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { redirect } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { PUBLISH } from '../../words'
import type { PublishPlace } from './places'

interface Draft {
  title: string
  text: string
  photos: KeptPhoto[]
}

const EMPTY: Draft = { title: '', text: '', photos: [] }

type Written = Pick<Draft, 'title' | 'text'> & { placeId: string; pinDays?: number }

/** 发通知: what is written stays on this phone until it is sent. */
export function usePublish(communityId: string, places: readonly PublishPlace[]) {
  const personId = usePersonId()
  const key = personId && `notice:${personId}:${communityId}`
  const { value: draft, change, drop } = useDraft(key, EMPTY, parseDraft)
  const [place, setPlace] = useState<PublishPlace | undefined>(places[0])
  const [pinDays, setPinDays] = useState<number>()
  const [missing, setMissing] = useState<{ title?: string; text?: string }>({})
  const photos = usePhotos({
    communityId,
    kept: draft.photos,
    onKept: (kept) => change({ photos: kept }),
  })
  const send = async (input: Written, freshKey: string) => {
    const photoIds = await photos.arrived()
    const body = { ...input, photoIds }
    const notice = await withConsent(() =>
      callEndpoint(publishNoticeEndpoint, { params: { communityId }, body, key: freshKey }),
    )
    drop()
    photos.clear()
    toast(PUBLISH.sent)
    return notice
  }
  const { submit, busy, failure, clear } = useSubmit(send, ({ noticeId }: NoticeView) =>
    redirect(ROUTES.notice, { communityId, noticeId }),
  )
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
      const { title, text } = draft
      void submit({ title, text, placeId: place.id, ...(pinDays === undefined ? {} : { pinDays }) })
    },
  }
}

export type PublishForm = ReturnType<typeof usePublish>

function parseDraft(kept: unknown): Partial<Draft> | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined
  const { title, text, photos } = kept as Record<string, unknown>
  return {
    photos: parseKeptPhotos(photos),
    ...(typeof title === 'string' ? { title } : {}),
    ...(typeof text === 'string' ? { text } : {}),
  }
}
