import { listBlocksEndpoint, unblockEndpoint, type BlockItem } from '#core/threads'
import { usePaged, type Page } from '@/hooks/usePaged'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { useHere } from '../../useHere'
import { BLOCKS } from '../../words'

interface BlockPage extends Page<BlockItem> {
  communityId?: string
}

/** Whom I don't listen to, and listening to them again. */
export function useBlocks() {
  const { query, find } = useHere()
  const { state, first, more } = usePaged<BlockPage>(
    async (cursor) => {
      const communityId = await find()
      if (communityId === undefined) return { items: [], nextCursor: null }
      const page = await callEndpoint(listBlocksEndpoint, { params: { communityId }, query: { cursor } })
      return { ...page, communityId }
    },
    [query.communityId],
  )
  const { submit, failure } = useSubmit(
    (params: { communityId: string; blockId: string }, key) => callEndpoint(unblockEndpoint, { params, key }),
    (_, { blockId }) => {
      if (state.status === 'ready') state.replace(state.data.filter((one) => one.blockId !== blockId))
      toast(BLOCKS.done)
    },
  )
  const communityId = first?.communityId
  return {
    state,
    more,
    failure,
    unblock: ({ blockId }: BlockItem) => void (communityId && submit({ communityId, blockId })),
  }
}
