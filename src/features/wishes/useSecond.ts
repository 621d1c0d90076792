import { secondWishEndpoint, takeBackSecondEndpoint, type WishView } from '#core/wishes'
import type { Loaded } from '@/hooks/useLoad'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { withPhone } from '@/parts/phone/with-phone'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { SECOND_WORDS } from './words'

export interface Second {
  /** 我也想要, for one's home; or no more. */
  want: (wanted: boolean) => void
  busy: boolean
  failure?: Failure
}

/** 我也想要. */
export function useSecond(state: Loaded<WishView>): Second {
  const wish = state.status === 'ready' ? state.data : undefined
  const { submit, busy, failure } = useSubmit(
    ({ wanted, ...params }: { wanted: boolean; communityId: string; wishId: string }, key) => {
      const endpoint = wanted ? secondWishEndpoint : takeBackSecondEndpoint
      return withPhone(() => withConsent(() => callEndpoint(endpoint, { params, key })))
    },
    (answer, { wanted }) => {
      state.replace(answer)
      toast(wanted ? SECOND_WORDS.wanted : SECOND_WORDS.taken)
    },
  )
  const want = (wanted: boolean) => {
    if (wish) void submit({ wanted, communityId: wish.communityId, wishId: wish.wishId })
  }
  return { want, busy, failure }
}
