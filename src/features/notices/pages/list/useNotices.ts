import { useState } from 'react'
import { listNoticesEndpoint, mayPublishSomewhere, type NoticeItem } from '#core/notices'
import { usePaged, type Page, type Paged } from '@/hooks/usePaged'
import { useReturn } from '@/hooks/useReturn'
import { toast } from '@/platform/feedback'
import { knownMe } from '@/platform/me'
import { usePullDown, useReachEnd } from '@/platform/page'
import type { Read } from '@/platform/reading'
import { NOTICE_LIST } from '../../words'

export type NoticeList = 'here' | 'mine'

export interface NoticePage extends Page<NoticeItem> {
  pinned: NoticeItem[]
  mayPublish: boolean
}

export interface Notices {
  paged: Paged<NoticePage>
  list: NoticeList
  choose: (list: NoticeList) => void
}

/** 通知 of a place and of all it lies in, or those one published. Fresh whenever the reader comes back. */
export function useNotices(communityId: string, placeId: string | undefined): Notices {
  const [list, choose] = useState<NoticeList>('here')
  const load = async (cursor: string | undefined, read: Read): Promise<NoticePage> => {
    const { communities } = await knownMe()
    const roles = communities.find((one) => one.communityId === communityId)?.roles ?? []
    const query = list === 'mine' ? { mine: 'true' as const, cursor } : { placeId, cursor }
    const page = await read(listNoticesEndpoint, { params: { communityId }, query })
    return { ...page, mayPublish: mayPublishSomewhere(roles) }
  }
  const paged = usePaged(load, [communityId, placeId, list])
  useReturn(() => void paged.state.refresh())
  useReachEnd(paged.more.load)
  usePullDown(async () => {
    if (!(await paged.state.refresh())) toast(NOTICE_LIST.notRefreshed)
  })
  return { paged, list, choose }
}
