import { useState } from 'react'
import { publishNoticeEndpoint } from '#core/notices'
import { useDraft } from '@/hooks/useDraft'
import { usePersonId } from '@/hooks/usePersonId'
import type { Failure } from '@/hooks/useSubmit'
import { OUTBOX, useOutbox, type Outgoing } from '@/parts/outbox'
import { parseKeptPhotos, usePhotos, type HandedPhoto, type KeptPhoto, type Photos } from '@/parts/photos'
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

type Missing = Partial<Record<'title' | 'text', string>>

/** 发通知: what is written stays on this phone until it is sent. */
export function usePublish(communityId: string, places: readonly PublishPlace[]) {
  const personId = usePersonId()
  const key = personId && `notice:${personId}:${communityId}`
  const { value: draft, change, drop } = useDraft(key, EMPTY, parseDraft)
  const { choices, ...choosing } = useChoices(places)
  const [missing, setMissing] = useState<Missing>({})
  const [unready, setUnready] = useState<Failure>()
  const photos = usePhotos({
    communityId,
    kept: draft.photos,
    onKept: (kept) => change({ photos: kept }),
  })
  const { send, busy, failure, clear } = useNoticeOutbox({ communityId, drop, photos })
  const submit = async (place: PublishPlace) => {
    try {
      const handed = await photos.handOver()
      await send(outgoingOf({ communityId, key: key ?? '', draft, choices, place, photos: handed }))
    } catch (error) {
      photos.takeBack()
      setUnready({ message: sentenceOf(error), field: 'photoIds' })
    }
  }
  return {
    draft,
    ...choices,
    ...choosing,
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
    send: () => {
      const left = missingIn(draft)
      setMissing(left)
      if (Object.keys(left).length === 0 && choices.place) void submit(choices.place)
    },
  }
}

interface Choices {
  place: PublishPlace | undefined
  pinDays: number | undefined
  isPublic: boolean
}

/** What is chosen besides the words; not kept with them. */
function useChoices(places: readonly PublishPlace[]) {
  const [place, setPlace] = useState<PublishPlace | undefined>(places[0])
  const [pinDays, setPinDays] = useState<number>()
  const [isPublic, setPublic] = useState(false)
  const choices: Choices = { place, pinDays, isPublic }
  return { choices, setPlace, setPinDays, setPublic }
}

interface Handing {
  communityId: string
  drop: () => void
  photos: Pick<Photos, 'release' | 'takeBack'>
}

/** The way out of the form: what becomes of its words and photos as they arrive, wait, or come back. */
function useNoticeOutbox({ communityId, drop, photos }: Handing) {
  return useOutbox(publishNoticeEndpoint, {
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
}

function missingIn({ title, text }: Draft): Missing {
  return {
    ...(title.trim() ? {} : { title: PUBLISH.missingTitle }),
    ...(text.trim() ? {} : { text: PUBLISH.missingText }),
  }
}

interface Notice {
  communityId: string
  /** Of the draft. */
  key: string
  draft: Draft
  choices: Pick<Choices, 'pinDays' | 'isPublic'>
  place: PublishPlace
  photos: HandedPhoto[]
}

/** The notice as it goes into the box. */
function outgoingOf(notice: Notice): Outgoing<typeof publishNoticeEndpoint> {
  const { communityId, key, draft, choices, place, photos } = notice
  const { title, text } = draft
  const { pinDays, isPublic } = choices
  return {
    communityId,
    params: { communityId },
    body: {
      title,
      text,
      placeId: place.id,
      ...(pinDays === undefined ? {} : { pinDays }),
      ...(isPublic ? { isPublic } : {}),
    },
    photos: { photoIds: photos },
    label: PUBLISH.label(title),
    detail: place.name,
    about: `notices:${communityId}`,
    draft: { key, value: { ...draft, photos } },
    page: { route: ROUTES.publishNotice, query: { communityId } },
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
