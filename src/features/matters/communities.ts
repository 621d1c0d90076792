import type { MeView, MyCommunity } from '#core/people'
import { currentCommunity } from '@/platform/me'

/** The community that a page was opened for, else the one the reader is in. */
export function communityFor(me: MeView, wanted: string | undefined): MyCommunity | undefined {
  return me.communities.find(({ communityId }) => communityId === wanted) ?? currentCommunity(me)
}
