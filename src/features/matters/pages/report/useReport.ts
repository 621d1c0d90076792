import { useState } from 'react'
import { reportMatterEndpoint, visibilityOf } from '#core/matters'
import { useDraft, type Draft } from '@/hooks/useDraft'
import type { Failure } from '@/hooks/useSubmit'
import { useOutbox, type Outgoing, type Waiting } from '@/parts/outbox'
import { usePhotos, type HandedPhoto, type Photos } from '@/parts/photos'
import { toast } from '@/platform/feedback'
import { redirect } from '@/platform/navigation'
import { scrollToTop } from '@/platform/page'
import { sentenceOf } from '@/platform/readable-error'
import { ROUTES } from '@/routes'
import { REPORT_WORDS } from '../../report-words'
import { draftKey, emptyDraft, restoreDraft, onSpotOf, serviceFor, type ReportDraft } from './report-draft'
import type { ReportStart } from './report-start'

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
  /** The form is empty by now. */
  waiting?: Waiting
  /** It was joined to another one: nothing of it is kept. */
  drop: () => void
}

/** 报事: what is written is kept until it has arrived, and arrives once. */
export function useReport(start: ReportStart): ReportForm {
  const draft: Draft<ReportDraft> = useDraft(draftKey(start), emptyDraft(start), restoreDraft(start))
  const [missing, setMissing] = useState<Failure>()
  const [handing, setHanding] = useState(false)
  const { photos, photosAfter } = useReportPhotos(start, draft)
  const sending = useOutbox(reportMatterEndpoint, {
    onHandedOver: (matter) => {
      photos.release()
      photosAfter.release()
      draft.drop()
      if (matter) toast(REPORT_WORDS.done)
    },
    onArrived: ({ communityId, matterId }) => {
      redirect(ROUTES.matter, { communityId, matterId })
    },
    onRefused: () => {
      photos.takeBack()
      photosAfter.takeBack()
    },
  })
  const send = async () => {
    setHanding(true)
    try {
      const before = await photos.handOver()
      const after = onSpotOf(start, draft.value) ? await photosAfter.handOver() : []
      await sending.send(outgoingOf(start, draft.value, before, after))
    } catch (reason) {
      photos.takeBack()
      photosAfter.takeBack()
      setMissing({ message: sentenceOf(reason), field: 'photoIds' })
      scrollToTop()
    } finally {
      setHanding(false)
    }
  }
  return {
    draft: draft.value,
    change: (part) => {
      setMissing(undefined)
      sending.clear()
      draft.change(part)
    },
    photos,
    photosAfter,
    send: () => {
      const lacking = lackingIn(start, draft.value)
      setMissing(lacking)
      if (lacking) scrollToTop()
      else if (!handing) void send()
    },
    busy: handing || sending.busy,
    failure: missing ?? sending.failure,
    waiting: sending.waiting,
    drop: () => {
      photos.clear()
      photosAfter.clear()
      draft.drop()
    },
  }
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

/** The report as it goes into the box. Photos of a result go only with a result. */
function outgoingOf(
  start: ReportStart,
  draft: ReportDraft,
  photos: HandedPhoto[],
  after: HandedPhoto[],
): Outgoing<typeof reportMatterEndpoint> {
  const { title, floor, place } = draft
  const communityId = place?.communityId ?? start.communityId
  const hasResult = onSpotOf(start, draft) !== undefined
  return {
    communityId,
    params: { communityId },
    body: bodyOf(start, draft),
    photos: { photoIds: photos, ...(hasResult ? { 'onSpot.photoIds': after } : {}) },
    label: REPORT_WORDS.label(title),
    detail: [place?.name, floor].filter(Boolean).join(' · '),
    about: `reports:${start.personId}`,
    draft: { key: draftKey(start), value: { ...draft, photos, photosAfter: after } },
    page: { route: ROUTES.report, query: queryOf(start, place) },
  }
}

/** A door's code opens the form for its place, and an item that of the item; all others are in the draft. */
function queryOf({ ofItem }: ReportStart, place: ReportDraft['place']): Record<string, string> {
  if (ofItem && place) return { communityId: place.communityId, itemId: ofItem.itemId }
  if (!place?.doorCode) return {}
  const { communityId, placeId, name, doorCode } = place
  return { communityId, placeId, placeName: name, doorCode }
}

function bodyOf(start: ReportStart, draft: ReportDraft): Record<string, unknown> {
  const { title, text, floor, place, facility, shownAs, complained, channel, callerPhone } = draft
  const onSpot = onSpotOf(start, draft)
  const serviceCode = serviceFor(draft)
  const isTold = channel === 'visit' || channel === 'phone'
  return {
    placeId: facility?.placeId ?? place?.placeId ?? '',
    ...(place?.doorCode ? { doorCode: place.doorCode } : {}),
    serviceCode,
    title,
    text,
    floor,
    shownAs: visibilityOf(serviceCode) === 'public' ? shownAs : 'resident',
    ...(serviceCode === 'complaint' && complained ? { complained } : {}),
    ...(channel ? { channel } : {}),
    ...(isTold && callerPhone.trim() ? { callerPhone } : {}),
    ...(onSpot ? { onSpot } : {}),
    ...(start.ofItem ? { itemId: start.ofItem.itemId } : {}),
  }
}
