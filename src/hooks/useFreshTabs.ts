import { useMemo } from 'react'
import { useMe } from '../platform/me'
import type { TabName } from '../tabs'

/** The tabs that have something new: the inbox, when a message of any of my communities is unread. */
export function useFreshTabs(): readonly TabName[] {
  const me = useMe()
  return useMemo(() => (me?.communities.some(({ unread }) => unread > 0) ? ['inbox'] : []), [me])
}
