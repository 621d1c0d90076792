import { useState } from 'react'
import { asksForMoney, NO_MONEY, submitWishEndpoint } from '#core/wishes'
import { useDraft, type Draft } from '@/hooks/useDraft'
import type { Failure } from '@/hooks/useSubmit'
import { useOutbox, type Outgoing, type Waiting } from '@/parts/outbox'
import { usePhotos, type HandedPhoto, type Photos } from '@/parts/photos'
import { toast } from '@/platform/feedback'
import { redirect } from '@/platform/navigation'
import { scrollToTop } from '@/platform/page'
import { sentenceOf } from '@/platform/readable-error'
import { ROUTES } from '@/routes'
import { SAY_WORDS } from '../../say-words'
import { draftKey, emptyDraft, kindFor, originFor, restoreDraft, scopeFor, type SayDraft } from './say-draft'
import type { SayStart } from './say-start'

export interface SayForm {
  start: SayStart
  draft: SayDraft
  change: (part: Partial<SayDraft>) => void
  photos: Photos
  send: () => void
  busy: boolean
  /** What is wrong with a field, or with the whole. */
  failure?: Failure
  /** The form is empty by now. */
  waiting?: Waiting
}

/** 说个心愿: what is written is kept until it has arrived, and arrives once. */
export function useSayWish(start: SayStart): SayForm {
  const draft: Draft<SayDraft> = useDraft(draftKey(start), emptyDraft(start), restoreDraft(start))
  const [missing, setMissing] = useState<Failure>()
  const [handing, setHanding] = useState(false)
  const photos = usePhotos({
    communityId: start.communityId,
    kept: draft.value.photos,
    onKept: (kept) => draft.change({ photos: kept }),
  })
  const sending = useOutbox(submitWishEndpoint, {
    onHandedOver: (wish) => {
      photos.release()
      draft.drop()
      if (wish) toast(SAY_WORDS.done)
    },
    onArrived: ({ communityId, wishId }) => redirect(ROUTES.wish, { communityId, wishId }),
    onRefused: photos.takeBack,
  })
  const send = async () => {
    setHanding(true)
    try {
      await sending.send(outgoingOf(start, draft.value, await photos.handOver()))
    } catch (error) {
      photos.takeBack()
      setMissing({ message: sentenceOf(error), field: 'photoIds' })
      scrollToTop()
    } finally {
      setHanding(false)
    }
  }
  return {
    start,
    draft: draft.value,
    change: (part) => {
      setMissing(undefined)
      sending.clear()
      draft.change(part)
    },
    photos,
    send: () => {
      const lacking = lackingIn(start, draft.value)
      setMissing(lacking)
      if (lacking) scrollToTop()
      else if (!handing) void send()
    },
    busy: handing || sending.busy,
    failure: missing ?? sending.failure,
    waiting: sending.waiting,
  }
}

function lackingIn(start: SayStart, draft: SayDraft): Failure | undefined {
  const { forOther, otherName, way, title, text, whenSuits, where } = draft
  if (forOther && !otherName.trim()) return { message: SAY_WORDS.otherNameMissing, field: 'forOther.name' }
  if (forOther && !way) return { message: SAY_WORDS.consentMissing, field: 'forOther.way' }
  if (!originFor(start, draft)) return { message: SAY_WORDS.otherPlaceMissing, field: 'placeId' }
  if (!title.trim()) return { message: SAY_WORDS.titleMissing, field: 'title' }
  const about = { title, text, whenSuits, where }
  const field = Object.entries(about).find(([, words]) => asksForMoney(words))?.[0]
  return field === undefined ? undefined : { message: NO_MONEY, field }
}

/** The wish as it goes into the box. */
function outgoingOf(
  start: SayStart,
  draft: SayDraft,
  photos: HandedPhoto[],
): Outgoing<typeof submitWishEndpoint> {
  const { communityId, personId } = start
  return {
    communityId,
    params: { communityId },
    body: bodyOf(start, draft),
    photos: { photoIds: photos },
    label: SAY_WORDS.label(draft.title),
    detail: originFor(start, draft)?.name,
    about: `wishes:${personId}`,
    draft: { key: draftKey(start), value: { ...draft, photos } },
    page: { route: ROUTES.sayWish, query: { communityId, ...itemOf(start) } },
  }
}

function bodyOf(start: SayStart, draft: SayDraft): Record<string, unknown> {
  const { forOther, otherName, way, otherPhone, title, text, wantedBy, whenSuits, where, shownAs } = draft
  const origin = originFor(start, draft)
  return {
    placeId: origin?.placeId ?? '',
    scope: scopeFor(draft, origin)?.scope ?? 'building',
    kind: kindFor(draft),
    title,
    text,
    wantedBy,
    whenSuits,
    where,
    shownAs,
    ...(forOther && way
      ? { forOther: { name: otherName, way, ...(otherPhone.trim() ? { phone: otherPhone } : {}) } }
      : {}),
    ...itemOf(start),
  }
}

const itemOf = ({ ofItem }: SayStart): { itemId?: string } => (ofItem ? { itemId: ofItem.itemId } : {})
