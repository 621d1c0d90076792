import { useState } from 'react'
import { publishNoticeEndpoint } from '#core/notices'
import { useDraft } from '@/hooks/useDraft'
import { usePersonId } from '@/hooks/usePersonId'
import type { Failure } from '@/hooks/useSubmit'
import { OUTBOX, useOutbox } from '@/parts/outbox'
import { parseKeptPhotos, usePhotos, type KeptPhoto } from '@/parts/photos'
import { toast } from '@/platform/feedback'
import { redirect } from '@/platform/navigation'
import { sentenceOf } from '@/platform/readable-error'
import { ROUTES } from '@/routes'
import { PUBLISH } from '../../words'
import type { PublishPlace } from './places'

interface Draft {
  title: string
  text: string
  photos: KeptPhoto[]
}

const EMPTY: Draft = { title: '', text: '', photos: [] }

type Written = Pick<Draft, 'title' | 'text'> & { placeId: string; pinDays?: number; isPublic?: boolean }

/** 发通知: what is written stays on this phone until it is sent. */
export function usePublish(communityId: string, places: readonly PublishPlace[]) {
  const personId = usePersonId()
  const key = personId && `notice:${personId}:${communityId}`
  const { value: draft, change, drop } = useDraft(key, EMPTY, parseDraft)
  const [place, setPlace] = useState<PublishPlace | undefined>(places[0])
  const [pinDays, setPinDays] = useState<number>()
  const [isPublic, setPublic] = useState(false)
  const [missing, setMissing] = useState<{ title?: string; text?: string }>({})
  const photos = usePhotos({
    communityId,
    kept: draft.photos,
    onKept: (kept) => change({ photos: kept }),
  })
  const [unready, setUnready] = useState<Failure>()
  const sending = useOutbox(publishNoticeEndpoint, {
    onHandedOver: (notice) => {
      drop()
      photos.release()
      if (notice) toast(PUBLISH.sent)
    },
    onArrived: ({ noticeId }) => redirect(ROUTES.notice, { communityId, noticeId }),
    onWaiting: () => {
      toast(OUTBOX.later)
      redirect(ROUTES.outbox)
    },
    onRefused: photos.takeBack,
  })
  const { busy, failure, clear } = sending
  const submit = async (body: Written) => {
    try {
      const handed = await photos.handOver()
      await sending.send({
        communityId,
        params: { communityId },
        body: { ...body },
        photos: { photoIds: handed },
        label: PUBLISH.label(body.title),
        detail: place?.name ?? '',
        about: `notices:${communityId}`,
        draft: { key: key ?? '', value: { ...draft, photos: handed } },
        page: { route: ROUTES.publishNotice, query: { communityId } },
      })
    } catch (error) {
      photos.takeBack()
      setUnready({ message: sentenceOf(error), field: 'photoIds' })
    }
  }
  return {
    draft,
    place,
    pinDays,
    photos,
    missing,
    busy,
    failure: unready ?? failure,
    change: (part: Partial<Draft>) => {
      clear()
      setUnready(undefined)
      setMissing({})
      change(part)
    },
    setPlace,
    setPinDays,
    isPublic,
    setPublic,
    send: () => {
      const left = {
        ...(draft.title.trim() ? {} : { title: PUBLISH.missingTitle }),
        ...(draft.text.trim() ? {} : { text: PUBLISH.missingText }),
      }
      setMissing(left)
      if (Object.keys(left).length > 0 || !place) return
      const { title, text } = draft
      void submit({
        title,
        text,
        placeId: place.id,
        ...(pinDays === undefined ? {} : { pinDays }),
        ...(isPublic ? { isPublic } : {}),
      })
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
