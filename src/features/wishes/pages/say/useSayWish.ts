import { useState } from 'react'
import { asksForMoney, NO_MONEY, submitWishEndpoint, type WishView } from '#core/wishes'
import { useDraft, type Draft } from '@/hooks/useDraft'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { withPhone } from '@/parts/phone/with-phone'
import { usePhotos, type Photos } from '@/parts/photos'
import { callEndpoint, type CallInput } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { redirect } from '@/platform/navigation'
import { scrollToTop } from '@/platform/page'
import { NetworkError, ReadableError, sentenceOf } from '@/platform/readable-error'
import { sendOnce } from '@/platform/send-once'
import { ROUTES } from '@/routes'
import { SAY_WORDS } from '../../say-words'
import { draftKey, emptyDraft, kindFor, originFor, restoreDraft, scopeFor, type SayDraft } from './say-draft'
import type { SayStart } from './say-start'

type Said = Pick<CallInput<typeof submitWishEndpoint>, 'params' | 'body'>

/** It is not known whether it arrived. */
export interface Unsent {
  title: string
  text: string
}

export interface SayForm {
  start: SayStart
  draft: SayDraft
  change: (part: Partial<SayDraft>) => void
  photos: Photos
  send: () => void
  busy: boolean
  /** What is wrong with a field, or with the whole. */
  failure?: Failure
  unsent?: Unsent
  /** From the offline page back to the words. */
  edit: () => void
}

/** 说个心愿: what is written is kept until it has arrived, and arrives once. */
export function useSayWish(start: SayStart): SayForm {
  const draft: Draft<SayDraft> = useDraft(draftKey(start), emptyDraft(start), restoreDraft(start))
  const [missing, setMissing] = useState<Failure>()
  const [unsent, setUnsent] = useState<Unsent>()
  const [waiting, setWaiting] = useState(false)
  const photos = usePhotos({
    communityId: start.communityId,
    kept: draft.value.photos,
    onKept: (kept) => draft.change({ photos: kept }),
  })
  const submit = useSendOnce(start, setUnsent, () => {
    photos.clear()
    draft.drop()
  })
  const clear = () => {
    setMissing(undefined)
    setUnsent(undefined)
    submit.clear()
  }
  const send = async () => {
    setWaiting(true)
    try {
      await submit.submit(saidIn(start, draft.value, await photos.arrived()))
    } catch (error) {
      setMissing({ message: sentenceOf(error), field: 'photoIds' })
    } finally {
      setWaiting(false)
    }
  }
  return {
    start,
    draft: draft.value,
    change: (part) => {
      clear()
      draft.change(part)
    },
    photos,
    send: () => {
      const lacking = lackingIn(start, draft.value)
      setMissing(lacking)
      if (lacking) scrollToTop()
      else if (!waiting) void send()
    },
    busy: waiting || submit.busy,
    failure: missing ?? submit.failure,
    unsent,
    edit: clear,
  }
}

/** Sends a wish once, and opens it. */
function useSendOnce(start: SayStart, onUnsent: (unsent?: Unsent) => void, onSent: () => void) {
  return useSubmit(
    async (said: Said, freshKey) => {
      onUnsent(undefined)
      const send = (key: string) =>
        withPhone(() => withConsent(() => callEndpoint(submitWishEndpoint, { ...said, key })))
      try {
        const wish = await sendOnce(`sending.${draftKey(start)}`, said, freshKey, send)
        onSent()
        toast(SAY_WORDS.done)
        return wish
      } catch (error) {
        onUnsent(unsentFor(error))
        throw error
      }
    },
    ({ communityId, wishId }: WishView) => redirect(ROUTES.wish, { communityId, wishId }),
  )
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

function saidIn(start: SayStart, draft: SayDraft, photoIds: string[]): Said {
  const { forOther, otherName, way, otherPhone, title, text, wantedBy, whenSuits, where, shownAs } = draft
  const origin = originFor(start, draft)
  return {
    params: { communityId: start.communityId },
    body: {
      placeId: origin?.placeId ?? '',
      scope: scopeFor(draft, origin)?.scope ?? 'building',
      kind: kindFor(draft),
      title,
      text,
      wantedBy,
      whenSuits,
      where,
      shownAs,
      photoIds,
      ...(forOther && way
        ? { forOther: { name: otherName, way, ...(otherPhone.trim() ? { phone: otherPhone } : {}) } }
        : {}),
    },
  }
}

/** A refusal is said at its field; only what may be tried again as it is gets a page of its own. */
function unsentFor(error: unknown): Unsent | undefined {
  if (error instanceof NetworkError) return { title: SAY_WORDS.unsentOffline, text: SAY_WORDS.kept }
  if (error instanceof ReadableError && !error.outcomeUnknown) return undefined
  const reason = error instanceof ReadableError ? `${error.message}。` : ''
  return { title: SAY_WORDS.unsent, text: `${reason}${SAY_WORDS.kept}` }
}
