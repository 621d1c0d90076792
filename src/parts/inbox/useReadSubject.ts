import { useEffect } from 'react'
import { markSubjectReadEndpoint, type InboxSubject } from '#core/inbox'
import { callEndpoint } from '@/platform/call-endpoint'
import { knownMe, setUnread } from '@/platform/me'
import { randomId } from '@/platform/random-id'

/**
 * Whoever opened a thing has seen what was told about it: its messages count as read. Once per opening, behind what is
 * shown, and only where something is unread. `ready`: the thing itself is on the screen.
 */
export function useReadSubject(
  communityId: string,
  subject: { kind: InboxSubject; id: string },
  ready: boolean,
): void {
  const { kind, id } = subject
  useEffect(() => {
    // What is not marked now is still unread the next time.
    if (ready) markRead(communityId, { kind, id }).catch(() => undefined)
  }, [communityId, kind, id, ready])
}

async function markRead(communityId: string, body: { kind: InboxSubject; id: string }): Promise<void> {
  const { communities } = await knownMe()
  if (!communities.some((one) => one.communityId === communityId && one.unread > 0)) return
  const key = await randomId()
  const { unread } = await callEndpoint(markSubjectReadEndpoint, { params: { communityId }, body, key })
  setUnread(communityId, unread)
}
