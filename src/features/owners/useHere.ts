import { isRecordingRole } from '#core/votes'
import { useLoad } from '@/hooks/useLoad'
import { currentCommunity, knownMe } from '@/platform/me'
import { usePageQuery } from '@/platform/navigation'

/** Where a page is: the community it was opened for, else the one the reader is in. */
export interface Here {
  communityId: string | undefined
  /** The reader speaks for owners in it: they may record bylaws somewhere. */
  records: boolean
}

/** One answer that the phone mostly has: who the reader is. */
export function useHere() {
  const { communityId } = usePageQuery()
  return useLoad(async (): Promise<Here> => {
    const me = await knownMe()
    const here = communityId ?? currentCommunity(me)?.communityId
    const roles = me.communities.find((one) => one.communityId === here)?.roles ?? []
    return { communityId: here, records: roles.some(isRecordingRole) }
  }, [communityId])
}
