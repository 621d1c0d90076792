import { useEffect, useState } from 'react'
import {
  keepableNotice,
  markNoticeReadEndpoint,
  pinNoticeEndpoint,
  readNoticeEndpoint,
  withdrawNoticeEndpoint,
  type NoticeView,
} from '#core/notices'
import { useLoad, type Loaded } from '@/hooks/useLoad'
import { useReturn } from '@/hooks/useReturn'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { knownMe, setUnread } from '@/platform/me'
import { randomId } from '@/platform/random-id'
import { sessionToken } from '@/platform/session'
import { NOTICE_DETAIL } from '../../words'

export interface NoticeAddress {
  communityId: string
  noticeId: string
}

/** An act on a notice, with what it takes. */
export type NoticeStep = { act: 'withdraw'; reason: string } | { act: 'pin'; days?: number }

const UNANSWERED = new Promise<never>(() => undefined)

/** One notice; that it is on the screen counts as read, once. */
export function useNotice({ communityId, noticeId }: NoticeAddress): Loaded<NoticeView> {
  const params = { communityId, noticeId }
  const state = useLoad(
    (read) => (sessionToken() ? read(readNoticeEndpoint, { params }, keepableNotice) : UNANSWERED),
    [communityId, noticeId],
  )
  useReturn(() => void state.refresh())
  const ready = state.status === 'ready'
  useEffect(() => {
    // What is not marked now is still unread the next time.
    if (ready) markRead({ communityId, noticeId }).catch(() => undefined)
  }, [communityId, noticeId, ready])
  return state
}

async function markRead(params: NoticeAddress): Promise<void> {
  const { unread } = await callEndpoint(markNoticeReadEndpoint, { params, key: await randomId() })
  // What was counted before this reading must not come in after it.
  await knownMe()
  setUnread(params.communityId, unread)
}

export interface NoticeActs {
  sheet?: 'withdraw' | 'pin'
  openSheet: (sheet: 'withdraw' | 'pin') => void
  close: () => void
  busy: boolean
  failure?: Failure
  send: (step: NoticeStep) => void
}

/** Withdrawing and pinning, each with its sheet. */
export function useNoticeActs(
  { communityId, noticeId }: NoticeAddress,
  state: Loaded<NoticeView>,
): NoticeActs {
  const params = { communityId, noticeId }
  const [sheet, openSheet] = useState<'withdraw' | 'pin'>()
  const { submit, busy, failure, clear } = useSubmit(
    (step: NoticeStep, key) =>
      step.act === 'withdraw'
        ? callEndpoint(withdrawNoticeEndpoint, { params, body: { reason: step.reason }, key })
        : callEndpoint(pinNoticeEndpoint, { params, body: { pinDays: step.days }, key }),
    (notice, step) => {
      openSheet(undefined)
      state.replace(notice)
      toast(doneOf(step))
    },
  )
  return {
    sheet,
    openSheet: (next) => {
      clear()
      openSheet(next)
    },
    close: () => openSheet(undefined),
    busy,
    failure,
    send: (step) => void submit(step),
  }
}

function doneOf(step: NoticeStep): string {
  if (step.act === 'withdraw') return NOTICE_DETAIL.withdrawDone
  return step.days === undefined ? NOTICE_DETAIL.unpinDone : NOTICE_DETAIL.pinDone
}
