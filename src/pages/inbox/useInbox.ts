import { keepableInbox, listInboxEndpoint, markInboxReadEndpoint, type InboxItem } from '#core/inbox'
import type { MyCommunity } from '#core/people'
import { usePaged, type Page, type Paged } from '@/hooks/usePaged'
import { useReturn } from '@/hooks/useReturn'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import {
  chooseCommunity,
  currentCommunity,
  knownMe,
  setUnread,
  useChosenCommunity,
  useMe,
} from '@/platform/me'
import { usePullDown, useReachEnd } from '@/platform/page'
import type { Read } from '@/platform/reading'
import { randomId } from '@/platform/random-id'
import { openSubject } from './open-subject'
import { INBOX_WORDS } from './words'

export interface InboxPage extends Page<InboxItem> {
  communityId?: string
}

export interface Inbox {
  paged: Paged<InboxPage>
  communityId?: string
  hasUnread: boolean
  /** Another community of mine with something new. */
  elsewhere?: MyCommunity
  moveTo: (communityId: string) => void
  open: (item: InboxItem) => void
  readAll: () => void
}

const UNANSWERED = new Promise<never>(() => undefined)

/** 消息 of the community one is in. What is opened counts as read, also before the server has heard of it. */
export function useInbox(signedIn: boolean): Inbox {
  const me = useMe()
  const chosen = useChosenCommunity()
  const paged = usePaged(
    (cursor, read) => (signedIn ? loadInbox(read, cursor) : UNANSWERED),
    [signedIn, chosen],
  )
  const { state, first, more } = paged
  useReturn(() => void state.refresh())
  useReachEnd(more.load)
  usePullDown(async () => {
    if (!(await state.refresh())) toast(INBOX_WORDS.notRefreshed)
  })

  const items = state.status === 'ready' ? state.data : []
  const communityId = first?.communityId
  const mark = async (item: InboxItem, andOlder: boolean): Promise<void> => {
    if (!communityId) return
    state.replace(items.map((one) => (andOlder || one === item ? { ...one, unread: 0 } : one)))
    await markRead(communityId, item.itemId, andOlder)
  }
  return {
    paged,
    communityId,
    hasUnread: items.some(({ unread }) => unread > 0) || unreadIn(me?.communities, communityId) > 0,
    elsewhere: me?.communities.find((one) => one.communityId !== communityId && one.unread > 0),
    moveTo: chooseCommunity,
    open: (item) => {
      if (!communityId) return
      // What is not marked now is still unread the next time; nobody waits for it.
      if (item.unread > 0) mark(item, false).catch(() => undefined)
      openSubject(communityId, item)
    },
    readAll: () => {
      const [newest] = items
      if (!newest) return
      mark(newest, true).catch(() => {
        toast(INBOX_WORDS.notMarked)
        void state.refresh()
      })
    },
  }
}

function unreadIn(communities: readonly MyCommunity[] = [], communityId: string | undefined): number {
  return communities.find((one) => one.communityId === communityId)?.unread ?? 0
}

async function loadInbox(read: Read, cursor: string | undefined): Promise<InboxPage> {
  const communityId = currentCommunity(await knownMe())?.communityId
  if (!communityId) return { items: [] }
  const page = await read(listInboxEndpoint, { params: { communityId }, query: { cursor } }, keepableInbox)
  setUnread(communityId, page.unread)
  return { ...page, communityId }
}

async function markRead(communityId: string, itemId: string, andOlder: boolean): Promise<void> {
  const key = await randomId()
  const body = { itemId, andOlder }
  const { unread } = await callEndpoint(markInboxReadEndpoint, { params: { communityId }, body, key })
  setUnread(communityId, unread)
}
