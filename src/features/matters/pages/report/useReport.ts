import { useState } from 'react'
import { reportMatterEndpoint, visibilityOf, type MatterView } from '#core/matters'
import { useDraft, type Draft } from '@/hooks/useDraft'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { usePhotos, type Photos } from '@/parts/photos'
import { callEndpoint, type CallInput } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { redirect } from '@/platform/navigation'
import { scrollToTop } from '@/platform/page'
import { NetworkError, ReadableError, sentenceOf } from '@/platform/readable-error'
import { sendOnce } from '@/platform/send-once'
import { ROUTES } from '@/routes'
import { REPORT_WORDS } from '../../report-words'
import { draftKey, emptyDraft, restoreDraft, onSpotOf, serviceFor, type ReportDraft } from './report-draft'
import type { ReportStart } from './report-start'

type Report = Pick<CallInput<typeof reportMatterEndpoint>, 'params' | 'body'>

/** It is not known whether it arrived. */
export interface Unsent {
  title: string
  text: string
}

export interface ReportForm {
  draft: ReportDraft
  change: (part: Partial<ReportDraft>) => void
  photos: Photos
  /** Of what was settled on the spot. */
  photosAfter: Photos
  send: () => void
  busy: boolean
  /** What is wrong with a field, or with the whole. */
  failure?: Failure
  unsent?: Unsent
  /** From the offline page back to the words. */
  edit: () => void
  /** It was joined to another one: nothing of it is kept. */
  drop: () => void
}

/** 报事: what is written is kept until it has arrived, and arrives once. */
export function useReport(start: ReportStart): ReportForm {
  const draft: Draft<ReportDraft> = useDraft(draftKey(start), emptyDraft(start), restoreDraft(start))
  const [missing, setMissing] = useState<Failure>()
  const [unsent, setUnsent] = useState<Unsent>()
  const [waiting, setWaiting] = useState(false)
  const { photos, photosAfter } = useReportPhotos(start, draft)
  const drop = () => {
    photos.clear()
    photosAfter.clear()
    draft.drop()
  }
  const submit = useSendOnce(start, setUnsent, drop)
  const clear = () => {
    setMissing(undefined)
    setUnsent(undefined)
    submit.clear()
  }
  const send = async () => {
    setWaiting(true)
    try {
      const photoIds = await photos.arrived()
      const after = onSpotOf(start, draft.value) ? await photosAfter.arrived() : []
      await submit.submit(reportOf(start, draft.value, photoIds, after))
    } catch (error) {
      setMissing({ message: sentenceOf(error), field: 'photoIds' })
      scrollToTop()
    } finally {
      setWaiting(false)
    }
  }
  return {
    draft: draft.value,
    change: (part) => {
      clear()
      draft.change(part)
    },
    photos,
    photosAfter,
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
    drop,
  }
}

/** Sends a report once, and opens the matter it has become. */
function useSendOnce(start: ReportStart, onUnsent: (unsent?: Unsent) => void, onSent: () => void) {
  return useSubmit(
    async (report: Report, freshKey) => {
      onUnsent(undefined)
      const send = (key: string) => withConsent(() => callEndpoint(reportMatterEndpoint, { ...report, key }))
      try {
        const matter = await sendOnce(`sending.${draftKey(start)}`, report, freshKey, send)
        onSent()
        toast(REPORT_WORDS.done)
        return matter
      } catch (error) {
        onUnsent(unsentFor(error))
        throw error
      }
    },
    ({ communityId, matterId }: MatterView) => redirect(ROUTES.matter, { communityId, matterId }),
  )
}

/** Those of the report and those of a result on the spot, kept with the words. */
function useReportPhotos(start: ReportStart, draft: Draft<ReportDraft>) {
  const communityId = draft.value.place?.communityId ?? start.communityId
  const photos = usePhotos({
    communityId,
    kept: draft.value.photos,
    onKept: (kept) => draft.change({ photos: kept }),
  })
  const photosAfter = usePhotos({
    communityId,
    kept: draft.value.photosAfter,
    onKept: (kept) => draft.change({ photosAfter: kept }),
  })
  return { photos, photosAfter }
}

function lackingIn(start: ReportStart, draft: ReportDraft): Failure | undefined {
  const { title, place } = draft
  const onSpot = onSpotOf(start, draft)
  if (!title.trim()) return { message: REPORT_WORDS.titleMissing, field: 'title' }
  if (!place) return { message: REPORT_WORDS.whereMissing, field: 'placeId' }
  if (onSpot && !onSpot.note.trim()) return { message: REPORT_WORDS.onSpotMissing, field: 'onSpot.note' }
  return undefined
}

function reportOf(start: ReportStart, draft: ReportDraft, photoIds: string[], after: string[]): Report {
  const { title, text, floor, place, facility, shownAs, complained, channel, callerPhone } = draft
  const onSpot = onSpotOf(start, draft)
  const serviceCode = serviceFor(draft)
  const isTold = channel === 'visit' || channel === 'phone'
  return {
    params: { communityId: place?.communityId ?? start.communityId },
    body: {
      placeId: facility?.placeId ?? place?.placeId ?? '',
      doorCode: place?.doorCode,
      serviceCode,
      title,
      text,
      floor,
      shownAs: visibilityOf(serviceCode) === 'public' ? shownAs : 'resident',
      photoIds,
      ...(serviceCode === 'complaint' && complained ? { complained } : {}),
      ...(channel ? { channel } : {}),
      ...(isTold && callerPhone.trim() ? { callerPhone } : {}),
      ...(onSpot ? { onSpot: { ...onSpot, photoIds: after } } : {}),
    },
  }
}

/** A refusal is said at its field; only what may be tried again as it is gets a page of its own. */
function unsentFor(error: unknown): Unsent | undefined {
  if (error instanceof NetworkError) return { title: REPORT_WORDS.unsentOffline, text: REPORT_WORDS.kept }
  if (error instanceof ReadableError && !error.outcomeUnknown) return undefined
  const reason = error instanceof ReadableError ? error.message : ''
  return { title: REPORT_WORDS.unsent, text: reason ? `${reason}。${REPORT_WORDS.kept}` : REPORT_WORDS.kept }
}
