import { cedeBallotEndpoint, type MyVoter, type VoteView } from '#core/votes'
import type { Loaded } from '@/hooks/useLoad'
import { useSubmit, type Submit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { confirm, toast } from '@/platform/feedback'
import { putVoter } from './useBallot'
import { VOTER_WORDS } from './words'

export interface Cede extends Pick<Submit<MyVoter>, 'busy' | 'failure'> {
  /** Asks first, since one's ballot is then gone. */
  cede: (voter: Pick<MyVoter, 'voterId'>) => Promise<void>
}

/** 收回我的票: where those who vote for the same one differ, the other's stands. */
export function useCede(state: Loaded<VoteView>): Cede {
  const vote = state.status === 'ready' ? state.data : undefined
  const { submit, busy, failure } = useSubmit(
    ({ voterId }: Pick<MyVoter, 'voterId'>, key) =>
      callEndpoint(cedeBallotEndpoint, {
        params: { communityId: vote?.communityId ?? '', voteId: vote?.voteId ?? '', voterId },
        key,
      }),
    (voter) => {
      if (hasLeft(vote, voter)) dropLeft(state, voter)
      else putVoter(state, voter)
      toast(VOTER_WORDS.ceded)
    },
  )
  const cede = async ({ voterId }: Pick<MyVoter, 'voterId'>) => {
    const yes = await confirm({
      title: VOTER_WORDS.cedeAsk,
      text: hasLeft(vote, { voterId }) ? VOTER_WORDS.leftAsk : VOTER_WORDS.cedeText,
      yes: VOTER_WORDS.cede,
      danger: true,
    })
    if (yes) await submit({ voterId })
  }
  return { cede, busy, failure }
}

const hasLeft = (vote: VoteView | undefined, { voterId }: Pick<MyVoter, 'voterId'>): boolean =>
  vote?.castBefore.some((one) => one.voterId === voterId) ?? false

/** Who moved out and took theirs back may have nothing more to do with the vote: it is not asked for again. */
function dropLeft(state: Loaded<VoteView>, { voterId }: Pick<MyVoter, 'voterId'>): void {
  if (state.status !== 'ready') return
  const castBefore = state.data.castBefore.filter((one) => one.voterId !== voterId)
  state.replace({ ...state.data, castBefore })
}
