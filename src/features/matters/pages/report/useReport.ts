import { useState } from 'react'
import { reportMatterEndpoint, type MatterView } from '#core/matters'
import { useDraft, type Draft } from '@/hooks/useDraft'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { callEndpoint, type CallInput } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { redirect } from '@/platform/navigation'
import { scrollToTop } from '@/platform/page'
import { NetworkError, ReadableError } from '@/platform/readable-error'
import { ROUTES } from '@/routes'
import { REPORT_WORDS } from '../../words'
import { draftKey, emptyDraft, restoreDraft, serviceFor, type ReportDraft } from './report-draft'
import type { ReportStart } from './report-start'
import { sendOnce } from './sent-once'

type Report = Pick<CallInput<typeof reportMatterEndpoint>, 'params' | 'body'>

/** It is not known whether it arrived. */
export interface Unsent {
  title: string
  text: string
}

export interface ReportForm {
  draft: ReportDraft
  change: (part: Partial<ReportDraft>) => void
  send: () => void
  busy: boolean
  /** What is wrong with a field, or with the whole. */
  failure?: Failure
  unsent?: Unsent
  /** From the offline page back to the words. */
  edit: () => void
}

/** 报事: what is written is kept until it has arrived, and arrives once. */
export function useReport(start: ReportStart): ReportForm {
  const draft: Draft<ReportDraft> = useDraft(draftKey(start), emptyDraft(start), restoreDraft(start))
  const [missing, setMissing] = useState<Failure>()
  const [unsent, setUnsent] = useState<Unsent>()
  const submit = useSubmit(
    (report: Report, freshKey) => {
      setUnsent(undefined)
      const send = (key: string) => callEndpoint(reportMatterEndpoint, { ...report, key })
      return sendOnce(`sending.${draftKey(start)}`, report, freshKey, send).catch((error: unknown) => {
        setUnsent(unsentFor(error))
        throw error
      })
    },
    ({ communityId, matterId }: MatterView) => {
      draft.drop()
      toast(REPORT_WORDS.done)
      redirect(ROUTES.matter, { communityId, matterId })
    },
  )
  const clear = () => {
    setMissing(undefined)
    setUnsent(undefined)
    submit.clear()
  }
  return {
    draft: draft.value,
    change: (part) => {
      clear()
      draft.change(part)
    },
    send: () => {
      const lacking = lackingIn(draft.value)
      setMissing(lacking)
      if (lacking) scrollToTop()
      else void submit.submit(reportOf(start, draft.value))
    },
    busy: submit.busy,
    failure: missing ?? submit.failure,
    unsent,
    edit: clear,
  }
}

function lackingIn({ title, place }: ReportDraft): Failure | undefined {
  if (!title.trim()) return { message: REPORT_WORDS.titleMissing, field: 'title' }
  if (!place) return { message: REPORT_WORDS.whereMissing, field: 'placeId' }
  return undefined
}

function reportOf(start: ReportStart, draft: ReportDraft): Report {
  const { title, text, floor, place } = draft
  return {
    params: { communityId: place?.communityId ?? start.communityId },
    body: {
      placeId: place?.placeId ?? '',
      doorCode: place?.doorCode,
      serviceCode: serviceFor(draft),
      title,
      text,
      floor,
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
