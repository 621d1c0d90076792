import { useState } from 'react'
import {
  listBoardsEndpoint,
  listBoardTopicsEndpoint,
  type BoardList,
  type BoardPlace,
  type BoardTopicItem,
} from '#core/rounds'
import { useLoad, type Loaded } from '@/hooks/useLoad'
import { usePaged, type Page, type Paged } from '@/hooks/usePaged'
import { callEndpoint } from '@/platform/call-endpoint'

/** The places whose boards are for me: where I live first. */
export function useBoards(communityId: string): Loaded<BoardPlace[]> {
  return useLoad(async () => {
    const { items } = await callEndpoint(listBoardsEndpoint, { params: { communityId } })
    return items
  }, [communityId])
}

interface BoardPage extends Page<BoardTopicItem> {
  board: { placeName: string; secondsNeeded: number; mayPutUp: boolean }
}

export interface Board {
  list: BoardList
  show: (list: BoardList) => void
  paged: Paged<BoardPage>
}

/** What stands on the board of one place. */
export function useBoard(communityId: string, placeId: string): Board {
  const [list, show] = useState<BoardList>('open')
  const paged = usePaged<BoardPage>(
    (cursor) =>
      callEndpoint(listBoardTopicsEndpoint, {
        params: { communityId, placeId },
        query: { list, cursor },
      }),
    [communityId, placeId, list],
  )
  return { list, show, paged }
}
